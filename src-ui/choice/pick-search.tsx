// The search of a dialog that picks one of what it finds: what is typed, and which of the found is marked.
import { type KeyboardEvent, useState } from 'react';
import './choice.css';

/** The text, and the place of the marked one; another text marks the first again. */
export function usePicking(first = '') {
  const [{ text, at }, set] = useState({ text: first, at: 0 });
  return {
    text,
    type: (typed: string): void => set({ text: typed, at: 0 }),
    /** Which of so many is marked; below 0 where there is none. */
    markedOf: (count: number): number => Math.min(at, count - 1),
    mark: (place: number): void => set({ text, at: place }),
  };
}

export type PickSearchProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly picking: ReturnType<typeof usePicking>;
  /** The list of what is found, how many they are, and the id of the marked one. */
  readonly listId: string;
  readonly count: number;
  readonly activeId: string | undefined;
};

/** The arrows walk around the list while the focus stays in the text. */
export function PickSearch({ label, placeholder, picking, listId, count, activeId }: PickSearchProps) {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (count === 0) return;
    const step = event.key === 'ArrowDown' ? 1 : -1;
    picking.mark((picking.markedOf(count) + step + count) % count);
  };
  return (
    <input
      className='ui-input ui-pick-search'
      type='search'
      role='combobox'
      aria-expanded={count > 0}
      aria-controls={listId}
      aria-activedescendant={activeId}
      aria-label={label}
      placeholder={placeholder}
      data-autofocus
      value={picking.text}
      onChange={(event) => picking.type(event.target.value)}
      onKeyDown={press}
    />
  );
}
