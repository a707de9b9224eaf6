// Choosing from a short list by typing: a printed word, a name, or a beginning that only one choice has.

import { type Failure, invalid } from '../../base/failure.ts';
import { failed, ok, type Result } from '../../base/result.ts';

/** `print` is the word on a print, empty where it prints none; `name` is what a person chooses. */
export type Words = { readonly print: string; readonly name: string };
/** The words of each choice, in the order of the list. */
export type Choices<T extends string> = Readonly<Record<T, Words>>;

/** The choices of which a word starts with the typed text, exact words first; all for no text. */
export function matchChoices<T extends string>(choices: Choices<T>, text: string): readonly T[] {
  const typed = fold(text);
  const all = Object.keys(choices) as T[];
  const exact = all.filter((one) => typed !== '' && wordsOf(choices[one]).includes(typed));
  const starting = all.filter((one) => wordsOf(choices[one]).some((word) => word.startsWith(typed)));
  return [...new Set([...exact, ...starting])];
}

/** Reads typed text as one of the choices. */
export function parseChoice<T extends string>(choices: Choices<T>, text: string, field: string): Result<T, Failure> {
  const [first, ...others] = matchChoices(choices, text);
  if (first === undefined) return failed(invalid(field, 'not-a-choice'));
  const exact = wordsOf(choices[first]).includes(fold(text));
  return exact || others.length === 0 ? ok(first) : failed(invalid(field, 'not-a-choice'));
}

const fold = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
const wordsOf = ({ print, name }: Words): readonly string[] => (print === '' ? [name] : [print, name]).map(fold);
