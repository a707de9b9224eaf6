/** Digests: the identity of a batch's bytes, and ids that follow from what they name. */
import { hash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = (content: Uint8Array | string): string => hash('sha256', content, 'hex');

/** A UUID (version 8) that is the same whenever the parts are. */
export function uuidOf(...parts: readonly string[]): string {
  const hex = sha256(JSON.stringify(parts));
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
