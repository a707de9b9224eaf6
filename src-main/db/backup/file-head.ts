// The head of a file of SQLite: some of its numbers are the same in every database of ours, so that damage to them is seen and undone.

import fs from 'node:fs';
import { whenFreeSync } from '../../../src-shared/base/held-file.ts';

const headBytes = 100;
const magic = 'SQLite format 3\0';

/** Numbers of one byte and of four, by their places, and what they may be; the first is what a closed copy has (https://sqlite.org/fileformat.html). */
const bytes: readonly (readonly [at: number, ...known: number[]])[] = [
  // How it is written and read: with or without a log.
  [18, 1, 2],
  [19, 1, 2],
  // What is left free of each page, and shares of a page.
  ...([
    [20, 0],
    [21, 64],
    [22, 32],
    [23, 32],
  ] as const),
];
/** The format of the schema, no vacuum by itself, text as UTF-8. */
const words = [
  [44, 4],
  [52, 0],
  [56, 1],
  [64, 0],
] as const;

/** Whether the head says what none of ours does; false for a file that is no database at all. */
export function isHeadDamaged(file: string): boolean {
  const head = readHead(file);
  return head !== undefined && !head.equals(mended(head));
}

/** Writes into a closed copy what must stand in its head. */
export function mendHead(file: string): void {
  const head = readHead(file);
  if (head === undefined || head.equals(mended(head))) return;
  const descriptor = whenFreeSync(() => fs.openSync(file, 'r+'));
  try {
    fs.writeSync(descriptor, mended(head), 0, headBytes, 0);
  } finally {
    fs.closeSync(descriptor);
  }
}

function mended(head: Buffer): Buffer {
  const right = Buffer.from(head);
  for (const [at, first = 0, ...others] of bytes) {
    if (![first, ...others].includes(right.readUInt8(at))) right.writeUInt8(first, at);
  }
  for (const [at, known] of words) right.writeUInt32BE(known, at);
  return right;
}

function readHead(file: string): Buffer | undefined {
  const head = Buffer.alloc(headBytes);
  const descriptor = whenFreeSync(() => fs.openSync(file, 'r'));
  try {
    const isWhole = fs.readSync(descriptor, head, 0, headBytes, 0) === headBytes;
    return isWhole && head.toString('latin1', 0, magic.length) === magic ? head : undefined;
  } finally {
    fs.closeSync(descriptor);
  }
}
