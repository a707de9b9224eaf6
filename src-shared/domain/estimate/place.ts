// Where a line stands: text that sorts between its neighbours' texts by character code, so that a move changes one line.

import { generateNKeysBetween } from 'fractional-indexing';

/** Count positions between two others, in order; null is the top or the end. */
export function positionsBetween(before: string | null, after: string | null, count: number): readonly string[] {
  if (before !== null && after !== null && before >= after) {
    throw new Error(`no position between ${before} and ${after}`);
  }
  return generateNKeysBetween(before, after, count);
}

/**
 * Count positions right after the line at index of a sorted estimate; index -1 is the top.
 * Lines added on two PCs at once may share a position; new ones go behind all that share it.
 */
export function positionsAfter(sorted: readonly string[], index: number, count: number): readonly string[] {
  const before = sorted[index] ?? null;
  const after = sorted.find((position, i) => i > index && (before === null || position > before)) ?? null;
  return positionsBetween(before, after, count);
}

const headLength = (head: string): number =>
  head >= 'a' ? head.charCodeAt(0) - 'a'.charCodeAt(0) + 2 : 'Z'.charCodeAt(0) - head.charCodeAt(0) + 2;

/** Whether text is a position: a head letter that tells the length of its whole part, and digits not ending in 0 after it. */
export function isPosition(text: string): boolean {
  if (!/^[A-Za-z][0-9A-Za-z]*$/.test(text)) return false;
  const whole = headLength(text.charAt(0));
  if (text.length < whole || /^A0{26}$/.test(text)) return false;
  return text.length === whole || !text.endsWith('0');
}

/** Orders lines as the estimate shows them: by position, then by id where two PCs chose the same place. */
export const comparePlaces = (
  a: { readonly id: string; readonly place: { readonly position: string } },
  b: { readonly id: string; readonly place: { readonly position: string } },
): number => compareText(a.place.position, b.place.position) || compareText(a.id, b.id);

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
