/** Pictures for tests: small ones that any browser draws, large ones of any length, and hostile ones. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Sha256 } from '../../src-shared/domain/photo/photo.ts';
import { seededRandom } from './store.ts';

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** 24 by 16 pixels, as Chromium wrote them: red and green above, blue below. */
export const smallJpeg = bytesOf(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9' +
    'lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAQABgD' +
    'ASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUE/8QAFxABAAMAAAAAAAAAAAAAAAAAAARCgf/EABcBAAMBAAAAAAAAAAAAAAAAAAIDBAX/' +
    'xAAhEQABAgQHAAAAAAAAAAAAAAARAAEDBKHhBRITFBVhYv/aAAwDAQACEQMRAD8AxtES+JYofDiwzUunTExrQ3hgFXRCAcX7pdZe37X/2Q==',
);
export const smallWebp = bytesOf(
  'UklGRjICAABXRUJQVlA4WAoAAAAgAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAA' +
    'AAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNj' +
    'AAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAAB' +
    'ZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAA' +
    't4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABt' +
    'bHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggRAAAAJACAJ0BKhgAEAAutXa7XaOpqamJ' +
    'gLRLQAToAw+yAP7qG4/7yf37xfwXvy2ss+ODL3v7yuPf/yTT//1WK/qbgtKBsAAA',
);

export const sha256Of = (bytes: Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex') as Sha256;

export const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
export const text = (words: string): Uint8Array => new Uint8Array(Buffer.from(words, 'latin1'));

/** A JPEG of exactly that many bytes, different for each seed; its picture is noise. */
export function noisyJpeg(length: number, seed: number): Uint8Array {
  const scan = smallJpeg.length - 2;
  const noise = seededRandom(seed)(length - scan - 2).map((byte) => (byte === 0xff ? 0 : byte));
  return join(smallJpeg.subarray(0, scan), noise, Uint8Array.of(0xff, 0xd9));
}

/** A segment of a JPEG. */
export function segment(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2;
  return join(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), content);
}

/** The JPEG with segments behind its first mark, and with bytes behind its end. */
export const withSegments = (
  jpeg: Uint8Array,
  segments: readonly Uint8Array[],
  tail: Uint8Array = new Uint8Array(),
): Uint8Array => join(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), tail);

type ExifWords = {
  readonly turn?: number;
  readonly takenAt?: string;
  readonly note?: string;
  readonly little?: boolean;
};

/** What a camera writes: how it was held, when, and words that must not leave the shop. */
export function exifSegment({
  turn = 1,
  takenAt = '2026:11:21 14:05:33',
  note = '',
  little = false,
}: ExifWords): Uint8Array {
  const details = 38;
  const clock = 56;
  const bytes = Buffer.alloc(clock + 20 + note.length);
  const put16 = (value: number, at: number) =>
    little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const put32 = (value: number, at: number) =>
    little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  const entry = (at: number, tag: number, type: number, count: number) => {
    put16(tag, at);
    put16(type, at + 2);
    put32(count, at + 4);
  };
  bytes.write(little ? 'II' : 'MM', 0, 'latin1');
  put16(42, 2);
  put32(8, 4);
  put16(2, 8);
  entry(10, 0x0112, 3, 1);
  put16(turn, 18);
  entry(22, 0x8769, 4, 1);
  put32(details, 30);
  put16(1, details);
  entry(details + 2, 0x9003, 2, 20);
  put32(clock, details + 10);
  bytes.write(`${takenAt}\0`, clock, 'latin1');
  bytes.write(note, clock + 20, 'latin1');
  return segment(0xe1, join(text('Exif\0\0'), bytes));
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(content.length);
  const named = join(text(name), content);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return join(head, named, check);
}

/** A PNG that says it has that many pixels; only small ones hold them. */
export function pngOf(width: number, height: number, beside: readonly Uint8Array[] = []): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const rows = deflateSync(new Uint8Array(Math.min(width * height, 10_000) + Math.min(height, 10_000)));
  const end = chunk('IEND', new Uint8Array());
  return join(text('\x89PNG\r\n\x1a\n'), chunk('IHDR', header), ...beside, chunk('IDAT', rows), end);
}
export const pngText = (words: string): Uint8Array => chunk('tEXt', text(`Comment\0${words}`));
