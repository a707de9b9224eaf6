// What a camera writes beside the picture. Two things are read of it: which way up it was held, and when it was taken.

import { numbersOf } from './image-file.ts';

/** The camera's turn (1 to 8; 1 is none) and its clock's word. */
export type Exif = { readonly turn: number; readonly camera: string };
export const noExif: Exif = { turn: 1, camera: '' };

const tags = { turn: 0x0112, details: 0x8769, takenAt: 0x9003 } as const;
const shortType = 3;
const mostEntries = 200;
const entryBytes = 12;

/** Reads a TIFF block; what cannot be read of it counts as not said. */
export function readExif(tiff: Uint8Array): Exif {
  const numbers = numbersOf(tiff);
  const order = tiff.length < 8 ? 0 : numbers.getUint16(0);
  const little = order === 0x4949;
  if ((!little && order !== 0x4d4d) || numbers.getUint16(2, little) !== 42) return noExif;
  const first = readEntries(numbers, numbers.getUint32(4, little), little);
  const details = readEntries(numbers, first.get(tags.details)?.number ?? 0, little);
  const turn = first.get(tags.turn);
  const isTurn = turn?.type === shortType && turn.short >= 1 && turn.short <= 8;
  return { turn: isTurn ? turn.short : 1, camera: cameraTime(tiff, details.get(tags.takenAt)?.number ?? 0) };
}

/** Whether a turn lays the picture on its side. */
export const isSideways = (turn: number): boolean => turn >= 5;

/** A TIFF block that says nothing but the camera's turn. */
export const turnAlone = (turn: number): Uint8Array =>
  // Order, mark, first directory at 8; one entry of one short number; no next directory.
  Uint8Array.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    shortType,
    0,
    0,
    0,
    1,
    0,
    turn,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);

type Entry = { readonly type: number; readonly number: number; readonly short: number };

function readEntries(numbers: DataView, at: number, little: boolean): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Entry>();
  if (at < 8 || at + 2 > numbers.byteLength) return entries;
  const count = Math.min(numbers.getUint16(at, little), mostEntries);
  for (let i = 0; i < count; i += 1) {
    const entry = at + 2 + i * entryBytes;
    if (entry + entryBytes > numbers.byteLength) break;
    entries.set(numbers.getUint16(entry, little), {
      type: numbers.getUint16(entry + 2, little),
      number: numbers.getUint32(entry + 8, little),
      short: numbers.getUint16(entry + 8, little),
    });
  }
  return entries;
}

/** `2026:11:21 14:05:33` as `2026-11-21 14:05`. */
function cameraTime(tiff: Uint8Array, at: number): string {
  if (at < 8 || at + 19 > tiff.length) return '';
  const text = String.fromCharCode(...tiff.subarray(at, at + 19));
  const [, year, month, day, time] = /^([12]\d{3}):([01]\d):([0-3]\d) ([0-2]\d:[0-5]\d):\d\d$/.exec(text) ?? [];
  return year === undefined ? '' : `${year}-${month}-${day} ${time}`;
}
