// What a text finds on this PC: workfiles with the field that holds it, and lines by the number of their part.

import type { LineId, WorkfileId } from '../../src-shared/base/ids.ts';
import { headingMatcher } from '../../src-shared/domain/workfile/match-heading.ts';
import type { Found, FoundLine, FoundWorkfile } from '../../src-shared/ipc/list-shapes.ts';
import { query } from './query.ts';
import { findRows } from './search.ts';
import type { Store } from './store.ts';

/** How many of the newest matches are looked at for the best ones. */
const looked = 100;
const shownWorkfiles = 20;
const shownLines = 8;
const shortest = 3;

type Row = Omit<FoundWorkfile, 'matches'> & {
  readonly row: number;
  readonly plate: string;
  readonly vin: string;
  readonly claim: string;
  readonly insurer: string;
  readonly phones: string;
  readonly receipts: string;
  readonly names: string;
};

const heads = query<Row>(
  'everywhere.heads',
  `select row, id, label, stage, owner, vehicle, vin, plate, insurer, claim, phones, receipts, names
   from (select value as row from json_each(?)) found cross join workfile_head head using (row) where head.binned_at = 0`,
);
// The number of a workfile leads to it however old it is.
const byLabel = query<{ row: number }>(
  'everywhere.by-label',
  'select row from workfile_head where label >= ? and label < ? and binned_at = 0 order by label limit 20',
);
const byPart = query<FoundLine & { lineId: LineId; id: WorkfileId }>(
  'everywhere.by-part',
  `select line.id as lineId, line.parent_workfile_id as id, head.label, head.owner,
     line.text_description as description, line.part_number as part
   from line indexed by line_by_part join workfile_head head on head.id = line.parent_workfile_id
   where line.part_number >= ? collate nocase and line.part_number < ? collate nocase and line.part_number <> '' and line.deleted = 0
     and head.binned_at = 0
   order by line.part_number collate nocase limit ?`,
);

/** The best of what a text finds, each with the place that holds it. */
export function searchEverywhere(store: Store, text: string): Found {
  const typed = text.trim();
  if (typed === '') return { workfiles: [], lines: [], more: false };
  const end = `${typed}\u{10ffff}`;
  const { rows } = findRows(store, typed, looked);
  const numbered = store.all(byLabel, typed, end).map(({ row }) => row);
  const match = headingMatcher(typed);
  const found = store.all(heads, JSON.stringify([...new Set([...numbered, ...rows])])).flatMap((head) => {
    const held = match(head);
    return held === undefined ? [] : [{ head, held }];
  });
  const best = found.toSorted((a, b) => a.held.rank - b.held.rank || b.head.row - a.head.row);
  const lines = typed.length < shortest ? [] : store.all(byPart, typed, end, shownLines);
  return {
    workfiles: best.slice(0, shownWorkfiles).map(({ head: { id, label, stage, owner, vehicle }, held }) => ({
      ...{ id, label, stage, owner, vehicle },
      matches: held.matches,
    })),
    lines,
    more: best.length > shownWorkfiles || rows.length === looked,
  };
}
