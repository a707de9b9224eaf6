// JPEG: walks the segments without decoding; keeps what draws the picture and lets everything said beside it go.

import { type Exif, isSideways, noExif, readExif, turnAlone } from './exif.ts';
import { hasText, type ImageFile, type NotAnImage, numbersOf } from './image-file.ts';

const mark = { start: 0xd8, end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee } as const;
/** Tables, restarts and frames. C8 is reserved; the other Cx but tables are frames. */
const drawing = new Set([0xdb, 0xc4, 0xcc, 0xdd, 0xdc]);
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const jfifBytes = 18;
/** A picture of a camera has about ten scans; thousands are made to keep a decoder busy. */
const mostScans = 100;

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === mark.start && bytes[2] === 0xff;

type Found = { exif: Exif; frame: { width: number; height: number } | undefined; scans: number; parts: Uint8Array[] };

/** Reads a JPEG up to its end, a stretch at a time; with `headOnly` up to where its size is known. */
export function* readJpeg(bytes: Uint8Array, headOnly: boolean): Generator<void, ImageFile | NotAnImage> {
  const found: Found = { exif: noExif, frame: undefined, scans: 0, parts: [] };
  for (let at = 2; ; ) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) return headOnly ? 'short' : 'broken';
    if (bytes[at] !== 0xff) return 'broken';
    if (marker === mark.end) break;
    const segment = segmentAt(bytes, at);
    if (segment === undefined) return headOnly ? 'short' : 'broken';
    at += segment.length;
    take(found, marker, segment);
    if (headOnly && found.frame !== undefined) break;
    if (marker !== mark.scan) continue;
    const end = yield* endOfScan(bytes, at);
    if (end === undefined || found.frame === undefined || found.scans > mostScans) return 'broken';
    found.parts.push(bytes.subarray(at, end));
    at = end;
  }
  return found.frame === undefined || (found.scans === 0 && !headOnly) ? 'broken' : imageOf(found, found.frame);
}

function imageOf({ exif, parts }: Found, { width, height }: { width: number; height: number }): ImageFile {
  const turned = isSideways(exif.turn) ? { width: height, height: width } : { width, height };
  const start = Uint8Array.of(0xff, mark.start);
  const turn = exif.turn === 1 ? [] : [turnSegment(exif.turn)];
  return {
    type: 'jpeg',
    ...turned,
    camera: exif.camera,
    parts: [start, ...turn, ...parts, Uint8Array.of(0xff, mark.end)],
  };
}

function segmentAt(bytes: Uint8Array, at: number): Uint8Array | undefined {
  if (at + 4 > bytes.length) return undefined;
  const length = numbersOf(bytes).getUint16(at + 2);
  return length < 2 || at + 2 + length > bytes.length ? undefined : bytes.subarray(at, at + 2 + length);
}

function take(found: Found, marker: number, segment: Uint8Array): void {
  if (marker === mark.app1 && hasText(segment, 4, 'Exif\0\0')) found.exif = readExif(segment.subarray(10));
  if (isFrame(marker) && segment.length >= 9) {
    const numbers = numbersOf(segment);
    found.frame ??= { height: numbers.getUint16(5), width: numbers.getUint16(7) };
  }
  if (marker === mark.scan) found.scans += 1;
  if (draws(marker, segment)) found.parts.push(segment);
}

function draws(marker: number, segment: Uint8Array): boolean {
  if (marker === mark.app0) return hasText(segment, 4, 'JFIF\0') && segment.length === jfifBytes;
  if (marker === mark.app2) return hasText(segment, 4, 'ICC_PROFILE\0');
  if (marker === mark.app14) return hasText(segment, 4, 'Adobe');
  return isFrame(marker) || marker === mark.scan || drawing.has(marker);
}

const stretchBytes = 1024 * 1024;

/** Where the coded data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
function* endOfScan(bytes: Uint8Array, from: number): Generator<void, number | undefined> {
  let pause = from + stretchBytes;
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const next = bytes[at + 1];
    if (next === undefined) return undefined;
    if (next === 0xff) at += 1;
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2;
    else return at;
    if (at < pause) continue;
    yield;
    pause = at + stretchBytes;
  }
  return undefined;
}

function turnSegment(turn: number): Uint8Array {
  const tiff = turnAlone(turn);
  const head = [0xff, mark.app1, 0, tiff.length + 8, ...[...'Exif\0\0'].map((sign) => sign.charCodeAt(0))];
  return Uint8Array.from([...head, ...tiff]);
}
