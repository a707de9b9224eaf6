// The memo file beside a dBase table: texts in blocks, found by their number.

import { westernText } from './western-text.ts';

export type MemoFile = { readonly file: string; readonly bytes: Uint8Array };

const usualBlock = 512;
const mostText = 64 * 1024;
const end = 0x1a;

/** A way to the texts of a memo file; undefined for a block that is not in it. Without a file there is no way. */
export function openMemo(memo: MemoFile | undefined): ((block: number) => string | undefined) | undefined {
  if (memo === undefined) return undefined;
  const { bytes } = memo;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stated = bytes.length >= 22 ? view.getUint16(20, true) : 0;
  return (block) => {
    if (block === 0) return '';
    for (const size of new Set([isFourth(view, block * stated) ? stated : usualBlock, usualBlock])) {
      const start = block * size;
      if (size === 0 || !Number.isSafeInteger(start) || start >= bytes.length) continue;
      return isFourth(view, start) ? sized(bytes, view, start) : ended(bytes.subarray(start));
    }
    return undefined;
  };
}

/** dBase IV begins a text with a mark and its length; dBase III ends it with a sign. */
const isFourth = (view: DataView, start: number): boolean =>
  start > 0 && start + 8 <= view.byteLength && view.getUint32(start, true) === 0x0008ffff;

function sized(bytes: Uint8Array, view: DataView, start: number): string | undefined {
  const length = view.getUint32(start + 4, true);
  const fits = length >= 8 && length - 8 <= mostText && start + length <= bytes.length;
  return fits ? textOf(bytes.subarray(start + 8, start + length)) : undefined;
}

function ended(bytes: Uint8Array): string | undefined {
  const at = bytes.subarray(0, mostText).indexOf(end);
  return at < 0 ? undefined : textOf(bytes.subarray(0, at));
}

/** dBase breaks lines by CR LF, and softly by a sign of its own. */
const textOf = (bytes: Uint8Array): string =>
  westernText(
    bytes.filter((byte) => byte !== 0x8d && byte !== 0x0d),
    true,
  ).trimEnd();
