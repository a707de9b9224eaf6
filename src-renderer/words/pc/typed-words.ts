// What somebody typed, for a file that a person reads: the text of a field as it is, and a form that was not done field by field.

import { cents, printMoney } from '../../../src-shared/base/money.ts';

/** A text that stands behind its place; a form stands below it, one line a field. */
export function wordTyped(text: string): string {
  const form = formOf(text);
  if (form === undefined) return ` ${text}`;
  return fieldLines(form)
    .map((line) => `\n    ${line}`)
    .join('');
}

type Form = Readonly<Record<string, unknown>>;

/** A form is kept as JSON; what people type is text, even in braces. */
function formOf(text: string): Form | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isForm(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

const isForm = (value: unknown): value is Form => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What says nothing is left out, and what only the program reads. */
function fieldLines(form: Form, above = ''): readonly string[] {
  return Object.entries(form).flatMap(([name, value]) => {
    if (isNothing(value) || /(^id|Ids?)$/.test(name)) return [];
    const title = above === '' ? titleOf(name) : `${above}, ${titleOf(name).toLowerCase()}`;
    if (isForm(value)) return fieldLines(value, title);
    const all = Array.isArray(value) ? value : [value];
    return [`${title}: ${all.map((one: unknown) => valueWords(name, one)).join(', ')}`];
  });
}

const isNothing = (value: unknown): boolean =>
  value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0);

/** `amountCents` is the amount. */
function titleOf(name: string): string {
  const words = name
    .replace(/Cents$/, '')
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function valueWords(name: string, value: unknown): string {
  if (value === true) return 'yes';
  if (typeof value === 'number' && name.endsWith('Cents')) return printMoney(cents(value));
  if (isForm(value)) return fieldLines(value).join('; ');
  return String(value);
}
