// Entries of a history as rows of words, and which of them somebody looks for.

import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import type { HistoryEntry } from '../../../src-shared/sync/history.ts';
import { historyNamer, wordAfter, wordBefore, wordPlace, wordSection } from '../../words/evidence/history-words.ts';
import { dayOf, whenOf } from '../../words/time-words.ts';

export type HistoryRow = {
  readonly key: string;
  readonly when: (now: number) => string;
  readonly day: string;
  readonly by: string;
  readonly pc: string;
  readonly section: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
};

/** Empty where everything is meant. */
export type HistoryFilter = {
  readonly section: string;
  readonly by: string;
  /** `2026-11-22`. */
  readonly day: string;
  readonly text: string;
};
export const noFilter: HistoryFilter = { section: '', by: '', day: '', text: '' };

export function entryRows(entries: readonly HistoryEntry[], sheet: WorkfileSheet): readonly HistoryRow[] {
  const name = historyNamer(sheet, entries);
  return entries.map((entry) => ({
    key: entry.edit,
    when: (now: number) => whenOf(entry.at, now),
    day: dayOf(entry.at),
    ...{ by: entry.by, pc: entry.pc, section: wordSection(entry), what: wordPlace(entry, name) },
    ...{ before: wordBefore(entry), after: wordAfter(entry) },
  }));
}

export function isShown(row: HistoryRow, { section, by, day, text }: HistoryFilter): boolean {
  if (section !== '' && row.section !== section) return false;
  if (by !== '' && row.by !== by) return false;
  if (day !== '' && row.day !== day) return false;
  if (text === '') return true;
  const words = `${row.what} ${row.before} ${row.after} ${row.by} ${row.pc}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
