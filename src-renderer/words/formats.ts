// How values of fields are printed and read: one format a kind of value, each with words for what it refuses.

import { readTimeOfDay } from '../../src-shared/base/civil-time.ts';
import type { Failure } from '../../src-shared/base/failure.ts';
import { parseHours, printHours, type Tenths } from '../../src-shared/base/hours.ts';
import { cents, parseMoney, parseRate, printMoney, printRate, type Rate } from '../../src-shared/base/money.ts';
import { parseNumberText } from '../../src-shared/base/number-text.ts';
import type { Result } from '../../src-shared/base/result.ts';
import { parseEmail } from '../../src-shared/domain/people/email.ts';
import { parsePhone } from '../../src-shared/domain/people/phone.ts';
import { parsePostalCode } from '../../src-shared/domain/people/postal-code.ts';
import { parsePlate } from '../../src-shared/domain/vehicle/plate.ts';
import { roPrefix } from '../../src-shared/domain/workfile/ro-number.ts';
import { issueWords, wordBriefly } from './failure-words.ts';
import { formWords } from './form-words.ts';

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };
export type Format<T> = { readonly print: (value: T) => string; readonly parse: (text: string) => Read<T> };

/** Money that is not negative; empty is none. */
export const money: Format<number> = {
  print: (value) => printMoney(cents(value)),
  parse: (text) => (isEmpty(text) ? read(0) : notNegative(wordMoney(parseMoney(text, 'amount')))),
};

/** Money, negative too: a credit. */
export const signedMoney: Format<number> = {
  print: money.print,
  parse: (text) => (isEmpty(text) ? read(0) : wordMoney(parseMoney(text, 'amount'))),
};

/** Hours to the tenth. */
export const hours: Format<number> = {
  print: (value) => printHours(value as Tenths),
  parse: (text) => (isEmpty(text) ? read(0) : worded(parseHours(text, 'hours'), hourWords)),
};

/** Hours or nothing at all: a cap that may be absent. */
export const hoursOrNone: Format<number | null> = {
  print: (value) => (value === null ? '' : hours.print(value)),
  parse: (text) => (isEmpty(text) ? read(null) : hours.parse(text)),
};

/** Money or nothing at all: a cap that may be absent. */
export const moneyOrNone: Format<number | null> = {
  print: (value) => (value === null ? '' : money.print(value)),
  parse: (text) => (isEmpty(text) ? read(null) : money.parse(text)),
};

/** A percentage. */
export const rate: Format<number> = {
  print: (value) => printRate(value as Rate),
  parse: (text) => (isEmpty(text) ? read(0) : worded(parseRate(text, 'rate'), rateWords)),
};

/** A percentage that may take off: at most all of it. */
export const signedRate: Format<number> = {
  print: rate.print,
  parse: (text) => {
    const taken = /^\s*[-−](.*)$/.exec(text)?.[1];
    const read = taken === undefined ? rate.parse(text) : share.parse(taken);
    return read.ok && taken !== undefined ? { ok: true, value: 0 - read.value } : read;
  },
};

/** A percentage of what there is: at most all of it. */
export const share: Format<number> = {
  print: rate.print,
  parse: (text) => {
    const read = rate.parse(text);
    return read.ok && read.value > wholeShare ? refused('At most 100 %.') : read;
  },
};
const wholeShare = 1_000_000;

/** A whole number from 0 to a limit; 0 reads as empty. */
export const whole = (limit: number, name: string): Format<number> => ({
  print: (value) => (value === 0 ? '' : value.toLocaleString('en-US')),
  parse: (text) => (isEmpty(text) ? read(0) : readWhole(text, limit, name)),
});

/** A model year of four digits; 0 reads as empty. */
export const year: Format<number> = {
  print: (value) => (value === 0 ? '' : String(value)),
  parse: (text) => {
    if (isEmpty(text)) return read(0);
    const value = /^\s*\d{4}\s*$/.test(text) ? Number(text) : 0;
    return value >= 1900 && value <= 2199 ? read(value) : refused('Type the year with four digits, such as 2019.');
  },
};

/** A phone number, put into its printed form. */
export const phone: Format<string> = {
  print: (value) => value,
  parse: (text) => worded(parsePhone(text, 'phone'), inForm(formWords.phone)),
};

/** One e-mail address. */
export const email: Format<string> = {
  print: (value) => value,
  parse: (text) => worded(parseEmail(text, 'email'), inForm(formWords.email)),
};

export const postalCode: Format<string> = {
  print: (value) => value,
  parse: (text) => worded(parsePostalCode(text, 'postalCode'), inForm(formWords.postalCode)),
};

/** What stands before the digits of RO numbers, in capitals. */
export const roPrefixText: Format<string> = {
  print: (value) => value,
  parse: (text) => {
    const prefix = roPrefix.safeParse(text.trim().toUpperCase());
    return prefix.success
      ? read(prefix.data)
      : refused('Capitals, digits and dashes, at most six; the last is no digit.');
  },
};

export const plate: Format<string> = {
  print: (value) => value,
  parse: (text) => worded(parsePlate(text, 'plate'), inForm(formWords.plate)),
};

/** Month and year of production: `05/2018`. */
export const month: Format<string> = {
  print: (value) => value,
  parse: (text) => {
    if (isEmpty(text)) return read('');
    const [, number = '', after = ''] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\s*$/.exec(text) ?? [];
    const isMonth = Number(number) >= 1 && Number(number) <= 12;
    return isMonth
      ? read(`${number.padStart(2, '0')}/${after.length === 2 ? `20${after}` : after}`)
      : refused('Type month and year, such as 05/2018.');
  },
};

/** A time of the day: `14:05`, also typed as 2:05p or 1405. */
export const timeOfDay: Format<string> = {
  print: (value) => value,
  parse: (text) => {
    const time = readTimeOfDay(text);
    return time === undefined ? refused('Type a time such as 8:30, 2:15p or 14:15.') : read(time);
  },
};

const inForm =
  (words: string) =>
  (failure: Failure): string =>
    failure.kind === 'invalid' && failure.issue === 'bad-format' ? words : wordBriefly(failure);
const isEmpty = (text: string): boolean => text.trim() === '';
const read = <T>(value: T): Read<T> => ({ ok: true, value });
const refused = (message: string): Read<never> => ({ ok: false, message });
const worded = <T>(result: Result<T>, words: (failure: Failure) => string): Read<T> =>
  result.ok ? read(result.value) : refused(words(result.failure));
const wordMoney = (result: Result<number>): Read<number> => worded(result, moneyWords);
const notNegative = (result: Read<number>): Read<number> =>
  result.ok && result.value < 0 ? refused(issueWords('negative')) : result;

function moneyWords(failure: Failure): string {
  if (failure.kind !== 'invalid') return wordBriefly(failure);
  if (failure.issue === 'too-large') return 'Too large: at most 99,999,999.99.';
  return failure.issue === 'bad-format' ? 'At most two decimals.' : issueWords(failure.issue, failure.limit);
}

const hourWords = (failure: Failure): string =>
  failure.kind === 'invalid' && failure.issue === 'bad-format' ? 'Hours go in steps of 0.1.' : wordBriefly(failure);

const rateWords = (failure: Failure): string =>
  failure.kind === 'invalid' && failure.issue === 'too-large' ? 'At most 1,000 %.' : wordBriefly(failure);

function readWhole(text: string, limit: number, name: string): Read<number> {
  const number = parseNumberText(text, name);
  if (!number.ok) return refused(wordBriefly(number.failure));
  if (!Number.isInteger(number.value)) return refused(`Type whole ${name}.`);
  if (number.value < 0) return refused(issueWords('negative'));
  return number.value > limit ? refused(issueWords('too-large', limit)) : read(number.value);
}
