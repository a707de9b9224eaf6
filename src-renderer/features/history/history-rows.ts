// Entries of a history as rows of words, and which of them somebody looks for.

import type { HistoryEntry } from '../../../src-shared/sync/history.ts';
import { standingWords, wordAfter, wordBefore, wordPlace, wordSection } from '../../words/evidence/history-words.ts';
import { type Clock, dayOf, whenOf } from '../../words/time-words.ts';

export type HistoryRow = {
  readonly key: string;
  readonly when: (clock: Clock) => string;
  readonly day: string;
  readonly by: string;
  readonly pc: string;
  readonly section: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** What became of it, where it does not simply stand. */
  readonly standing: string;
};

/** Empty where everything is meant. */
export type HistoryFilter = {
  readonly section: string;
  readonly by: string;
  readonly standing: string;
  /** `2026-11-22`. */
  readonly day: string;
  readonly text: string;
};
export const noFilter: HistoryFilter = { section: '', by: '', standing: '', day: '', text: '' };

export function entryRows(
  entries: readonly HistoryEntry[],
  names: ReadonlyMap<string, string>,
  timeZone: string,
): readonly HistoryRow[] {
  const reading = { timeZone, nameOf: (id: string) => names.get(id) };
  return entries.map((entry) => ({
    key: entry.edit,
    when: (clock: Clock) => whenOf(entry.at, clock),
    day: dayOf(entry.at, timeZone),
    ...{ by: entry.by, pc: entry.pc, section: wordSection(entry), what: wordPlace(entry, names) },
    ...{ before: wordBefore(entry, reading), after: wordAfter(entry, reading) },
    standing: standingWords[entry.standing],
  }));
}

export function isShown(row: HistoryRow, { section, by, standing, day, text }: HistoryFilter): boolean {
  if (section !== '' && row.section !== section) return false;
  if (by !== '' && row.by !== by) return false;
  if (standing !== '' && row.standing !== standing) return false;
  if (day !== '' && row.day !== day) return false;
  if (text === '') return true;
  const words = `${row.what} ${row.before} ${row.after} ${row.by} ${row.pc} ${row.standing}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
