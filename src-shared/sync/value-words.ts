// A group's value in short words: the fields in which it differs from another value.

import { printHours, type Tenths } from '../base/hours.ts';
import { type Cents, printMoney, printRate, type Rate } from '../base/money.ts';
import { laborNames } from '../domain/estimate/labor-type.ts';
import { operationWords } from '../domain/estimate/operation-words.ts';
import { partTypeWords } from '../domain/estimate/part-type-words.ts';
import { sameValue } from './merge.ts';
import type { JsonObject, JsonValue } from './protocol.ts';

/** The value of a record's deletion in words; undefined for any other value. */
export const wordsOfDeletion = (value: JsonObject): string | undefined => {
  if (Object.keys(value).length !== 1 || typeof value.deleted !== 'boolean') return undefined;
  return value.deleted ? 'Deleted' : 'Not deleted';
};

/** `price 120.00, quantity 2`: what is different in `value`; everything when there is nothing to compare with. */
export function wordsOfValue(value: JsonObject, other: JsonObject | null): string {
  const fields = Object.entries(value).filter(([name, field]) => other === null || !sameValue(field, other[name]));
  if (fields.length === 1 && Object.keys(value).length === 1) return wordsOfField(...(fields[0] ?? ['', '']));
  return fields.map(([name, field]) => `${wordsOfName(name)} ${wordsOfField(name, field)}`).join(', ');
}

/** `price` of `priceCents`. */
export const wordsOfName = (name: string): string =>
  name
    .replace(/Cents$/, '')
    .replace(/^tenths$/, 'hours')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();

function wordsOfField(name: string, field: JsonValue): string {
  // Rates of labor are money under the name of their labor type.
  if (typeof field === 'number' && Object.hasOwn(laborNames, name)) return printMoney(field as Cents);
  if (typeof field === 'number' && name.endsWith('Cents')) return printMoney(field as Cents);
  if (typeof field === 'number' && name === 'tenths') return printHours(field as Tenths);
  if (typeof field === 'number' && name === 'rate') return `${printRate(field as Rate)} %`;
  if (typeof field === 'boolean') return field ? 'yes' : 'no';
  if (typeof field === 'object' && field !== null) return wordsOfValue(field as JsonObject, null);
  if (field === null || field === '') return '–';
  return wordsOfCode(name, String(field));
}

/** A choice by the name that people know it by. */
function wordsOfCode(name: string, code: string): string {
  if (name === 'operation') return nameIn(operationWords, code);
  if (name !== 'type') return code;
  return Object.hasOwn(laborNames, code)
    ? (laborNames[code as keyof typeof laborNames] ?? code)
    : nameIn(partTypeWords, code);
}

const nameIn = (words: Readonly<Record<string, { readonly name: string }>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code]?.name ?? code) : code;
