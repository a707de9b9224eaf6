// A group's value in short words: the fields in which it differs from another value.

import { isCivilDate, printDate } from '../base/dates.ts';
import { printHours, type Tenths } from '../base/hours.ts';
import { type Cents, printMoney, printRate, type Rate } from '../base/money.ts';
import { sameValue } from '../base/same-value.ts';
import { laborNames } from '../domain/estimate/labor-type.ts';
import { operationWords } from '../domain/estimate/operation-words.ts';
import { partTypeWords } from '../domain/estimate/part-type-words.ts';
import type { JsonObject, JsonValue } from './protocol.ts';

/** The value of a record's deletion in words; undefined for any other value. */
export const wordsOfDeletion = (value: JsonObject): string | undefined => {
  if (Object.keys(value).length !== 1 || typeof value.deleted !== 'boolean') return undefined;
  return value.deleted ? 'Deleted' : 'Not deleted';
};

/** `price 120.00, quantity 2`: what is different in a group's `value`; everything when there is nothing to compare with. */
export function wordsOfValue(value: JsonObject, other: JsonObject | null, group = ''): string {
  const fields = Object.entries(value).filter(([name, field]) => other === null || !sameValue(field, other[name]));
  const [only] = Object.keys(value).length === 1 ? fields : [];
  return only === undefined ? wordsOfFields(Object.fromEntries(fields), group) : wordsOfField(...only, group);
}

/** `price 120.00`: fields of a group that has others too, each by its name. */
export const wordsOfFields = (fields: JsonObject, group: string): string =>
  Object.entries(fields)
    .map(([name, field]) => `${wordsOfName(name)} ${wordsOfField(name, field, group)}`)
    .join(', ');

/** What the numbers of a field are, where neither its name nor its value tells: hours or a percentage. */
export function unitOf(group: string, name: string): 'hours' | 'rate' | 'money' | null {
  if (name.endsWith('Cents')) return 'money';
  if (name === 'tenths' || name.endsWith('Tenths') || group === 'automatic') return 'hours';
  const isRate = ['rate', 'markup', 'percent'].includes(name) || inPercent.includes(group);
  if (isRate) return 'rate';
  // Rates of labor are money under the name of their labor type.
  return Object.hasOwn(laborNames, name) ? 'money' : null;
}
const inPercent = ['laborAdjust', 'partMarkup', 'partDiscount', 'chargeDiscount', 'refinish'];

/** `price` of `priceCents`. */
export const wordsOfName = (name: string): string =>
  name
    .replace(/Cents$/, '')
    .replace(/(?<=.)Tenths$/, '')
    .replace(/^tenths$/, 'hours')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();

function wordsOfField(name: string, field: JsonValue, group: string): string {
  if (typeof field === 'number') return wordsOfNumber(field, unitOf(group, name));
  if (typeof field === 'boolean') return field ? 'yes' : 'no';
  if (Array.isArray(field))
    return field.length === 0 ? '–' : field.map((one) => wordsOfField('', one, group)).join('; ');
  if (typeof field === 'object' && field !== null) return wordsOfValue(field as JsonObject, null, group);
  if (field === null || field === '') return '–';
  return isCivilDate(field) ? printDate(field) : wordsOfCode(name, field);
}

function wordsOfNumber(number: number, unit: ReturnType<typeof unitOf>): string {
  if (unit === 'money') return printMoney(number as Cents);
  if (unit === 'hours') return printHours(number as Tenths);
  return unit === 'rate' ? `${printRate(number as Rate)} %` : String(number);
}

/** What is named by an id, which says nothing to people. */
const idWords: Readonly<Record<string, string>> = {
  customerId: 'a customer of the shop',
  into: 'another customer',
};

/** A choice by the name that people know it by. */
function wordsOfCode(name: string, code: string): string {
  if (name === 'operation') return nameIn(operationWords, code);
  if (Object.hasOwn(idWords, name)) return idWords[name] ?? code;
  if (name !== 'type') return code;
  return Object.hasOwn(laborNames, code)
    ? (laborNames[code as keyof typeof laborNames] ?? code)
    : nameIn(partTypeWords, code);
}

const nameIn = (words: Readonly<Record<string, { readonly name: string }>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code]?.name ?? code) : code;
