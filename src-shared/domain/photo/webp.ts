// WebP: walks the chunks without decoding; keeps what draws the picture. A film is not a photo.

import { hasText, type ImageFile, type NotAnImage, numbersOf } from './image-file.ts';

const headBytes = 12;
const chunkHead = 8;
const drawing = new Set(['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L']);
const flags = { film: 0x02, beside: 0x0c } as const;

export const isWebp = (bytes: Uint8Array): boolean => hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP');

type Chunk = { readonly name: string; readonly bytes: Uint8Array };
type Size = { readonly width: number; readonly height: number };

/** Reads a WebP up to its end; with `headOnly` its first chunk alone. */
export function readWebp(bytes: Uint8Array, headOnly: boolean): ImageFile | NotAnImage {
  if (headOnly && bytes.length < headBytes + chunkHead + 10) return 'short';
  const chunks = headOnly ? [firstChunk(bytes)] : chunksOf(bytes);
  const sizes = (chunks ?? []).flatMap((chunk) => sizeOf(chunk) ?? []);
  const first = chunks?.[0];
  if (chunks === undefined || first === undefined || sizes.length === 0) return 'broken';
  if (first.name === 'VP8X' && ((first.bytes[chunkHead] ?? 0) & flags.film) !== 0) return 'other-type';
  // The frame and the header that announces it may differ; a decoder may believe either.
  const size = {
    width: Math.max(...sizes.map((one) => one.width)),
    height: Math.max(...sizes.map((one) => one.height)),
  };
  return { type: 'webp', ...size, camera: '', parts: headOnly ? [] : partsOf(chunks) };
}

const firstChunk = (bytes: Uint8Array): Chunk => ({ name: nameAt(bytes, headBytes), bytes: bytes.subarray(headBytes) });
const nameAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const numbers = numbersOf(bytes);
  const said = bytes.length < headBytes ? 0 : chunkHead + numbers.getUint32(4, true);
  if (said > bytes.length || said < headBytes) return undefined;
  const chunks: Chunk[] = [];
  for (let at = headBytes; at < said; ) {
    if (at + chunkHead > said) return undefined;
    const length = numbers.getUint32(at + 4, true);
    const end = at + chunkHead + length + (length % 2);
    if (end > said) return undefined;
    chunks.push({ name: nameAt(bytes, at), bytes: bytes.subarray(at, end) });
    at = end;
  }
  return chunks;
}

function sizeOf({ name, bytes }: Chunk): Size | undefined {
  const numbers = numbersOf(bytes);
  if (bytes.length < chunkHead + 10) return undefined;
  const wide = (at: number): number => numbers.getUint16(at, true) + (bytes[at + 2] ?? 0) * 0x1_00_00;
  if (name === 'VP8X') return { width: wide(12) + 1, height: wide(15) + 1 };
  if (name === 'VP8 ')
    return { width: numbers.getUint16(14, true) & 0x3fff, height: numbers.getUint16(16, true) & 0x3fff };
  if (name !== 'VP8L' || bytes[chunkHead] !== 0x2f) return undefined;
  const packed = numbers.getUint32(9, true);
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
}

function partsOf(chunks: readonly Chunk[]): readonly Uint8Array[] {
  const kept = chunks.filter(({ name }) => drawing.has(name)).map(withoutBeside);
  const length = kept.reduce((sum, part) => sum + part.length, 4);
  const head = new Uint8Array(headBytes);
  head.set([...'RIFF    WEBP'].map((sign) => sign.charCodeAt(0)));
  numbersOf(head).setUint32(4, length, true);
  return [head, ...kept];
}

/** The header chunk must not announce the chunks that were let go. */
function withoutBeside({ name, bytes }: Chunk): Uint8Array {
  if (name !== 'VP8X') return bytes;
  const changed = bytes.slice();
  changed[chunkHead] = (changed[chunkHead] ?? 0) & ~flags.beside;
  return changed;
}
