/** What a disk or another program does to the file of a database. */
import fs from 'node:fs';
import type { Chance } from '../../../src-shared/demo/chance.ts';
import { pageBytes } from '../../support/damaged-database.ts';

type Harm = (file: string, chance: Chance) => void;

const pagesOf = (file: string): number => Math.floor(fs.statSync(file).size / pageBytes);

/** Writes bytes somewhere into a file, and waits for the disk. */
function write(file: string, bytes: Uint8Array, at: number): void {
  const descriptor = fs.openSync(file, 'r+');
  fs.writeSync(descriptor, bytes, 0, bytes.length, at);
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}

function readPage(file: string, page: number): Buffer {
  const bytes = Buffer.alloc(pageBytes);
  const descriptor = fs.openSync(file, 'r');
  fs.readSync(descriptor, bytes, 0, pageBytes, page * pageBytes);
  fs.closeSync(descriptor);
  return bytes;
}

const noise = (chance: Chance, length: number): Buffer => Buffer.from(Array.from({ length }, () => chance.below(256)));

function flip(file: string, page: number, chance: Chance): void {
  const bytes = readPage(file, page);
  const at = chance.below(pageBytes);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
  write(file, bytes, page * pageBytes);
}

/** What befalls a database that was closed. */
export const harms: Readonly<Record<string, Harm>> = {
  'a flipped bit': (file, chance) => flip(file, 1 + chance.below(pagesOf(file) - 1), chance),
  'a zeroed page': (file, chance) =>
    write(file, Buffer.alloc(pageBytes), (1 + chance.below(pagesOf(file) - 1)) * pageBytes),
  'a misplaced page'(file, chance) {
    const [from, to] = [chance.below(pagesOf(file)), 1 + chance.below(pagesOf(file) - 1)];
    write(file, readPage(file, from), to * pageBytes);
  },
  'a file cut short': (file, chance) => fs.truncateSync(file, (1 + chance.below(pagesOf(file) - 1)) * pageBytes),
  'a zeroed run of pages'(file, chance) {
    const [from, count] = [1 + chance.below(pagesOf(file) - 1), 2 + chance.below(6)];
    write(file, Buffer.alloc(Math.min(count, pagesOf(file) - from) * pageBytes), from * pageBytes);
  },
  'a torn page'(file, chance) {
    write(file, noise(chance, 512), (1 + chance.below(pagesOf(file) - 1)) * pageBytes + 512 * chance.below(8));
  },
  'a damaged header': (file, chance) => write(file, noise(chance, 16), chance.below(84)),
  garbage: (file, chance) => fs.writeFileSync(file, noise(chance, 20_000)),
  'an empty file': (file) => fs.truncateSync(file, 0),
};

const logOf = (file: string): string => `${file}-wal`;
const sharedOf = (file: string): string => `${file}-shm`;
const sizeOf = (file: string): number => fs.statSync(file).size;

/** What befalls the log of a database that was not closed. What stood in the log alone may be gone with it, whole writes at a time. */
export const logHarms: Readonly<Record<string, Harm>> = {
  'a log that is gone': (file) => fs.rmSync(logOf(file)),
  'an empty log': (file) => fs.truncateSync(logOf(file), 0),
  'a log cut short': (file, chance) => fs.truncateSync(logOf(file), chance.below(sizeOf(logOf(file)))),
  'a flipped bit in the log'(file, chance) {
    const log = logOf(file);
    const bytes = fs.readFileSync(log);
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    fs.writeFileSync(log, bytes);
  },
  'a zeroed piece of the log'(file, chance) {
    const log = logOf(file);
    write(log, Buffer.alloc(Math.min(pageBytes, sizeOf(log))), chance.below(Math.max(1, sizeOf(log) - pageBytes)));
  },
  'a log of noise': (file, chance) => fs.writeFileSync(logOf(file), noise(chance, 20_000)),
};

/** What befalls the index of the log, which is made anew from the log. */
export const indexHarms: Readonly<Record<string, Harm>> = {
  'an index of the log that is gone': (file) => fs.rmSync(sharedOf(file), { force: true }),
  'an index of noise': (file, chance) => fs.writeFileSync(sharedOf(file), noise(chance, 32_768)),
  'an index of zeros': (file) => fs.writeFileSync(sharedOf(file), Buffer.alloc(32_768)),
};
