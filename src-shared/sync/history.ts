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
};

/** An edit as people read it. */
export type HistoryEntry = Omit<HistoryRow, 'value' | 'before'> & {
  readonly what: 'made' | 'changed' | 'removed' | 'restored';
  /** The fields that it changed; the groups that say something, of a new record. */
  readonly value: JsonObject;
  /** What these fields were; null where this PC does not know. */
  readonly before: JsonObject | null;
};

/** The entries of rows that come oldest first, newest first. What an edit changed is told by the row before it. */
export function readHistory(rows: readonly HistoryRow[]): readonly HistoryEntry[] {
  const known = new Map<string, JsonObject>();
  const entries: HistoryEntry[] = [];
  for (const row of rows) {
    const entry = row.group === wholeRecord ? made(row, known) : changed(row, known);
    if (entry !== undefined) entries.push(entry);
  }
  return entries.reverse();
}

const placeOf = ({ kind, id }: HistoryRow, group: string): string => `${kind}/${id}/${group}`;

function made(row: HistoryRow, known: Map<string, JsonObject>): HistoryEntry {
  for (const [group, value] of Object.entries(row.value)) known.set(placeOf(row, group), value as JsonObject);
  const { parent: _, place: _place, ...groups } = row.value;
  return { ...row, what: 'made', value: groups, before: null };
}

function changed(row: HistoryRow, known: Map<string, JsonObject>): HistoryEntry | undefined {
  const place = placeOf(row, row.group);
  const before = row.before ?? known.get(place) ?? null;
  known.set(place, row.value);
  if (row.group === deletion)
    return { ...row, what: row.value.deleted === true ? 'removed' : 'restored', before: null };
  if (before === null) return { ...row, what: 'changed', before };
  const fields = Object.keys(row.value).filter((name) => !sameValue(row.value[name], before[name]));
  // Written again with what was there: nobody has to read that.
  if (fields.length === 0) return undefined;
  return { ...row, what: 'changed', value: picked(row.value, fields), before: picked(before, fields) };
}

const picked = (value: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(fields.flatMap((name) => (value[name] === undefined ? [] : [[name, value[name]]])));
