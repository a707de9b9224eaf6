// In which of its fields a workfile holds what somebody typed, and how well: the number before a name, a whole value
// before the middle of one.

import type { Heading } from './heading.ts';

/** The fields that are searched, those that mean one workfile first. */
export const searchedFields = ['label', 'claim', 'plate', 'vin', 'phones', 'owner', 'insurer', 'vehicle'] as const;
export type SearchedField = (typeof searchedFields)[number];

/** A field that holds a typed word, with what stands in it. */
export type FieldMatch = { readonly field: SearchedField; readonly text: string };

/** Where the words stand; the smaller the rank, the better they fit. */
export type HeadingMatch = { readonly matches: readonly FieldMatch[]; readonly rank: number };

/** Where a heading holds every word of a text; undefined when one of them is nowhere. */
export function matchHeading(heading: Pick<Heading, SearchedField>, typed: string): HeadingMatch | undefined {
  const whole = signsOf(typed);
  const equal = searchedFields.findIndex((field) => textsOf(heading, field).some((text) => signsOf(text) === whole));
  const words = typedWords(typed);
  const found = words.map((word) => bestField(heading, word));
  if (words.length === 0 || found.some((one) => one === undefined)) return undefined;
  const places = found.filter((one) => one !== undefined);
  const matches = new Map(places.map(({ match }) => [match.field, match]));
  const rank = equal >= 0 ? equal : Math.max(...places.map((place) => place.rank));
  return { matches: [...matches.values()], rank };
}

/** As the search's index folds: case and accents make no difference. */
export const foldText = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const typedWords = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const signsOf = (text: string): string => typedWords(text).join('');

/** Of the phone numbers the one that is meant is named, not all of them. */
const textsOf = (heading: Pick<Heading, SearchedField>, field: SearchedField): readonly string[] =>
  field === 'phones' ? heading.phones.split(' ') : [heading[field]];

type Place = { readonly match: FieldMatch; readonly rank: number };

function bestField(heading: Pick<Heading, SearchedField>, word: string): Place | undefined {
  const places = searchedFields.flatMap((field, order) =>
    textsOf(heading, field).flatMap((text) => {
      const fit = fitOf(text, word);
      return fit === undefined ? [] : [{ match: { field, text }, rank: fit * searchedFields.length + order }];
    }),
  );
  return places.toSorted((a, b) => a.rank - b.rank)[0];
}

/** 1: a whole word, 2: the beginning of the text, 3: of a word, 4: within. */
function fitOf(text: string, word: string): number | undefined {
  const words = typedWords(text);
  if (words.includes(word)) return 1;
  if (words[0]?.startsWith(word)) return 2;
  if (words.some((one) => one.startsWith(word))) return 3;
  return word.length >= 3 && signsOf(text).includes(word) ? 4 : undefined;
}
