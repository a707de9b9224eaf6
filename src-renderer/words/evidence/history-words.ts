// An edit of a workfile's history in words: where it was made, and from what to what.

import { isDmsId } from '../../../src-shared/domain/dms/dms-id.ts';
import { libraryNames } from '../../../src-shared/domain/library/library.ts';
import { isMilestone } from '../../../src-shared/domain/plan/milestone.ts';
import type { LibrarySheet } from '../../../src-shared/ipc/library-requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import type { HistoryEntry, Standing } from '../../../src-shared/sync/history.ts';
import type { JsonObject, JsonValue } from '../../../src-shared/sync/protocol.ts';
import { wordsOfFields, wordsOfValue } from '../../../src-shared/sync/value-words.ts';
import { groupWords, kindWords } from '../group-words.ts';
import { roleWords } from '../workfile-words.ts';
import { hasSeveralFields, type Reading, readableFields } from './said-words.ts';

const sections: Readonly<Record<string, string>> = {
  contact: 'Contacts',
  vehicle: 'Vehicle',
  insurance: 'Insurance',
  rates: 'Rates',
  estimate: 'Estimate',
  line: 'Estimate',
  version: 'Totals & supplements',
  photo: 'Attachments',
  document: 'Attachments',
  note: 'Notes',
  receipt: 'Receipts',
  'receipt-void': 'Receipts',
  event: 'Repair plan',
  task: 'Repair plan',
  appointment: 'Repair plan',
  'dms-event': 'DMS Activity',
  ...libraryNames,
};

/** The section of the workfile that an entry is about. */
export function wordSection({ kind, group }: Pick<HistoryEntry, 'kind' | 'group'>): string {
  if (kind === 'workfile' && (isMilestone(group) || group === 'statusUpdate')) return 'Repair plan';
  if (kind === 'workfile' && (group === 'tracking' || group === 'referral')) return 'Contacts';
  if (kind === 'workfile' && isDmsId(group)) return 'DMS Activity';
  return sections[kind] ?? 'Workfile';
}

/** What became of an edit that does not simply stand; empty for one that does. */
export const standingWords: Readonly<Record<Standing, string>> = {
  taken: '',
  waiting: 'Not sent yet',
  refused: 'Refused',
  beside: 'Another value stands',
};

type Named = Pick<
  WorkfileSheet,
  'contacts' | 'lines' | 'photos' | 'documents' | 'notes' | 'tasks' | 'receipts' | 'receiptVoids'
>;

/** Names profiles, insurance companies and employees: as they are called now. */
export function settingNames(
  sheet: Pick<LibrarySheet, 'profiles' | 'insurers' | 'employees'> | undefined,
): ReadonlyMap<string, string> {
  const records = sheet === undefined ? [] : [...sheet.profiles, ...sheet.insurers, ...sheet.employees];
  return new Map(records.filter(({ about }) => about.name !== '').map(({ id, about }) => [id, about.name]));
}

/** Names the records of a workfile, those that are gone too: by what its history says they were. */
export function historyNames(sheet: Named, entries: readonly HistoryEntry[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  // Newest first: what a line said last is what it is called.
  for (const { kind, id, group, value } of entries) {
    const text = kind === 'line' ? descriptionIn(group, value) : undefined;
    if (text !== undefined && !names.has(id)) names.set(id, `Line ${text}`);
  }
  nameSheet(sheet, names);
  return names;
}

function nameSheet(sheet: Named, names: Map<string, string>): void {
  const { contacts, lines, photos, documents, notes, tasks, receipts, receiptVoids } = sheet;
  for (const { id, text } of lines) if (text.description !== '') names.set(id, `Line ${text.description}`);
  for (const { id, parent } of contacts) names.set(id, roleWords[parent.role]);
  for (const [at, { id, caption }] of photos.entries()) names.set(id, `Photo ${at + 1} ${caption.text}`.trim());
  for (const { id, title } of documents) names.set(id, `Document ${title.text}`.trim());
  for (const { id, content } of notes) names.set(id, `Note “${brief(content.text)}”`);
  for (const { id, about } of tasks) names.set(id, `Task “${brief(about.text)}”`);
  for (const { id, number } of receipts) names.set(id, `Receipt ${number.number}`);
  for (const { id, parent } of receiptVoids) names.set(id, `Void of ${names.get(parent.receiptId) ?? 'a receipt'}`);
}

/** The first words of a text. */
function brief(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length <= 30 ? line : `${line.slice(0, 29)}…`;
}

/** `LT fender` where the value of an edit says what a line is called. */
function descriptionIn(group: string, value: JsonObject): string | undefined {
  const text = (group === 'text' ? value : value.text) as { readonly description?: JsonValue } | undefined;
  return typeof text?.description === 'string' && text.description !== '' ? text.description : undefined;
}

/** `Owner › Cell phone`, `Line LT fender`. */
export function wordPlace({ kind, id, what, group }: HistoryEntry, names: ReadonlyMap<string, string>): string {
  const record = names.get(id) ?? (Object.hasOwn(kindWords, kind) ? kindWords[kind as 'line'] : kind);
  const groups: Readonly<Record<string, string>> = groupWords[kind as 'line'] ?? {};
  return what === 'changed' ? `${record} › ${groups[group] ?? group}` : record;
}

/** What it was before; empty where there was nothing. */
export function wordBefore(entry: HistoryEntry, reading: Reading): string {
  if (entry.what !== 'changed') return '';
  return entry.before === null ? 'not known on this PC' : wordsOfChanged(entry, entry.before, reading);
}

/** What became of it. */
export function wordAfter(entry: HistoryEntry, reading: Reading): string {
  const { what, value, kind } = entry;
  if (what === 'removed') return 'Removed';
  if (what === 'restored') return 'Restored';
  if (what === 'made')
    return short(['Added', wordsOfNew(kind, value, reading)].filter((part) => part !== '').join(': '));
  return wordsOfChanged(entry, value, reading) || 'Changed';
}

/** The fields that were changed; the only field of its group needs no name. */
function wordsOfChanged({ kind, group }: HistoryEntry, fields: JsonObject, reading: Reading): string {
  const said = readableFields(kind, group, fields, reading);
  return short(hasSeveralFields(kind, group) ? wordsOfFields(said, group) : wordsOfValue(said, null, group));
}

/** What a new record says, with what is only yes behind the rest, and without what is empty or what only programs read. */
function wordsOfNew(kind: string, value: JsonObject, reading: Reading): string {
  const groups = Object.entries(value).map(
    ([group, fields]) => [group, readableFields(kind, group, said(fields as JsonObject), reading)] as const,
  );
  const texts = groups.map(([group, fields]) => {
    const rest = pick(fields, (field) => field !== true);
    return Object.keys(fields).length === 1 ? wordsOfValue(rest, null, group) : wordsOfFields(rest, group);
  });
  const flags = groups.map(([group, fields]) =>
    wordsOfFields(
      pick(fields, (field) => field === true),
      group,
    ),
  );
  return [...texts, ...flags].filter((words) => words !== '').join(', ');
}

const pick = (fields: JsonObject, isWanted: (field: JsonValue | undefined) => boolean): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => isWanted(field)));

// A new record is as old as its entry: its own instants say nothing more.
const said = ({ at: _, ...fields }: JsonObject): JsonObject => pick(fields, (field) => !isEmpty(field));

const isEmpty = (value: JsonValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === 0 ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

const longest = 300;
const short = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
