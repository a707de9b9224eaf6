// The list itself, under its text box.
import { type RefObject, useEffect, useRef } from 'react';
import type { Choice } from './choice.ts';
import './choice.css';
import { Popup } from './popup.tsx';
import type { ChoiceList } from './use-choice-list.ts';

export type ChoicePopupProps = {
  readonly list: ChoiceList;
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onPick: (choice: Choice) => void;
};

/** Long lists are drawn as far as one looks: the entries around the marked one. */
const atOnce = 60;

export function ChoicePopup({ list, label, anchor, onPick }: ChoicePopupProps) {
  const marked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (list.marked >= 0) marked.current?.scrollIntoView({ block: 'nearest' });
  }, [list.marked]);
  if (!list.open) return null;
  const first = Math.max(0, list.marked - atOnce + 1);
  return (
    <Popup anchor={anchor} className='ui-choices' wide>
      <div role='listbox' id={list.listId} aria-label={label}>
        {list.matches.slice(first, first + atOnce).map((choice, at) => (
          <div
            key={choice.value}
            ref={first + at === list.marked ? marked : null}
            id={optionId(list.listId, first + at)}
            role='option'
            tabIndex={-1}
            aria-selected={first + at === list.marked}
            className='ui-choice'
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(choice);
            }}
          >
            <span>{choice.label}</span>
            {choice.hint && <span className='ui-choice-hint'>{choice.hint}</span>}
          </div>
        ))}
      </div>
    </Popup>
  );
}

/** What the text box must say about its list. */
export function comboboxAria(list: ChoiceList) {
  return {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': list.open,
    'aria-controls': list.open ? list.listId : undefined,
    'aria-activedescendant': list.open && list.marked >= 0 ? optionId(list.listId, list.marked) : undefined,
  } as const;
}

const optionId = (listId: string, index: number): string => `${listId}-${index}`;
