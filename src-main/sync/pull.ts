// Fetches what is newer than this PC's cursor and applies it slice by slice, rows and cursor in one transaction.

import { setImmediate as turn } from 'node:timers/promises';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { type PullLine, pullLine, schemaVersion } from '../../src-shared/sync/protocol.ts';
import { type Applied, together } from '../db/applied.ts';
import { lastAnswered } from '../db/batch.ts';
import { readIdentity } from '../db/identity.ts';
import { askForAllMissed } from '../db/missed-commands.ts';
import type { Store } from '../db/open.ts';
import { applyAwaited, applySome, type PulledChange, readCursor, readMarks } from '../db/pulled.ts';
import type { Bytes, CloudClient, SyncFailure } from './cloud-client.ts';
import { BrokenStream, linesOf } from './lines.ts';

const changesAtOnce = 20_000;
/** While many changes come the windows hear of them this seldom. */
const tellMs = 100;

export type PullRound = {
  readonly store: Store;
  readonly client: CloudClient;
  readonly token: string;
  readonly now: () => number;
  readonly applied: (applied: Applied) => void;
  readonly progress: (done: number, of: number) => void;
};

/** Pulls until this PC has the shop's newest number. A cut stream keeps what was committed and counts as offline. */
export async function pullAll(round: PullRound): Promise<Result<null, SyncFailure>> {
  const first = readCursor(round.store).cursor;
  for (;;) {
    const pulled = await pullOnce(round, first);
    if (!pulled.ok) return pulled;
    if (pulled.value.cursor >= pulled.value.newest) break;
  }
  askForAllMissed(round.store);
  const late = applyAwaited(round.store, round.now());
  if (late.workfiles.size > 0) round.applied(late);
  return ok(null);
}

type Cursor = ReturnType<typeof readCursor>;
type End = { readonly cursor: number; readonly newest: number };

async function pullOnce(round: PullRound, first: number): Promise<Result<End, SyncFailure>> {
  const { store } = round;
  const cursor = readCursor(store);
  const stream = await round.client.pull(round.token, {
    ...readIdentity(store),
    ...cursor,
    schema: schemaVersion,
    marks: [...readMarks(store)],
    last: lastAnswered(store),
    limit: changesAtOnce,
  });
  if (!stream.ok) return stream;
  return applyStream(round, stream.value, first, cursor);
}

async function applyStream(
  round: PullRound,
  stream: Bytes,
  first: number,
  from: Cursor,
): Promise<Result<End, SyncFailure>> {
  const held = { ...from, headsLater: false };
  let slice: PulledChange[] = [];
  const untold = { since: round.store.stopwatch(), applied: null as Applied | null };
  const tell = () => {
    if (untold.applied !== null) round.applied(untold.applied);
    Object.assign(untold, { since: round.store.stopwatch(), applied: null });
  };
  // Rows and cursor move in one transaction; where nothing is newer, nothing is written.
  const flush = async (cursor: number, epoch: string, mark: string) => {
    if (slice.length === 0 && cursor === held.cursor && epoch === held.epoch) return;
    do {
      const to = { cursor, epoch, mark, headsLater: held.headsLater };
      const { applied, taken, headsLater } = applySome(round.store, slice, to, round.now());
      held.headsLater = headsLater;
      untold.applied = untold.applied === null ? applied : together(untold.applied, applied);
      slice = slice.slice(taken);
      if (round.store.stopwatch() - untold.since >= tellMs) tell();
      // Whoever types is served between two slices.
      if (slice.length > 0) await turn();
    } while (slice.length > 0);
    Object.assign(held, { cursor, epoch });
  };
  try {
    for await (const line of linesOf(stream, pullLine)) {
      if (line[0] === 'change') slice.push(changeOf(line));
      else if (line[0] === 'commit') await flush(line[1], held.epoch, line[2]);
      else {
        await flush(line[1], line[3], line[4]);
        round.progress(line[1] - first, line[2] - first);
        return ok({ cursor: line[1], newest: line[2] });
      }
    }
  } catch (error) {
    if (error instanceof BrokenStream) return failed({ kind: 'offline' });
    throw error;
  } finally {
    tell();
  }
  return failed({ kind: 'offline' });
}

const changeOf = (line: Extract<PullLine, ['change', ...unknown[]]>): PulledChange => {
  const [, seq, edit, kind, id, group, value, base, author] = line;
  return { seq, edit, kind, id, group, value, base, by: author.by, at: author.at, workfile: author.workfile };
};
