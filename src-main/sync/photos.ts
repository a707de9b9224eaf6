// Moves the files of photos beside the rounds of edits: one goes up and one comes down at a time, thumbnails first.

import type { Clock, Random } from '../../src-shared/base/clock.ts';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { Sha256 } from '../../src-shared/domain/photo/photo.ts';
import { readCursor } from '../db/cursor.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { Store } from '../db/open.ts';
import { forgetSent, nextToSend, noteDamaged, noteFetched, noteGone, noteSent } from '../db/photo-file.ts';
import type { PhotoFiles } from '../files/photo-files.ts';
import { createPutOffs, type PutOffs } from './back-off.ts';
import type { CloudClient } from './cloud-client.ts';
import { createGate, type Gate } from './gate.ts';
import { createLane, type StepEnd } from './lane.ts';
import { createPhotoBook, type PhotoBook, type TellPhotos } from './photo-book.ts';
import { downloadPhoto } from './photo-download.ts';
import type { PhotoMetering } from './photo-metering.ts';
import { isItself, uploadPhoto } from './photo-upload.ts';
import { createPhotoWants, keyOf, type PhotoWants } from './photo-wants.ts';
import type { Log, RoundEnd } from './round.ts';

type MoverOptions = {
  readonly store: Store;
  readonly photoFiles: PhotoFiles;
  readonly client: CloudClient;
  readonly cloudUrl: string;
  readonly token: () => Promise<string | null>;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal: AbortSignal;
  readonly tell: TellPhotos;
  readonly metering: PhotoMetering;
  /** Says that a photo is in the cloud now, or cannot get there. */
  readonly settled: () => void;
  readonly log: Log;
};

export type PhotoMover = ReturnType<typeof createPhotoMover>;

const brokenPauseMs = 60_000;

export function createPhotoMover(options: MoverOptions) {
  const { store, metering } = options;
  const state = { paused: false };
  const gate = createGate();
  const moving = {
    ...options,
    turn: gate.free,
    book: createPhotoBook(store, options.tell),
    wants: createPhotoWants({ ...options, isMetered: () => metering.read() !== 'off' }),
    unsendable: createPutOffs(options),
  };
  const lanes = createLanes(moving, () => state.paused);
  const [sending, fetching] = lanes;

  return {
    stateOf: moving.book.stateOf,
    /** There may be something to move. */
    kick() {
      for (const one of lanes) one.kick();
    },
    /** Runs a round of edits: pieces of photos wait meanwhile, and a cloud that answered it is worth a try. */
    async besides(round: () => Promise<RoundEnd>): Promise<RoundEnd> {
      const end = await gate.during(round);
      if (end.kind !== 'rest' && end.kind !== 'again') return end;
      askAgainAfterRestore(store);
      for (const one of lanes) one.now();
      return end;
    },
    pause(paused: boolean) {
      state.paused = paused;
      if (paused) return;
      for (const one of lanes) one.now();
    },
    /** Fetches the thumbnails of this workfile before others. */
    look(workfileId: WorkfileId) {
      moving.wants.look(workfileId);
      fetching.kick();
    },
    /** Fetches a photo before everything else; a person is looking at it. */
    want(sha256: Sha256) {
      moving.wants.want(sha256);
      fetching.now();
    },
    /** Holds photos back from now on, or sends them as they come. */
    meter(isOn: boolean) {
      metering.turn(isOn);
      options.settled();
      for (const one of lanes) one.now();
    },
    /** Sends what waits, once; what the cloud would not have is tried at once as well. */
    letGo() {
      metering.letGo();
      moving.unsendable.forget();
      options.settled();
      sending.now();
    },
    stop: () => Promise.all(lanes.map((one) => one.stop())),
  };
}

type Moving = MoverOptions & {
  readonly turn: Gate['free'];
  readonly book: PhotoBook;
  readonly wants: PhotoWants;
  /** Files that the cloud did not take, though they are what they are named. */
  readonly unsendable: PutOffs;
};

/** One goes up and one comes down at a time; what breaks is tried again later. */
function createLanes(moving: Moving, isPaused: () => boolean) {
  const lane = (step: (moving: Moving) => Promise<StepEnd>) =>
    createLane({
      random: moving.random,
      async step() {
        try {
          return isPaused() ? 'rest' : await step(moving);
        } catch (error) {
          moving.log('photo.move-broken', { error: String(error instanceof Error ? error.stack : error) });
          return { retry: brokenPauseMs };
        }
      },
    });
  return [lane(sendNext), lane(fetchNext)] as const;
}

async function sendNext(moving: Moving): Promise<StepEnd> {
  const { store, photoFiles, book, unsendable, metering } = moving;
  if (metering.read() === 'holding') return 'rest';
  const file = unsendable.next(nextToSend(store, unsendable.count() + 1), keyOf);
  if (file === undefined || typeof file === 'number') return endSending(moving, file);
  const token = await moving.token();
  if (token === null) return 'rest';
  const bytes = await photoFiles.read(file.sha256, file.part);
  if (bytes === null) {
    noteGone(store, file);
    book.rests(file.sha256);
    moving.settled();
    return 'more';
  }
  const progress = file.part === 'full' ? book.moves(file.sha256, 'up') : () => undefined;
  const sent = await uploadPhoto({ ...moving, ...file, token, bytes, progress });
  // The cloud found other bytes than the name says: either they were spoilt on the way, or they are so here.
  const spoilt = !sent.ok && sent.failure.kind === 'conflict' && !isItself(file, bytes);
  if (sent.ok) noteSent(store, file);
  if (spoilt) noteDamaged(store, file);
  book.rests(file.sha256);
  if (sent.ok || spoilt) {
    unsendable.drop(keyOf(file));
    moving.settled();
    return 'more';
  }
  if (sent.failure.kind !== 'conflict') return endAfter(moving, sent.failure);
  // One that the cloud will not have must not hold up the others.
  unsendable.put(keyOf(file));
  return 'more';
}

/** Nothing can be sent now. What the cloud will not have must not let go what is added meanwhile on a metered network. */
function endSending({ metering, settled }: Moving, dueMs: number | undefined): StepEnd {
  if (metering.read() === 'let-go') {
    metering.allSent();
    settled();
    return 'rest';
  }
  return dueMs === undefined ? 'rest' : { retry: dueMs };
}

async function fetchNext(moving: Moving): Promise<StepEnd> {
  const { store, photoFiles, book, wants } = moving;
  const file = wants.next();
  if (file === undefined) return 'rest';
  if (typeof file === 'number') return { retry: file };
  const token = await moving.token();
  if (token === null) return 'rest';
  const progress = file.part === 'full' ? book.moves(file.sha256, 'down') : () => undefined;
  const fetched = await downloadPhoto({ ...moving, files: photoFiles, file, token, progress });
  if (fetched.ok) {
    noteFetched(store, file);
    wants.got(file);
  }
  book.rests(file.sha256);
  if (fetched.ok) return 'more';
  const { failure } = fetched;
  if (failure.kind !== 'not-found' && failure.kind !== 'conflict') return endAfter(moving, failure);
  // The other PC has not sent it yet, or it came otherwise than it is named.
  wants.putOff(file);
  return 'more';
}

/** Without a session or a permission only a person can help; everything else is tried again. */
function endAfter({ log }: Moving, failure: Failure): StepEnd {
  log('photo.move-failed', { kind: failure.kind });
  return failure.kind === 'forbidden' ? 'rest' : { retry: 'soon' };
}

/** Another epoch is another cloud: it may have lost what it had, and is asked for each file again. */
function askAgainAfterRestore(store: Store): void {
  const { epoch } = readCursor(store);
  const known = readMeta(store, 'photo-epoch');
  if (epoch === '' || epoch === known) return;
  if (known !== null) forgetSent(store);
  writeMeta(store, 'photo-epoch', epoch);
}
