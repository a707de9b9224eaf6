// The fast first sync: takes the shop as one bundle a workfile, the newest first, and goes on where it was cut.

import { setImmediate as turn } from 'node:timers/promises';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { ChangedRecord } from '../../src-shared/ipc/shapes.ts';
import { schemaVersion } from '../../src-shared/sync/protocol.ts';
import { type SnapshotLine, type SnapshotRequest, snapshotLine } from '../../src-shared/sync/snapshot.ts';
import {
  type ArrivedBundle,
  beginFirstSync,
  dropFirstSync,
  endFirstSync,
  type FirstSync,
  readFirstSync,
  storeBundles,
} from '../db/first-sync.ts';
import { readIdentity } from '../db/identity.ts';
import type { Store } from '../db/store.ts';
import type { Bytes, SyncFailure } from './cloud-client.ts';
import { BrokenStream, linesOf } from './lines.ts';
import type { PullRound } from './pull.ts';

/** Takes the bundles that this PC lacks, if it is new or far behind; what is newer is the pull's. */
export async function syncFirst(round: PullRound): Promise<Result<null, SyncFailure>> {
  const sync = readFirstSync(round.store);
  if (sync === null) return ok(null);
  const { since, after, epoch } = sync;
  const asked = requestOf(round.store, { epoch, since, after, only: null });
  const stream = await round.client.snapshot(round.token, asked);
  if (stream.ok) return takeStream(round, stream.value, sync);
  const { failure } = stream;
  // A cloud that has no bundles has its log.
  if (failure.kind === 'not-found') return ok(null);
  if (failure.kind !== 'estranged' || failure.refusal.reason !== 'epoch') return stream;
  // The cloud was restored meanwhile: from the beginning, or by the log.
  dropFirstSync(round.store);
  return syncFirst(round);
}

/** What is asked of the snapshot's door. */
export const requestOf = (
  store: Store,
  wanted: Pick<SnapshotRequest, 'epoch' | 'since' | 'after' | 'only'>,
): SnapshotRequest => ({ ...readIdentity(store), schema: schemaVersion, ...wanted });

async function takeStream(round: PullRound, stream: Bytes, from: FirstSync): Promise<Result<null, SyncFailure>> {
  const taking = new Taking(round, from);
  try {
    for await (const line of linesOf(stream, snapshotLine)) {
      if (line[0] === 'begin') taking.begin(line);
      else if (line[0] === 'bundle') {
        if (taking.add(bundleOf(line))) await taking.store();
      } else if (line[0] === 'end') {
        await taking.end();
        return ok(null);
      }
    }
  } catch (error) {
    if (error instanceof BrokenStream) return failed({ kind: 'offline' });
    throw error;
  }
  return failed({ kind: 'offline' });
}

/** A bundle as its line says. */
export function bundleOf(line: Extract<SnapshotLine, readonly ['bundle', ...unknown[]]>): ArrivedBundle {
  const [, workfileId, seq, header, hash, dictionary, text] = line;
  const bytes = Buffer.from(text, 'base64');
  // What is no sign of base64 is passed over in decoding.
  if (bytes.length !== Buffer.byteLength(text, 'base64')) throw new BrokenStream('not base64');
  return { workfileId, seq, header, hash, dictionary, bytes };
}

/** What a slice may take; how many bundles that is shows by itself. */
const sliceMs = 8;
const fewest = 8;
const most = 400;
/** The windows hear of the first slice at once, and of later ones this seldom. */
const tellMs = 200;

class Taking {
  readonly #round: PullRound;
  #sync: FirstSync;
  #slice: ArrivedBundle[] = [];
  #size = 32;
  #told = -Infinity;
  #workfiles = new Map<WorkfileId, readonly ChangedRecord[]>();

  constructor(round: PullRound, sync: FirstSync) {
    this.#round = round;
    this.#sync = sync;
  }

  begin([, epoch, place, count]: Extract<SnapshotLine, readonly ['begin', ...unknown[]]>): void {
    this.#sync = beginFirstSync(this.#round.store, this.#sync, { epoch, place, count });
  }

  /** Takes one more; answers whether there are enough to be stored. */
  add(bundle: ArrivedBundle): boolean {
    return this.#slice.push(bundle) >= this.#size;
  }

  /** Stores what was taken. Whoever types is served afterwards. */
  async store(): Promise<void> {
    const { store, now } = this.#round;
    const from = store.stopwatch();
    const { sync, applied } = storeBundles(store, this.#sync, this.#slice, now());
    const took = Math.max(0.1, store.stopwatch() - from);
    // One slice that something else held up says little.
    const pace = Math.min(2, Math.max(0.7, sliceMs / took));
    this.#size = Math.round(Math.min(most, Math.max(fewest, this.#size * pace)));
    this.#sync = sync;
    this.#slice = [];
    for (const [id, changes] of applied.workfiles) this.#workfiles.set(id, changes);
    if (store.stopwatch() - this.#told >= tellMs) this.#tell();
    await turn();
  }

  async end(): Promise<void> {
    await this.store();
    endFirstSync(this.#round.store, this.#sync);
    this.#tell();
  }

  #tell(): void {
    this.#told = this.#round.store.stopwatch();
    this.#round.progress(this.#sync.done, this.#sync.of);
    if (this.#workfiles.size > 0) this.#round.applied({ workfiles: this.#workfiles });
    this.#workfiles = new Map();
  }
}
