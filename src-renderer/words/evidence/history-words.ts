// An edit of a workfile's history in words: where it was made, and from what to what.

import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import type { HistoryEntry } from '../../../src-shared/sync/history.ts';
import type { JsonObject, JsonValue } from '../../../src-shared/sync/protocol.ts';
import { wordsOfValue } from '../../../src-shared/sync/value-words.ts';
import { groupWords, kindWords } from '../group-words.ts';
import { roleWords } from '../workfile-words.ts';

const sections: Readonly<Record<string, string>> = {
  contact: 'Contacts',
  vehicle: 'Vehicle',
  insurance: 'Insurance',
  rates: 'Rates',
  estimate: 'Estimate',
  line: 'Estimate',
  version: 'Totals & supplements',
  photo: 'Attachments',
  note: 'Notes',
};

/** The section of the workfile that an entry is about. */
export const wordSection = ({ kind }: Pick<HistoryEntry, 'kind'>): string => sections[kind] ?? 'Workfile';

type Naming = (entry: HistoryEntry) => string;

/** Names the records of a workfile, those that are gone too: by what its history says they were. */
export function historyNamer(
  { contacts, lines, photos }: Pick<WorkfileSheet, 'contacts' | 'lines' | 'photos'>,
  entries: readonly HistoryEntry[],
): Naming {
  const names = new Map<string, string>();
  // Newest first: what a line said last is what it is called.
  for (const { kind, id, group, value } of entries) {
    const text = kind === 'line' ? descriptionIn(group, value) : undefined;
    if (text !== undefined && !names.has(id)) names.set(id, `Line ${text}`);
  }
  for (const { id, text } of lines) if (text.description !== '') names.set(id, `Line ${text.description}`);
  for (const { id, parent } of contacts) names.set(id, roleWords[parent.role]);
  for (const [at, { id, caption }] of photos.entries()) names.set(id, `Photo ${at + 1} ${caption.text}`.trim());
  return ({ kind, id }) => names.get(id) ?? (Object.hasOwn(kindWords, kind) ? kindWords[kind as 'line'] : kind);
}

/** `LT fender` where the value of an edit says what a line is called. */
function descriptionIn(group: string, value: JsonObject): string | undefined {
  const text = (group === 'text' ? value : value.text) as { readonly description?: JsonValue } | undefined;
  return typeof text?.description === 'string' && text.description !== '' ? text.description : undefined;
}

/** `Owner › Cell phone`, `Line LT fender`. */
export function wordPlace(entry: HistoryEntry, name: Naming): string {
  const groups: Readonly<Record<string, string>> = groupWords[entry.kind as 'line'] ?? {};
  const group = entry.what === 'changed' ? (groups[entry.group] ?? entry.group) : '';
  return group === '' ? name(entry) : `${name(entry)} › ${group}`;
}

/** What it was before; empty where there was nothing. */
export function wordBefore({ what, before, group }: HistoryEntry): string {
  if (what !== 'changed') return '';
  return before === null ? 'not known on this PC' : short(wordsOfValue(before, null, group));
}

/** What became of it. */
export function wordAfter({ what, value, group }: HistoryEntry): string {
  if (what === 'removed') return 'Removed';
  if (what === 'restored') return 'Restored';
  if (what === 'made') return short(['Added', wordsOfNew(value)].filter((part) => part !== '').join(': '));
  return short(wordsOfValue(value, null, group));
}

/** What a new record says, without what is empty and what only programs read. */
function wordsOfNew(value: JsonObject): string {
  return Object.entries(value)
    .map(([group, fields]) => wordsOfValue(said(fields as JsonObject), null, group))
    .filter((words) => words !== '')
    .join(', ');
}

const said = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => !isForPrograms(name) && !isEmpty(value)));

const isForPrograms = (name: string): boolean => name === 'at' || name === 'sha256' || /Ids?$/.test(name);
const isEmpty = (value: JsonValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === 0 ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

const longest = 300;
const short = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
