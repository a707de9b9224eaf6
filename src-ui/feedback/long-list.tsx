// A list that may be very long: what one looks at is drawn at once, the rest as it is asked for.
import { type ReactNode, useState } from 'react';
import { Button } from '../actions/button.tsx';

const atFirst = 60;
const atOnce = 300;

export type LongListProps<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** The words of an entry. */
  readonly children: (item: Item) => ReactNode;
  readonly className?: string;
};

export function LongList<Item>({ label, items, keyOf, children, className }: LongListProps<Item>) {
  const [most, setMost] = useState(atFirst);
  const left = items.length - most;
  return (
    <>
      <ul className={className} aria-label={label}>
        {items.slice(0, most).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {left > 0 && (
        <Button look='quiet' onPress={() => setMost(most + atOnce)}>
          {`${left.toLocaleString('en-US')} more`}
        </Button>
      )}
    </>
  );
}
