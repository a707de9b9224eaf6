// PNG: walks the chunks without decoding; keeps what draws the picture.

import { hasText, type ImageFile, type NotAnImage, numbersOf } from './image-file.ts';

const signature = '\x89PNG\r\n\x1a\n';
const drawing = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT']);
const frameBytes = 12;
const headEnd = 33;

export const isPng = (bytes: Uint8Array): boolean => hasText(bytes, 0, signature);

/** Reads a PNG up to its end; with `headOnly` its header alone. */
export function readPng(bytes: Uint8Array, headOnly: boolean): ImageFile | NotAnImage {
  if (bytes.length < headEnd) return headOnly ? 'short' : 'broken';
  const numbers = numbersOf(bytes);
  if (!hasText(bytes, 12, 'IHDR') || numbers.getUint32(8) !== 13) return 'broken';
  const size = { width: numbers.getUint32(16), height: numbers.getUint32(20) };
  const parts = headOnly ? [] : chunksOf(bytes, numbers);
  return parts === undefined ? 'broken' : { type: 'png', ...size, camera: '', parts };
}

function chunksOf(bytes: Uint8Array, numbers: DataView): readonly Uint8Array[] | undefined {
  const parts = [bytes.subarray(0, signature.length)];
  let drawn = false;
  for (let at = signature.length; at + frameBytes <= bytes.length; ) {
    const end = at + frameBytes + numbers.getUint32(at);
    if (end > bytes.length) return undefined;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (drawing.has(name)) parts.push(bytes.subarray(at, end));
    drawn ||= name === 'IDAT';
    if (name === 'IEND') return drawn ? parts : undefined;
    at = end;
  }
  return undefined;
}
