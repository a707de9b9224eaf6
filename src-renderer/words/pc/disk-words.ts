// What is said while nothing can be written on this PC.

import type { DiskTrouble } from '../../../src-shared/ipc/pc-shapes.ts';
import type { Wording } from '../failure-words.ts';
import { wordRoom } from './pc-words.ts';

/** What happened, what is safe, what to do. */
export function wordDiskTrouble(trouble: DiskTrouble): Wording {
  const { what, folder } = trouble;
  return {
    ...words[what](trouble, diskOf(folder)),
    safe: 'Everything saved so far is safe, and what you type stays in this window.',
    code: `AWAY-${what.toUpperCase()}`,
  };
}

type Words = (trouble: DiskTrouble, disk: string) => Pick<Wording, 'what' | 'todo'>;

const words: Readonly<Record<DiskTrouble['what'], Words>> = {
  'disk-full': ({ wantedBytes }, disk) => ({
    what: `${disk} is full: nothing can be saved.`,
    todo: `Free at least ${wordRoom(wantedBytes)} there; saving goes on by itself.`,
  }),
  disk: (_, disk) => ({
    what: `${disk} reports errors: nothing can be saved.`,
    todo: 'Save what you typed to another disk, and have this one checked.',
  }),
  'data-folder': ({ folder }) => ({
    what: `The data folder ${folder} cannot be written: nothing can be saved.`,
    todo: 'Have its rights or its write protection put right; saving goes on by itself.',
  }),
  'database-busy': () => ({
    what: 'Another program holds the data file, perhaps a backup or a virus scanner: nothing can be saved.',
    todo: 'Wait, or close that program; saving goes on by itself.',
  }),
};

/** `Drive C:`, or where there are no letters, the disk of a folder. */
function diskOf(folder: string): string {
  const letter = /^[A-Za-z]:/.exec(folder)?.[0];
  return letter === undefined ? `The disk of ${folder}` : `Drive ${letter.toUpperCase()}`;
}
