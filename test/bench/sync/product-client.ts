/** The product's backend on a PC, without its window: the same modules that Electron's utility process hosts. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { type Backend, createBackend } from '../../../src-main/backend.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import type { Notices } from '../../../src-shared/ipc/notices.ts';
import type { Input, Output, Reply, RequestName } from '../../../src-shared/ipc/requests.ts';
import type { SyncState } from '../../../src-shared/ipc/shapes.ts';
import { threadFiles } from '../../support/desktop.ts';
import { type Peek, peekInto } from '../../support/desktop-database.ts';
import { noFiles } from '../../support/user-files.ts';
import { fieldIn, type RecordEdit, recordEditOf } from './record-edits.ts';
import { answerSteps, type Passed } from './steps.ts';
import { type Document, type EditBatch, editsOf, readDocuments } from './workload.ts';

const projectFolder = path.resolve(import.meta.dirname, '../../..');
/** A list is of use when a person can begin to search it: with its first page, and two of a hundred workfiles. */
const usablePart = 0.02;
const typingPauseMs = 10;
const firstPage = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true } as const;

type NthEdit = EditBatch & { readonly k: number };
type Open = {
  readonly file: string;
  readonly folder: string;
  readonly url: { readonly url: string; readonly email: string; readonly password: string };
};

const held = {
  documents: [] as Document[],
  byId: new Map<string, Document>(),
  signIn: { email: '', password: '' },
  backend: null as Backend | null,
  peek: null as Peek | null,
};
const ears = new Set<(state: SyncState) => void>();
const changeEars = new Set<(notice: Notices['workfile.changed']) => void>();
const listEars = new Set<(notice: Notices['list.changed']) => void>();

// What a window would be told is copied to a port, as it is in the product.
const { port1: window, port2: backendsEnd } = new MessageChannel();
window.on('message', () => undefined);
window.unref();

answerSteps('product-client', {
  async open({ file, folder, url }: Open) {
    held.documents = readDocuments(file);
    held.byId = new Map(held.documents.map((one) => [one.id, one]));
    held.signIn = { email: url.email, password: url.password };
    const dataDir = path.join(folder, 'product');
    mkdirSync(dataDir, { recursive: true });
    held.backend = await createBackend({
      dataDir,
      cloudUrl: url.url,
      pcName: 'Bench PC',
      clock: Date.now,
      random: (count) => new Uint8Array(randomBytes(count)),
      secrets: { protect: async (plain) => plain, reveal: async (sealed) => sealed },
      files: noFiles,
      demoSignIn: null,
      ...threadFiles,
      migrationsDir: path.join(projectFolder, 'migrations/local'),
      notify(notice, data) {
        backendsEnd.postMessage({ notice, data });
        if (notice === 'list.changed') for (const hear of [...listEars]) hear(data as Notices['list.changed']);
        if (notice === 'workfile.changed') {
          for (const hear of [...changeEars]) hear(data as Notices['workfile.changed']);
        }
        if (notice === 'sync.changed') for (const hear of [...ears]) hear(data as SyncState);
      },
      log(event, fields) {
        if (fields.error !== undefined) console.error(`the product logged ${event}: ${fields.error}`);
        return event;
      },
    });
    held.peek = peekInto(dataDir);
    await ask('sync.set-offline', { offline: true });
    await ask('session.sign-in', held.signIn);
  },
  async initial() {
    const since = stopwatch();
    const usable = untilUsable().then(since);
    const stored = untilCursor(1).then(since);
    await settled();
    return { main: await stored, usable: await usable, equal: since() };
  },
  leave: () => ask('sync.set-offline', { offline: true }),
  async pull(batch: EditBatch) {
    const since = stopwatch();
    const stored = untilCursor(readCursor() + batch.count).then(since);
    const listed = untilListed(editsOf(held.documents, batch).map(({ workfile }) => workfile)).then(since);
    const equal = settled().then(since);
    return { main: await stored, listed: await listed, equal: await equal };
  },
  async edit(batch: EditBatch) {
    await openAll(batch);
    for (const edit of changesOf(batch)) unwrap(await change(edit));
  },
  /** Until the cloud has answered every edit; the round then goes on to hear of them in the shop's order. */
  async push() {
    const since = stopwatch();
    const answered = untilState(({ waiting }) => waiting === 0).then(since);
    await settled();
    return { main: await answered, equal: since() };
  },
  openAll,
  /** Makes one edit of a batch, and says when. */
  async editOne({ k, ...batch }: NthEdit) {
    const at = sharedNow();
    unwrap(await change(nth(changesOf(batch), k)));
    return at;
  },
  /** Says when the window of this PC, on which the workfile is open too, was told of an edit that another PC made. */
  hear({ k, ...batch }: NthEdit) {
    const { id } = nth(changesOf(batch), k);
    return new Promise<number>((resolve) => {
      const hear = ({ from, changes }: Notices['workfile.changed']) => {
        if (from !== 'elsewhere' || !changes.some(({ record }) => record.id === id)) return;
        changeEars.delete(hear);
        resolve(sharedNow());
      };
      changeEars.add(hear);
    });
  },
  typeFor: ({ ms, ...batch }: EditBatch & { readonly ms: number }) => typeUntil(batch, () => pause(ms)),
  /** Types until the list was told of the last edit that is pulled. */
  async typeWhilePulling({ pulled, ...batch }: EditBatch & { readonly pulled: EditBatch }) {
    const last = nth(editsOf(held.documents, pulled), pulled.count - 1);
    let synced: Promise<void> | undefined;
    const typed = await typeUntil(batch, () => {
      synced = settled();
      return untilListed([last.workfile]);
    });
    await synced;
    return typed;
  },
  count: async () => (await ask('workfile.list', firstPage)).total,
  async values(batch: EditBatch) {
    const edits = editsOf(held.documents, batch);
    const values = [];
    for (const edit of edits) values.push(await shownValue(edit));
    return values;
  },
});

async function ask<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> {
  if (held.backend === null) throw new Error('not open');
  return unwrap((await held.backend.ask(name, input)) as Reply<N>);
}

/** Makes an edit every few milliseconds until something is over; says how long each took and each turn of the loop. */
async function typeUntil(batch: EditBatch, begin: () => Promise<unknown>) {
  const edits = changesOf(batch);
  await openAll(batch);
  const latencies: number[] = [];
  const blocks = watchLoop();
  const typing = { on: true };
  const over = begin();
  void over.then(() => {
    typing.on = false;
  });
  for (let k = 0; typing.on && k < edits.length; k += 1) {
    const from = performance.now();
    unwrap(await change(nth(edits, k)));
    latencies.push(performance.now() - from);
    await pause(typingPauseMs);
  }
  await over;
  return { latencies, blocks: blocks.stop() };
}

/** How long nothing else could run: the time from one turn of the event loop to the next. */
function watchLoop() {
  const turns: number[] = [];
  const state = { last: performance.now(), on: true };
  const turn = () => {
    const now = performance.now();
    if (now - state.last >= 1) turns.push(now - state.last);
    state.last = now;
    if (state.on) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    stop(): readonly number[] {
      state.on = false;
      return turns;
    },
  };
}

/** A clock that all processes of this machine share, finer than a millisecond. */
const sharedNow = (): number => performance.timeOrigin + performance.now();

function nth<T>(list: readonly T[], k: number): T {
  const found = list[k];
  if (found === undefined) throw new Error(`nothing at ${k}`);
  return found;
}

/** Goes online and waits until a round has found PC and cloud equal. */
async function settled(): Promise<void> {
  const { syncedAt: before } = await ask('sync.state', {});
  const synced = untilState(({ phase, syncedAt }) => phase === 'synced' && syncedAt !== before);
  await ask('sync.set-offline', { offline: false });
  await synced;
}

/** Resolves with the first state that is as wanted, the present one excepted. */
const untilState = (isWanted: (state: SyncState) => boolean): Promise<SyncState> =>
  new Promise((resolve, reject) => {
    const hear = (state: SyncState) => {
      // Nothing here may conflict; a sync that needs a person would never be found equal.
      if (state.phase === 'stopped' || state.phase === 'unsettled') reject(new Error(JSON.stringify(state)));
      if (!isWanted(state)) return;
      ears.delete(hear);
      resolve(state);
    };
    ears.add(hear);
  });

const untilUsable = (): Promise<void> =>
  new Promise((resolve) => {
    const hear = () =>
      void ask('workfile.list', firstPage).then(({ total, rows }) => {
        if (total < held.documents.length * usablePart || rows.length === 0) return;
        listEars.delete(hear);
        resolve();
      });
    listEars.add(hear);
  });

/** Resolves when the list was told of every one of the workfiles. */
const untilListed = (workfileIds: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    const left = new Set(workfileIds);
    const hear = (notice: Notices['list.changed']) => {
      for (const id of notice.workfileIds) left.delete(id);
      if (left.size > 0) return;
      listEars.delete(hear);
      resolve();
    };
    listEars.add(hear);
  });

/** How far the PC's database has come in the shop's order, looked at from outside. */
const readCursor = (): number => Number(held.peek?.value("select value from meta where name = 'cursor'") ?? 0);

async function untilCursor(wanted: number): Promise<void> {
  while (readCursor() < wanted) await pause(1);
}

/** Says what has passed since: time, and what this process worked. */
function stopwatch(): () => Passed {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { ms: performance.now() - from, cpuMs: (user + system) / 1000 };
  };
}

const documentOf = (id: string): Document => {
  const found = held.byId.get(id);
  if (found === undefined) throw new Error('no such workfile');
  return found;
};

const changesOf = (batch: EditBatch): readonly RecordEdit[] =>
  editsOf(held.documents, batch).map((edit) => recordEditOf(documentOf(edit.workfile), edit));

/** Nobody edits a workfile that is not open; opening is what makes its records of a bundle. */
async function openAll(batch: EditBatch): Promise<void> {
  for (const { workfile } of editsOf(held.documents, batch)) {
    await ask('workfile.open', { workfileId: workfile as WorkfileId });
  }
}

async function change({ kind, id, group, value }: RecordEdit) {
  if (held.backend === null) throw new Error('not open');
  return (await held.backend.ask(`${kind}.change`, { [`${kind}Id`]: id, group, value })) as Reply<'line.change'>;
}

/** What the PC shows of the field of an edit when a person opens its workfile. */
async function shownValue(edit: ReturnType<typeof editsOf>[number]): Promise<unknown> {
  const sheet = await ask('workfile.open', { workfileId: edit.workfile as WorkfileId });
  const { kind, id, group } = recordEditOf(documentOf(edit.workfile), edit);
  const records: readonly unknown[] =
    kind === 'line' ? sheet.lines : kind === 'contact' ? sheet.contacts : [sheet.vehicle];
  const record = records.find((one) => (one as { id: string }).id === id) as Record<string, Record<string, unknown>>;
  return record[group]?.[fieldIn(edit)];
}
