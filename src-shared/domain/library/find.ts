// Finding part codes and canned operations by what somebody types, in any case.

import type { Canned } from './canned.ts';
import type { PartCode } from './part-code.ts';

/** A code as it is compared: `FB12`, `fb12` and ` fb12 ` are one. */
export const codeKey = (code: string): string => code.trim().toUpperCase();

/** The part codes that a text may mean: the code itself, then codes that begin with it, then other words of it. */
export function findPartCodes(codes: readonly PartCode[], text: string, limit: number): readonly PartCode[] {
  const key = codeKey(text);
  const words = wordsOf(text);
  const found = codes.flatMap((one) => {
    const rank = codeRank(codeKey(one.code.code), key) ?? wordRank(partCodeWords(one), words);
    return rank === null ? [] : [{ one, rank }];
  });
  return found
    .sort((a, b) => a.rank - b.rank || compare(a.one.code.code, b.one.code.code))
    .slice(0, limit)
    .map(({ one }) => one);
}

/** The part code that a text is, where exactly one has that code. */
export function partCodeNamed(codes: readonly PartCode[], text: string): PartCode | undefined {
  const key = codeKey(text);
  const named = key === '' ? [] : codes.filter(({ code }) => codeKey(code.code) === key);
  return named.length === 1 ? named[0] : undefined;
}

/** Canned operations and templates in which every word of a text begins a word, those by name first. */
export function findCanned(canned: readonly Canned[], text: string): readonly Canned[] {
  const words = wordsOf(text);
  const found = canned.flatMap((one) => {
    const byName = wordRank(one.about.name, words);
    const rank = byName ?? wordRank(`${one.about.name} ${one.about.keywords} ${linesText(one)}`, words);
    return rank === null ? [] : [{ one, rank: byName === null ? 1 : 0 }];
  });
  return found.sort((a, b) => a.rank - b.rank || compare(a.one.about.name, b.one.about.name)).map(({ one }) => one);
}

const linesText = ({ content }: Canned): string =>
  content?.lines.map(({ text }) => text?.description ?? '').join(' ') ?? '';
const partCodeWords = ({ text, part }: PartCode): string => `${text.description} ${part.number}`;

function codeRank(code: string, key: string): number | null {
  if (key === '' || code === key) return 0;
  return code.startsWith(key) ? 1 : null;
}

function wordRank(text: string, words: readonly string[]): number | null {
  const here = wordsOf(text);
  return words.every((word) => here.some((one) => one.startsWith(word))) ? 2 : null;
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const compare = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });
