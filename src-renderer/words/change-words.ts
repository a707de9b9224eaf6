// Names the difference between two states of a workfile: what undo took back.

import { priceEstimate } from '../../src-shared/domain/estimate/price-estimate.ts';
import type { Contact } from '../../src-shared/domain/people/contact.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import { groupWords } from './group-words.ts';
import { roleWords } from './workfile-words.ts';

/** `Owner › Cell phone`, `line 4 › Labor`, `3 lines`. */
export function wordDifference(before: WorkfileSheet | undefined, after: WorkfileSheet | undefined): string {
  if (before === undefined || after === undefined) return 'the last edit';
  return (
    lineDifference(before, after) ??
    contactDifference(before, after) ??
    photoDifference(before.photos, after.photos) ??
    documentDifference(before.documents, after.documents) ??
    noteDifference(before.notes, after.notes) ??
    singleDifference(before, after)
  );
}

function lineDifference(from: WorkfileSheet, to: WorkfileSheet): string | undefined {
  const [before, after] = [from.lines, to.lines];
  if (before === after) return undefined;
  const olds = new Map(before.map((line) => [line.id, line]));
  const news = new Map(after.map((line) => [line.id, line]));
  const added = after.filter((line) => !olds.has(line.id));
  const removed = before.filter((line) => !news.has(line.id));
  const changed = after.filter((line) => olds.has(line.id) && olds.get(line.id) !== line);
  const touched = [...added, ...removed, ...changed];
  const [only] = touched;
  if (only === undefined) return undefined;
  if (touched.length > 1) return `${touched.length} lines`;
  const { lines } = priceEstimate(removed.length > 0 ? from : to).sheet;
  const name = `line ${lines.findIndex((line) => line.id === only.id) + 1}`;
  if (added.length > 0 || removed.length > 0) return name;
  return `${name}${groupName('line', olds.get(only.id), only)}`;
}

function contactDifference(before: WorkfileSheet, after: WorkfileSheet): string | undefined {
  if (before.contacts === after.contacts) return undefined;
  const olds = new Map(before.contacts.map((contact) => [contact.id, contact]));
  const changed = after.contacts.find((contact) => olds.get(contact.id) !== contact);
  const removed = before.contacts.find((old) => !after.contacts.some((contact) => contact.id === old.id));
  const contact: Contact | undefined = changed ?? removed;
  if (contact === undefined) return undefined;
  const old = changed && olds.get(changed.id);
  return `${roleWords[contact.parent.role]}${old === undefined ? '' : groupName('contact', old, contact)}`;
}

function photoDifference(before: WorkfileSheet['photos'], after: WorkfileSheet['photos']): string | undefined {
  const changed = after.find((photo) => before.some((old) => old.id === photo.id && old !== photo));
  const old = before.find(({ id }) => id === changed?.id);
  if (changed !== undefined) return `photo ${after.indexOf(changed) + 1}${groupName('photo', old, changed)}`;
  const kept = after.filter((photo) => before.includes(photo)).length;
  const touched = before.length + after.length - 2 * kept;
  if (touched === 0) return undefined;
  return touched === 1 ? 'a photo' : `${touched} photos`;
}

function documentDifference(before: WorkfileSheet['documents'], after: WorkfileSheet['documents']): string | undefined {
  if (before === after) return undefined;
  if (before.length === after.length) return 'the title of a document';
  const touched = Math.abs(before.length - after.length);
  return touched === 1 ? 'a document' : `${touched} documents`;
}

function noteDifference(before: WorkfileSheet['notes'], after: WorkfileSheet['notes']): string | undefined {
  if (before === after) return undefined;
  return before.length === after.length ? 'the pin of a note' : 'a note';
}

const singles = {
  vehicle: 'Vehicle',
  insurance: 'Insurance',
  rates: 'Rates',
  estimate: 'Estimate',
  workfile: 'Workfile',
} as const;
const singleKinds = Object.keys(singles) as readonly (keyof typeof singles)[];

function singleDifference(before: WorkfileSheet, after: WorkfileSheet): string {
  const kind = singleKinds.find((name) => before[name] !== after[name]);
  return kind === undefined ? 'the last edit' : `${singles[kind]}${groupName(kind, before[kind], after[kind])}`;
}

function groupName(kind: keyof typeof groupWords, before: unknown, after: unknown): string {
  const olds = before as Readonly<Record<string, unknown>>;
  const news = after as Readonly<Record<string, unknown>>;
  const words = groupWords[kind] as Readonly<Record<string, string>>;
  const group = Object.keys(words).find((name) => JSON.stringify(olds[name]) !== JSON.stringify(news[name]));
  return group === undefined ? '' : ` › ${words[group]}`;
}
