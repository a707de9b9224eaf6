// What else changed: the automatic rows that an edit added, removed or re-timed beside the line that was edited.

import type { Tenths } from '../../../base/hours.ts';
import type { AutomaticRow, AutomaticTimes, RowKind } from './automatic-rows.ts';

/** One consequence of an edit; null where there is no such row. */
export type AutomaticChange = {
  readonly key: string;
  readonly kind: RowKind | 'blend';
  readonly cause: string | null;
  readonly from: Tenths | null;
  readonly to: Tenths | null;
};

/** Lists what changed between two computations, in the order of the newer one, rows that went last. */
export function automaticChanges(before: AutomaticTimes, after: AutomaticTimes): readonly AutomaticChange[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const stayed = [...now].map(([key, one]) => ({ key, ...one, from: old.get(key)?.to ?? null }));
  const gone = [...old].filter(([key]) => !now.has(key)).map(([key, one]) => ({ key, ...one, from: one.to, to: null }));
  return [...stayed, ...gone].filter(({ from, to }) => from !== to);
}

type Entry = Omit<AutomaticChange, 'key' | 'from'> & { readonly to: Tenths };

const entriesOf = ({ rows, blends }: AutomaticTimes): ReadonlyMap<string, Entry> =>
  new Map([
    ...rows.map((row): [string, Entry] => [row.key, entryOf(row)]),
    ...blends.map((blend): [string, Entry] => [
      `${blend.line}:blend`,
      { kind: 'blend', cause: blend.line, to: blend.tenths },
    ]),
  ]);

const entryOf = ({ kind, cause, tenths }: AutomaticRow): Entry => ({ kind, cause, to: tenths });
