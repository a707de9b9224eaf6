/** What a process did to the files of a folder, in order, and what a power cut at any moment could have left of it. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Chance } from '../../../src-shared/demo/chance.ts';

export type DiskAct =
  | { readonly what: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly what: 'truncate'; readonly file: string; readonly at: number }
  | { readonly what: 'create' | 'sync' | 'unlink'; readonly file: string }
  | { readonly what: 'rename'; readonly file: string; readonly to: string };

/** Compiles what writes the log, to be loaded before anything else of a process. */
export function buildDiskLog(folder: string): string {
  const library = path.join(folder, 'disk-log.so');
  const source = path.join(import.meta.dirname, 'disk-log.c');
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-w', '-o', library, source, '-ldl', '-lpthread']);
  return library;
}

const kinds = { W: 'write', T: 'truncate', C: 'create', S: 'sync', U: 'unlink', R: 'rename' } as const;

export function readDiskLog(file: string): readonly DiskAct[] {
  const log = fs.readFileSync(file);
  const acts: DiskAct[] = [];
  for (let at = 0; at < log.length; ) {
    const end = log.indexOf(10, at);
    const [kind = '', name = '', to = '', place = '0', count = '0'] = log.toString('utf8', at, end).split('\t');
    const bytes = log.subarray(end + 1, end + 1 + Number(count));
    acts.push({ what: kinds[kind as 'W'], file: name, to, at: Number(place), bytes } as DiskAct);
    at = end + 1 + Number(count);
  }
  return acts;
}

/** How much of what was not waited for reaches the disk: nothing, some of it, or some of it in pieces of a sector. */
export const losses = ['vanish', 'subset', 'torn'] as const;
export type Loss = (typeof losses)[number];
const sector = 512;

/** The files as they may lie on the disk after a cut behind so many acts. */
export function afterCut(
  acts: readonly DiskAct[],
  cut: number,
  loss: Loss,
  chance: Chance,
): ReadonlyMap<string, Buffer> {
  const disk: Files = new Map();
  let pending: DiskAct[] = [];
  for (const act of acts.slice(0, cut)) {
    if (act.what !== 'sync') {
      pending.push(act);
      continue;
    }
    // The journal of the file system keeps names in order: with a file, all names before it are on the disk.
    const isDue = (one: DiskAct): boolean => one.file === act.file || (one.what !== 'write' && one.what !== 'truncate');
    for (const one of pending) if (isDue(one)) apply(disk, one);
    pending = pending.filter((one) => !isDue(one));
  }
  if (loss !== 'vanish') for (const one of someOf(pending, loss, chance)) apply(disk, one);
  return contents(disk);
}

/** Names up to some moment, in order; of what was written any of it. */
function someOf(pending: readonly DiskAct[], loss: Loss, chance: Chance): readonly DiskAct[] {
  const namesUntil = chance.below(pending.length + 1);
  return pending.flatMap((one, at): readonly DiskAct[] => {
    if (one.what !== 'write') return at < namesUntil ? [one] : [];
    if (loss === 'subset') return chance.percent(50) ? [one] : [];
    const pieces: DiskAct[] = [];
    for (let from = 0; from < one.bytes.length; from += sector) {
      if (chance.percent(50))
        pieces.push({ ...one, at: one.at + from, bytes: one.bytes.subarray(from, from + sector) });
    }
    return pieces;
  });
}

/** A file as it grows: room for more than it holds, so that not each write copies all of it. */
type Growing = { room: Buffer; length: number };
type Files = Map<string, Growing>;

const contents = (disk: Files): ReadonlyMap<string, Buffer> =>
  new Map([...disk].map(([file, { room, length }]) => [file, room.subarray(0, length)]));

function sized(disk: Files, file: string, length: number): Growing {
  const known = disk.get(file) ?? { room: Buffer.alloc(0), length: 0 };
  if (length > known.room.length) {
    const room = Buffer.alloc(Math.max(length, known.room.length * 2));
    known.room.copy(room, 0, 0, known.length);
    known.room = room;
  }
  disk.set(file, known);
  return known;
}

function apply(disk: Files, act: DiskAct): void {
  switch (act.what) {
    case 'create':
      sized(disk, act.file, 0);
      return;
    case 'truncate': {
      const file = sized(disk, act.file, act.at);
      file.room.fill(0, Math.min(file.length, act.at));
      file.length = act.at;
      return;
    }
    case 'write': {
      const end = act.at + act.bytes.length;
      const file = sized(disk, act.file, end);
      act.bytes.copy(file.room, act.at);
      file.length = Math.max(file.length, end);
      return;
    }
    case 'unlink':
      disk.delete(act.file);
      return;
    case 'rename': {
      const file = disk.get(act.file);
      if (file !== undefined) disk.set(act.to, file);
      disk.delete(act.file);
      return;
    }
    case 'sync':
      // It changes nothing by itself.
      return;
  }
}
