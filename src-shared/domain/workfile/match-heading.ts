// In which of its fields a workfile holds what somebody typed, and how well: the number before a name, a whole value
// before the middle of one.

import type { Heading } from './heading.ts';

/** The fields that are searched, those that mean one workfile first. */
export const searchedFields = [
  ...(['label', 'claim', 'receipts', 'plate', 'vin'] as const),
  ...(['phones', 'owner', 'names', 'insurer', 'vehicle'] as const),
] as const;
export type SearchedField = (typeof searchedFields)[number];

/** A field that holds a typed word, with what stands in it. */
export type FieldMatch = { readonly field: SearchedField; readonly text: string };

/** Where the words stand; the smaller the rank, the better they fit. */
export type HeadingMatch = { readonly matches: readonly FieldMatch[]; readonly rank: number };

/** Looks for a text in headings: where each holds every word of it; undefined when one of them is nowhere. */
export function headingMatcher(typed: string): (heading: Searched) => HeadingMatch | undefined {
  const words = foldText(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
  const whole = words.join('');
  return (heading) => {
    const texts = foldedTexts(heading);
    const found: Place[] = [];
    for (const word of words) {
      const place = bestPlace(texts, word);
      if (place === undefined) return undefined;
      found.push(place);
    }
    if (found.length === 0) return undefined;
    const equal = texts.find(({ folded }) => folded === whole || hasOnlySigns(folded, whole));
    return {
      matches: [...new Set(found.map(({ text }) => text))].map(({ field, text }) => ({ field, text })),
      rank: equal?.order ?? Math.max(...found.map(({ rank }) => rank)),
    };
  };
}

/** As the search's index folds: case and accents make no difference. */
export const foldText = (text: string): string =>
  isPlain(text) ? text.toLowerCase() : text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

// Nearly every text is plain, and a hundred headings are looked at for each key.
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > lastPlain) return false;
  return true;
}
const lastPlain = 0x7e;

type Searched = Pick<Heading, SearchedField>;
type Text = { readonly field: SearchedField; readonly order: number; readonly text: string; readonly folded: string };

/** Of several phone or receipt numbers or names the one that is meant is named, not all of them. */
function foldedTexts(heading: Searched): readonly Text[] {
  const texts: Text[] = [];
  for (const { field, order, between } of fieldsInOrder) {
    const whole = heading[field];
    if (whole === '') continue;
    const parts = between !== undefined && whole.includes(between) ? whole.split(between) : [whole];
    for (const text of parts) texts.push({ field, order, text, folded: foldText(text) });
  }
  return texts;
}

/** What stands between the values of a field that has several. */
const lists: { readonly [F in SearchedField]?: string } = { phones: ' ', receipts: ' ', names: '\n' };
const fieldsInOrder = searchedFields.map((field, order) => ({ field, order, between: lists[field] }));

type Place = { readonly text: Text; readonly rank: number };

/** A word as it was typed comes before one with something between its signs, which is looked for only where it could win. */
function bestPlace(texts: readonly Text[], word: string): Place | undefined {
  const best = firstOf(texts, (folded) => fitOf(folded, word));
  if (word.length < shortestInside || (best !== undefined && best.rank < within * searchedFields.length)) return best;
  const held = firstOf(texts, (folded) =>
    word.length < folded.length && holdsSigns(folded, word) ? within : undefined,
  );
  return best === undefined || (held !== undefined && held.rank < best.rank) ? held : best;
}

function firstOf(texts: readonly Text[], fitOfText: (folded: string) => number | undefined): Place | undefined {
  let best: Place | undefined;
  for (const text of texts) {
    const fit = fitOfText(text.folded);
    if (fit === undefined) continue;
    const rank = fit * searchedFields.length + text.order;
    if (best === undefined || rank < best.rank) best = { text, rank };
  }
  return best;
}

/** 1: a whole word, 2: the beginning of the text, 3: of a word, 4: within. */
function fitOf(folded: string, word: string): number | undefined {
  let fit: number | undefined;
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    const begins = at === 0 || !isSign(folded.charCodeAt(at - 1));
    const ends = at + word.length === folded.length || !isSign(folded.charCodeAt(at + word.length));
    if (begins && ends) return 1;
    fit = Math.min(fit ?? within, begins ? (at === 0 ? 2 : 3) : within);
  }
  return fit === within && word.length < shortestInside ? undefined : fit;
}

const within = 4;

// What stands between the signs makes no difference to these two. They stop at the first other sign, since a hundred
// headings are looked at for each key.

/** Whether a text holds these signs one after the other: `5550142` in `(616) 555-0142`. */
function holdsSigns(folded: string, signs: string): boolean {
  for (let at = folded.indexOf(signs[0] ?? ''); at >= 0; at = folded.indexOf(signs[0] ?? '', at + 1)) {
    if (endOfSigns(folded, at, signs) >= 0) return true;
  }
  return false;
}

/** Whether a text has these signs and no others, with something between them. */
function hasOnlySigns(folded: string, signs: string): boolean {
  if (folded.length <= signs.length) return false;
  const end = endOfSigns(folded, 0, signs);
  return end >= 0 && !hasSign(folded, end);
}

/** Where the signs end that stand from a place on; below 0 where others stand there. */
function endOfSigns(folded: string, from: number, signs: string): number {
  let met = 0;
  for (let at = from; at < folded.length; at += 1) {
    if (met === signs.length) return at;
    const sign = folded.charCodeAt(at);
    if (sign === signs.charCodeAt(met)) met += 1;
    else if (isSign(sign)) return -1;
  }
  return met === signs.length ? folded.length : -1;
}

const shortestInside = 3;
/** Whether a code unit of a folded text is a letter or digit. */
function isSign(code: number): boolean {
  if (code <= lastPlain) return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

/** Whether a letter or digit stands from a place on. */
function hasSign(folded: string, from: number): boolean {
  for (let at = from; at < folded.length; at += 1) if (isSign(folded.charCodeAt(at))) return true;
  return false;
}
