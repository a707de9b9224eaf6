// A group's value in short words: the fields in which it differs from another value.

import { printHours, type Tenths } from '../../src-shared/base/hours.ts';
import { type Cents, printMoney } from '../../src-shared/base/money.ts';
import { sameValue } from '../../src-shared/sync/merge.ts';
import type { JsonObject, JsonValue } from '../../src-shared/sync/protocol.ts';

/** `price 120.00, quantity 2`: what is different in `value`; everything when there is nothing to compare with. */
export function wordsOfValue(value: JsonObject, other: JsonObject | null): string {
  const fields = Object.entries(value).filter(([name, field]) => other === null || !sameValue(field, other[name]));
  if (fields.length === 1 && Object.keys(value).length === 1) return wordsOfField(...(fields[0] ?? ['', '']));
  return fields.map(([name, field]) => `${wordsOfName(name)} ${wordsOfField(name, field)}`).join(', ');
}

const wordsOfName = (name: string): string =>
  name
    .replace(/Cents$/, '')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();

function wordsOfField(name: string, field: JsonValue): string {
  if (typeof field === 'number' && name.endsWith('Cents')) return printMoney(field as Cents);
  if (typeof field === 'number' && name === 'tenths') return printHours(field as Tenths);
  if (typeof field === 'boolean') return field ? 'yes' : 'no';
  if (typeof field === 'object' && field !== null) return wordsOfValue(field as JsonObject, null);
  return field === null || field === '' ? '–' : String(field);
}
