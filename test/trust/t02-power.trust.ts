/** T02: the power goes between any two acts of the disk; what was acknowledged is there, nothing is half, no file is in pieces. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { afterCut, buildDiskLog, type DiskAct, type Loss, losses, readDiskLog } from './power/disk-log.ts';
import { suiteOf } from './trust-run.ts';

const suite = suiteOf('T02', { few: 60, byName: 6_000 });
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-power-'));
let acts: readonly DiskAct[] = [];

beforeAll(() => {
  const place = path.join(folder, 'pc');
  const log = path.join(folder, 'log');
  fs.mkdirSync(place);
  const child = path.join(import.meta.dirname, 'power/typing-child.ts');
  execFileSync(process.execPath, [child, JSON.stringify({ folder: place, edits: 120, starts: 2 })], {
    env: { ...process.env, LD_PRELOAD: buildDiskLog(folder), DISK_LOG_FOLDER: place, DISK_LOG: log },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  acts = readDiskLog(log);
  suite.add('acts of the disk', acts.length);
}, 600_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const isAck = (act: DiskAct): boolean => act.file === 'acks';
const isKept = (file: string): boolean => !/(-shm|folder\.lock.*|acks)$/.test(file);

/** The newest value of each line that was acknowledged before the cut. */
function acknowledged(cut: number): ReadonlyMap<string, number> {
  const text = acts.slice(0, cut).flatMap((act) => (isAck(act) && act.what === 'write' ? [act.bytes.toString()] : []));
  const pairs = text.join('').trim().split('\n').filter(Boolean);
  return new Map(pairs.map((pair) => [pair.split(' ')[0] ?? '', Number(pair.split(' ')[1])]));
}

/** Everything that is wrong with the files after a cut. */
function wrongAfter(cut: number, loss: Loss, seed: number): readonly string[] {
  const place = path.join(folder, 'after');
  fs.rmSync(place, { recursive: true, force: true });
  for (const [file, bytes] of afterCut(acts, cut, loss, chanceOf(seed))) {
    if (!isKept(file)) continue;
    fs.mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
    fs.writeFileSync(path.join(place, file), bytes);
  }
  const acked = acknowledged(cut);
  suite.add('acknowledged edits looked for', acked.size);
  return [...wrongIn(path.join(place, 'data/shopfile.db'), acked), ...brokenAnchors(path.join(place, 'anchors'))];
}

function wrongIn(file: string, acked: ReadonlyMap<string, number>): readonly string[] {
  if (!fs.existsSync(file)) return acked.size === 0 ? [] : ['the database is gone'];
  const database = new Database(file);
  try {
    const verdict = String(database.pragma('integrity_check', { simple: true }));
    if (verdict !== 'ok') return [verdict];
    if (acked.size === 0) return [];
    const read = database.prepare('select text_description, edit, edits from line where id = ?').raw();
    const waits = database.prepare('select 1 from outbox where edit = ?');
    return [...acked].flatMap(([id, value]) => {
      const [text, made, edits] = (read.get(id) ?? []) as [string?, string?, (string | null)?];
      if (text === undefined) return [`line ${id} is gone`];
      const stamp = (JSON.parse(edits ?? '{}') as { text?: string }).text ?? made;
      if (Number(text) < value) return [`line ${id} says ${text}, and ${value} was acknowledged`];
      return waits.get(stamp) === undefined ? [`line ${id} was written without its edit`] : [];
    });
  } catch (error) {
    return [String(error)];
  } finally {
    database.close();
  }
}

/** A small file is the old one or the new one, never a piece of either. */
function brokenAnchors(place: string): readonly string[] {
  const files = fs.existsSync(place) ? fs.readdirSync(place).filter((name) => name.endsWith('.json')) : [];
  return files.flatMap((name) => {
    const text = fs.readFileSync(path.join(place, name), 'utf8');
    return /^\{"incarnation":"[^"]+","mark":"[^"]+"\}$/.test(text) ? [] : [`anchor ${JSON.stringify(text)}`];
  });
}

test.each(losses)('when unsynced writes %s, no acknowledged edit is lost and nothing is half', async (loss) => {
  const each = Math.ceil(suite.count / losses.length);
  for (let n = 0; n < each; n += 1) {
    const seed = suite.seed + n;
    await suite.seeded(seed, async () => {
      const cut = chanceOf(seed).below(acts.length + 1);
      expect(wrongAfter(cut, loss, seed), `cut behind act ${cut} of ${acts.length}, ${loss}`).toEqual([]);
    });
    suite.add('cuts', 1);
  }
});

test('at the very end all that was typed is there', () => {
  expect(acknowledged(acts.length).size).toBe(24);
  expect(wrongAfter(acts.length, 'vanish', 1)).toEqual([]);
});
