// The history of a workfile: what each edit changed, from what to what, told from its edits alone.

import { z } from 'zod';
import type { EditId } from '../base/ids.ts';
import { sameValue } from '../base/same-value.ts';
import { deletion, editId, type JsonObject, json, recordId, wholeRecord } from './protocol.ts';

/** `POST /history`: what was done to a workfile, after a number of the shop's order. */
export const historyInput = z.object({ workfile: recordId, after: z.int().min(0) });
export const historyAnswer = z.object({
  /** In the shop's order. */
  edits: z.array(
    z.object({
      seq: z.int().min(1),
      edit: editId,
      kind: z.string(),
      id: z.string(),
      group: z.string(),
      value: json,
      by: z.string(),
      pc: z.string(),
      at: z.int().min(0),
    }),
  ),
  /** Whether there is more after the last of them. */
  more: z.boolean(),
});
export type HistoryAnswer = z.output<typeof historyAnswer>;

/** An edit of a workfile: `before` is what its group was, where whoever kept it knew. */
export type HistoryRow = {
  readonly edit: EditId;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly before: JsonObject | null;
  readonly by: string;
  /** The PC; empty where nobody said so yet. */
  readonly pc: string;
  readonly at: number;
  /** Its place in the shop's order; null where this PC does not know it. */
  readonly seq: number | null;
  /** The edit that it was rewritten into before it was sent; null for one that goes or went as it is. */
  readonly became: EditId | null;
  readonly standing: Standing;
};

/**
 * What became of an edit. `waiting`: the cloud has not answered; `refused`: it was not taken; `beside`: another value
 * of the same field stands, and a person has to choose.
 */
export type Standing = 'taken' | 'waiting' | 'refused' | 'beside';

/** An edit as people read it. */
export type HistoryEntry = Omit<HistoryRow, 'value' | 'before' | 'seq' | 'became'> & {
  readonly what: 'made' | 'changed' | 'removed' | 'restored';
  /** The fields that it changed; the groups that say something, of a new record. */
  readonly value: JsonObject;
  /** What these fields were; null where this PC does not know. */
  readonly before: JsonObject | null;
};

/**
 * The entries of rows that come as this PC learned of them, newest first. What an edit changed is told by the row before
 * it; one that the cloud did not take changed nothing.
 */
export function readHistory(rows: readonly HistoryRow[]): readonly HistoryEntry[] {
  const known = new Map<string, JsonObject>();
  const entries: HistoryEntry[] = [];
  for (const row of inShopOrder(rows)) {
    const seen = row.standing === 'refused' || row.standing === 'beside' ? new Map(known) : known;
    const entry = row.group === wholeRecord ? made(row, seen) : changed(row, seen);
    if (entry !== undefined) entries.push(entry);
  }
  return entries.reverse();
}

type Placed = { readonly row: HistoryRow; readonly seq: number };

/**
 * Rows in the shop's order, whatever the clocks of its PCs say; what waits comes last. Only rows of which nobody knows
 * their place, from before places were kept, stand by their time.
 */
function inShopOrder(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  const byEdit = new Map(rows.map((row) => [row.edit, row]));
  return rows
    .map((row) => placed(row, byEdit))
    .toSorted((a, b) => a.seq - b.seq || (a.seq === unplaced ? a.row.at - b.row.at : 0))
    .map(({ row }) => row);
}

const unplaced = 0;
const afterAll = Number.MAX_SAFE_INTEGER;

/** A row where the edit stands that it went as, with what became of that. */
function placed(row: HistoryRow, byEdit: ReadonlyMap<EditId, HistoryRow>): Placed {
  let sent = row;
  while (sent.became !== null) {
    const next = byEdit.get(sent.became);
    if (next === undefined) break;
    sent = next;
  }
  const { standing } = sent;
  return { row: { ...row, standing }, seq: sent.seq ?? (standing === 'waiting' ? afterAll : unplaced) };
}

const placeOf = ({ kind, id }: HistoryRow, group: string): string => `${kind}/${id}/${group}`;

function made(row: HistoryRow, known: Map<string, JsonObject>): HistoryEntry {
  for (const [group, value] of Object.entries(row.value)) known.set(placeOf(row, group), value as JsonObject);
  const { parent: _, place: _place, ...groups } = row.value;
  return { ...told(row), what: 'made', value: groups, before: null };
}

/** What an entry says of its row. */
const told = ({ seq: _seq, became: _became, ...row }: HistoryRow): Omit<HistoryRow, 'seq' | 'became'> => row;

function changed(row: HistoryRow, known: Map<string, JsonObject>): HistoryEntry | undefined {
  const place = placeOf(row, row.group);
  const before = row.before ?? known.get(place) ?? null;
  known.set(place, row.value);
  if (row.group === deletion)
    return { ...told(row), what: row.value.deleted === true ? 'removed' : 'restored', before: null };
  if (before === null) return { ...told(row), what: 'changed', before };
  const fields = Object.keys(row.value).filter((name) => !sameValue(row.value[name], before[name]));
  // Written again with what was there: nobody has to read that.
  if (fields.length === 0) return undefined;
  return { ...told(row), what: 'changed', value: picked(row.value, fields), before: picked(before, fields) };
}

const picked = (value: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(fields.flatMap((name) => (value[name] === undefined ? [] : [[name, value[name]]])));
