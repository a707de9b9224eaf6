// References for fields that are shorter than ours.

import { createHash } from 'node:crypto';

const base32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference in a field of `max` signs: itself where it fits, else a mark that it always gets. */
export const shortReference = (reference: string, max: number): string =>
  /^[\w-]+$/.test(reference) && reference.length <= max ? reference : referenceMark(reference, max);

/** The mark of a reference: the same for the same one, and no number that somebody might write by hand. */
export function referenceMark(reference: string, length: number): string {
  const hash = createHash('sha256').update(reference).digest();
  return `X${Array.from(hash.subarray(0, length - 1), (byte) => base32[byte % 32]).join('')}`;
}
