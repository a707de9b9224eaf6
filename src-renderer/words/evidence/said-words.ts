// The fields of an edit as people read them: choices by their names, instants on the shop's clock, records by what they
// are called, and nothing that only programs read.

import { civilTimeOf } from '../../../src-shared/base/civil-time.ts';
import { type MilestoneName, milestoneNames } from '../../../src-shared/domain/plan/milestone.ts';
import { receiptTypeNames } from '../../../src-shared/domain/receipt/receipt-type.ts';
import type { GroupShapes } from '../../../src-shared/domain/record.ts';
import { impactNames } from '../../../src-shared/domain/vehicle/impact.ts';
import type { JsonObject, JsonValue } from '../../../src-shared/sync/protocol.ts';
import { isRecordKind, records } from '../../../src-shared/sync/records.ts';
import { civilWords, milestoneWords } from '../plan/plan-words.ts';
import { appointmentWords } from '../plan/task-words.ts';
import { preferenceWords, stageWords } from '../workfile-words.ts';
import { noteKindWords } from './note-words.ts';

/** What records are called, and where the shop is. */
export type Reading = { readonly nameOf: (id: string) => string | undefined; readonly timeZone: string };

/** A group's fields as people read them. */
export function readableFields(kind: string, group: string, fields: JsonObject, reading: Reading): JsonObject {
  if (forPrograms.has(`${kind}.${group}`) || group === 'chain') return {};
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const said = readable(`${kind}.${group}.${name}`, value, reading);
      return said === undefined ? [] : [[nameOfField(name), said]];
    }),
  );
}

/** Whether people read several fields of a group, so that one alone does not tell which it is. */
export function hasSeveralFields(kind: string, group: string): boolean {
  if (!isRecordKind(kind)) return true;
  const groups: GroupShapes = records[kind].spec.groups;
  const names = Object.keys(groups[group]?.shape ?? {});
  return names.filter((name) => !unsaid.test(`.${name}`)).length > 1;
}

/** Where a record lies, the bytes of a file, and what a locked version holds: nobody reads these as words. */
const forPrograms: ReadonlySet<string> = new Set([
  ...['photo.place', 'line.place', 'photo.content', 'document.content', 'line.vendor'],
  ...['version.lines', 'version.facts', 'version.totals'],
]);

/** Fields that say what the entry itself says: who did it, and where. */
const unsaid = /\.(?:serial|by|pc|completedBy)$/;

function readable(place: string, value: JsonValue, reading: Reading): JsonValue | undefined {
  const name = place.slice(place.lastIndexOf('.') + 1);
  if (unsaid.test(place)) return undefined;
  if (isInstant(name, value)) return value === 0 ? '' : civilWords(civilTimeOf(value, reading.timeZone));
  if (isReference(name)) return namesOf(value, reading);
  const names = choices[place];
  if (names === undefined) return value;
  return Array.isArray(value) ? value.map((one) => nameIn(names, one)) : nameIn(names, value);
}

const isInstant = (name: string, value: JsonValue): value is number =>
  typeof value === 'number' && /^at$|At$/.test(name);

const isReference = (name: string): boolean => /Ids?$|^(?:ids|reverses|versionOf|answerTo)$/.test(name);

/** The names of the records that a field points at; undefined where it points at none. */
function namesOf(value: JsonValue, { nameOf }: Reading): JsonValue | undefined {
  const ids = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' && one !== '');
  if (ids.length === 0) return undefined;
  return ids.map((id) => nameOf(String(id)) ?? 'something that is gone');
}

/** `lines` of `lineIds`. */
const nameOfField = (name: string): string => name.replace(/Ids$/, 's').replace(/Id$/, '').replace(/At$/, '');

const nameIn = (names: Readonly<Record<string, string>>, value: JsonValue): JsonValue =>
  typeof value === 'string' && Object.hasOwn(names, value) ? (names[value] ?? value) : value;

const milestones: Readonly<Record<string, string>> = Object.fromEntries(
  milestoneNames.map((name: MilestoneName) => [name, milestoneWords[name]]),
);

/** The names of choices, by the field that holds them. */
const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'workfile.stage.stage': stageWords,
  'contact.preference.preference': preferenceWords,
  'vehicle.impact.primary': impactNames,
  'vehicle.impact.secondary': impactNames,
  'note.content.kind': noteKindWords,
  'receipt.money.type': receiptTypeNames,
  'receipt.money.from': { customer: 'Customer', insurance: 'Insurance' },
  'event.what.kind': { promise: 'Promise event', reopened: 'Milestone re-opened' },
  'event.reopened.milestone': milestones,
  'appointment.about.kind': appointmentWords,
};
