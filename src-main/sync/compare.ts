// Makes sure that both sides are equal: the state of each touched workfile is compared, and fetched whole if it differs.

import { setImmediate as turn } from 'node:timers/promises';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { schemaVersion } from '../../src-shared/sync/protocol.ts';
import { snapshotLine } from '../../src-shared/sync/snapshot.ts';
import { dropMootChoices } from '../db/again.ts';
import { bringConflicts, bringSlice, bringState, untried } from '../db/bring-back.ts';
import { mend, wereEqual } from '../db/comparison.ts';
import { readCursor } from '../db/cursor.ts';
import type { ArrivedBundle } from '../db/first-sync.ts';
import { heardAfter } from '../db/heard.ts';
import { readIdentity } from '../db/identity.ts';
import { readPerson } from '../db/session.ts';
import { localStateHash } from '../db/state-hash.ts';
import { isAwaited, nextToCompare, readBrought } from '../db/to-compare.ts';
import type { SyncFailure } from './cloud-client.ts';
import { bundleOf, requestOf } from './first-sync.ts';
import { BrokenStream, linesOf } from './lines.ts';
import type { PullRound } from './pull.ts';
import type { Log } from './round.ts';

const atOnce = 200;
const sliceMs = 6;

export type CompareRound = PullRound & { readonly log: Log; readonly isWanted: () => boolean };

type Compared = 'all' | 'put-off';

/** Compares what changed; where nothing did, nothing is asked. Edits and news that wait meanwhile go first. */
export async function compareTouched(round: CompareRound): Promise<Result<Compared, SyncFailure>> {
  const { store, client, token } = round;
  for (let after = ''; ; ) {
    const ids = nextToCompare(store, after, atOnce);
    const last = ids.at(-1);
    if (last === undefined) return ok('all');
    after = last;
    const { cursor: seq, epoch } = readCursor(store);
    const hashes = await hashesOf(round, ids);
    if (hashes === null) return ok('put-off');
    const answer = await client.compare(token, { ...readIdentity(store), schema: schemaVersion, epoch, seq, hashes });
    if (!answer.ok) return answer.failure.kind === 'not-found' ? ok('all') : answer;
    const { differing, later } = answer.value;
    const unsure = new Set([...differing, ...later]);
    // What was edited while the question travelled is no longer what was asked.
    wereEqual(
      store,
      ids.filter((id) => !unsure.has(id) && !isAwaited(store, id)),
    );
    const mended = differing.length === 0 ? ok(null) : await mendAll(round, differing);
    if (!mended.ok) return mended;
  }
}

/** The hashes of workfiles, some milliseconds at a time; null once something else is to be done first. */
async function hashesOf({ store, isWanted }: CompareRound, ids: readonly string[]): Promise<[string, string][] | null> {
  const hashes: [string, string][] = [];
  let from = store.stopwatch();
  for (const id of ids) {
    hashes.push([id, localStateHash(store, id)]);
    if (store.stopwatch() - from < sliceMs) continue;
    await turn();
    if (isWanted()) return null;
    from = store.stopwatch();
  }
  return hashes;
}

/** The cloud may have lost what others wrote here: that goes to it before anything of it is given up. */
async function bringBackAll({ store, log }: CompareRound, differing: readonly string[]): Promise<ReadonlySet<string>> {
  const person = readPerson(store);
  const workfiles = untried(store, differing);
  const brought = new Set<string>();
  if (person === null || workfiles.size === 0) return brought;
  const bringing = { person, workfiles };
  for (let slice = heardAfter(store, 0); slice !== undefined; slice = heardAfter(store, slice.n)) {
    for (const id of bringSlice(store, slice, bringing)) brought.add(id);
    await turn();
  }
  for (const id of bringConflicts(store, bringing)) brought.add(id);
  if (brought.size > 0) log('sync.brought-back', { count: brought.size });
  return brought;
}

async function mendAll(round: CompareRound, all: readonly string[]): Promise<Result<null, SyncFailure>> {
  const { store, client, token } = round;
  const brought = await bringBackAll(round, all);
  // What still waits for its record can be helped by the state that is here, and not be mended.
  const isStuck = (id: string) => {
    if (readBrought(store, id) === 2) dropMootChoices(store, id);
    return isAwaited(store, id) && readBrought(store, id) === 2;
  };
  const differing = all.filter((id) => !brought.has(id) && !isStuck(id));
  if (differing.length === 0) return ok(null);
  const { epoch } = readCursor(store);
  const asked = requestOf(store, { epoch, since: 0, after: null, only: [...differing] });
  const stream = await client.snapshot(token, asked);
  if (!stream.ok) return stream;
  const bundles = new Map<string, ArrivedBundle>();
  try {
    for await (const line of linesOf(stream.value, snapshotLine)) {
      if (line[0] === 'bundle') bundles.set(line[1], bundleOf(line));
    }
  } catch (error) {
    if (error instanceof BrokenStream) return failed({ kind: 'offline' });
    throw error;
  }
  for (const id of differing) {
    const person = readPerson(store);
    const bundle = bundles.get(id);
    const lacking = person === null ? 0 : bringState(store, { workfile: id, bundle, person });
    if (lacking > 0) {
      round.log('sync.brought-back', { count: lacking });
      continue;
    }
    const { outcome, applied } = mend(store, id, bundle, round.now());
    round.log('sync.differed', { workfile: id, outcome });
    if (applied.workfiles.size > 0) round.applied(applied);
    await turn();
  }
  return ok(null);
}
