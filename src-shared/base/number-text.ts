// Numbers as estimators type them: `1,234.5`, `(12.00)`, `=12*3+1`, `1.5+0.3`.

import { type Failure, invalid } from './failure.ts';
import { failed, ok, type Result } from './result.ts';

const numeral = /^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;
const maxLength = 60;

/** Reads a typed number or a sum (+ - * / and brackets, with or without `=`); brackets around a plain number mean negative. */
export function parseNumberText(text: string, field: string): Result<number, Failure> {
  const trimmed = text.trim();
  if (trimmed === '') return failed(invalid(field, 'required'));
  if (trimmed.length > maxLength) return failed(invalid(field, 'too-long', maxLength));
  const value = isSum(trimmed) ? evaluate(trimmed.replace(/^=/, '')) : plainNumber(trimmed);
  return value === undefined || !Number.isFinite(value) ? failed(invalid(field, 'not-a-number')) : ok(value);
}

/** Whether typed text is to be worked out: it starts with `=`, or something is added, taken, multiplied or divided. */
export const isSum = (text: string): boolean => /^\s*=/.test(text) || /[\d.)]\s*[-+*/]\s*[-\d.(]/.test(text);

function plainNumber(text: string): number | undefined {
  const bracketed = /^\((.*)\)$/.exec(text);
  const body = bracketed?.[1] ?? text;
  const negative = bracketed !== null || body.startsWith('-') || body.startsWith('−');
  const digits = (bracketed === null ? body.replace(/^[-−+]/, '') : body).replace(/^\$/, '').trim();
  if (digits === '' || digits === '.' || !numeral.test(digits)) return undefined;
  const value = Number(digits.replaceAll(',', ''));
  return negative ? -value : value;
}

type Cursor = { readonly text: string; at: number };

function evaluate(text: string): number | undefined {
  const cursor: Cursor = { text: text.replaceAll(/[\s,]/g, ''), at: 0 };
  const value = sum(cursor);
  // Binary fractions leave a trace (1.5+0.3 is 1.7999…): fourteen digits are more than any amount has.
  return cursor.at === cursor.text.length && value !== undefined ? Number(value.toPrecision(14)) : undefined;
}

function sum(cursor: Cursor): number | undefined {
  let left = product(cursor);
  for (let sign = cursor.text[cursor.at]; sign === '+' || sign === '-'; sign = cursor.text[cursor.at]) {
    cursor.at += 1;
    const right = product(cursor);
    if (left === undefined || right === undefined) return undefined;
    left = sign === '+' ? left + right : left - right;
  }
  return left;
}

function product(cursor: Cursor): number | undefined {
  let left = factor(cursor);
  for (let sign = cursor.text[cursor.at]; sign === '*' || sign === '/'; sign = cursor.text[cursor.at]) {
    cursor.at += 1;
    const right = factor(cursor);
    if (left === undefined || right === undefined) return undefined;
    left = sign === '*' ? left * right : left / right;
  }
  return left;
}

function factor(cursor: Cursor): number | undefined {
  if (cursor.text[cursor.at] === '-') {
    cursor.at += 1;
    const value = factor(cursor);
    return value === undefined ? undefined : -value;
  }
  if (cursor.text[cursor.at] === '(') {
    cursor.at += 1;
    const value = sum(cursor);
    if (cursor.text[cursor.at] !== ')') return undefined;
    cursor.at += 1;
    return value;
  }
  const match = /^(?:\d+(?:\.\d*)?|\.\d+)/.exec(cursor.text.slice(cursor.at));
  if (match === null) return undefined;
  cursor.at += match[0].length;
  return Number(match[0]);
}
