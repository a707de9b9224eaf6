// The fields that a third value may be typed into: those in which two values differ, each with its format.

import { sameValue } from '../../../src-shared/base/same-value.ts';
import { isChoice } from '../../../src-shared/domain/record.ts';
import type { Decision, DecisionSide } from '../../../src-shared/ipc/centre-shapes.ts';
import { type JsonObject, type JsonValue, wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { records } from '../../../src-shared/sync/records.ts';
import { unitOf, wordsOfDeletion, wordsOfName } from '../../../src-shared/sync/value-words.ts';
import {
  email,
  type Format,
  hours,
  month,
  phone,
  plate,
  postalCode,
  rate,
  signedMoney,
  whole,
  year,
} from '../../words/formats.ts';

/** One field to type into: text, or a value with a format. */
export type DecisionField = {
  readonly name: string;
  readonly label: string;
  readonly value: JsonValue;
  readonly format: Format<JsonValue>;
};

/** The fields to type a third value into; none where only one of the two can be kept. */
export function fieldsToType(decision: Decision): readonly DecisionField[] {
  const { mine, theirs, place } = decision;
  if (place.group === wholeRecord) return [];
  const from = wordsOfDeletion(mine.value) === undefined ? mine : theirs;
  const other = from === mine ? theirs : mine;
  if (from === null || wordsOfDeletion(from.value) !== undefined) return [];
  return Object.entries(from.value)
    .filter(([name, value]) => isTyped(place, name, value) && differs(name, value, other))
    .map(([name, value]) => ({ name, label: labelOf(name), value, format: formatOf(place, name, value) }));
}

/** The whole group with what was typed. */
export function typedValue({ mine, theirs }: Decision, typed: JsonObject): JsonObject {
  const from = wordsOfDeletion(mine.value) === undefined ? mine : (theirs ?? mine);
  return { ...from.value, ...typed };
}

/** What is chosen from a list, or yes or no, is decided by keeping one of the two. */
const isTyped = ({ kind, group }: Decision['place'], name: string, value: JsonValue): boolean =>
  (typeof value === 'string' || typeof value === 'number') && !isChoice(records[kind].spec, group, name);

function differs(name: string, value: JsonValue, other: DecisionSide | null): boolean {
  if (other === null || wordsOfDeletion(other.value) !== undefined) return true;
  return !sameValue(value, other.value[name]);
}

const labelOf = (name: string): string => {
  const words = wordsOfName(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function formatOf({ kind, group }: Decision['place'], name: string, value: JsonValue): Format<JsonValue> {
  const known = formats[`${kind}.${group}.${name}`] ?? formats[name];
  if (known !== undefined) return forAny(known);
  if (typeof value === 'string') return forAny(text);
  const unit = unitOf(group, name);
  return forAny(unit === null ? whole(9_999_999, 'numbers') : units[unit]);
}

type Known = Format<string> | Format<number>;

/** A format is found by its field, which always holds what the format prints. */
const forAny = ({ print, parse }: Known): Format<JsonValue> => ({ print: (value) => print(value as never), parse });

const text: Format<string> = { print: (value) => value, parse: (typed) => ({ ok: true, value: typed }) };

const units = { money: signedMoney, hours, rate };

const formats: Readonly<Record<string, Known>> = {
  'contact.cell.number': phone,
  'contact.home.number': phone,
  'contact.business.number': phone,
  'contact.email.address': email,
  'vehicle.plate.number': plate,
  postalCode,
  month,
  year,
};
