/** A shop whose PCs reach the cloud through networks that misbehave; a PC may be a process of its own and be killed. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { Input, Reply, RequestName } from '../../src-shared/ipc/requests.ts';
import type { SyncState } from '../../src-shared/ipc/shapes.ts';
import type { Credentials, TestCloud } from '../support/cloud.ts';
import { asDesktop, type Desktop, type DesktopOptions, type Heard, openDesktop, until } from '../support/desktop.ts';
import { openKillableDesktop } from '../support/desktop-killable.ts';
import { type FaultProxy, openFaultProxy } from '../support/fault-proxy/fault-proxy.ts';
import { createCrossing } from '../support/fault-proxy/play-fault.ts';
import type { Doom } from './doom.ts';

/** A PC that stays the same to its user, however often its backend ends and starts. */
export type TrustPc = Desktop & {
  readonly network: FaultProxy;
  readonly isKillable: boolean;
  /** Ends the backend (at once, where it is a process of its own) and starts it again on the same data. */
  restart(): Promise<void>;
  /** Ends the backend in the same way and leaves it so. */
  stop(): Promise<void>;
  /** Starts it again. */
  start(life?: Life): Promise<void>;
};

/** What is different from one start to the next. */
export type Life = {
  /** The clock is set anew, for good. */
  readonly clockSkewMs?: number;
  /** The process kills itself there, this once; it must be one of its own. */
  readonly doom?: Doom;
};

export type PcOptions = Pick<DesktopOptions, 'clockSkewMs' | 'anchors'> & {
  readonly name: string;
  readonly killable?: boolean;
};

export type FaultyShop = {
  readonly cloud: TestCloud;
  readonly id: ShopId;
  readonly folder: string;
  readonly who: Credentials;
  readonly pcs: readonly TrustPc[];
  /** Opens one more PC and signs in on it, over a network without faults. */
  pc(options: PcOptions): Promise<TrustPc>;
  /** Copies a PC's data folder to a new PC, as somebody does who moves in haste; both live on. */
  copyOf(pc: TrustPc, options: PcOptions): Promise<TrustPc>;
  /** From now on the shop is served by another cloud. */
  moveTo(cloud: TestCloud): void;
  close(): Promise<void>;
};

/** Opens a shop of its own in a cloud. */
export async function openFaultyShop(first: TestCloud): Promise<FaultyShop> {
  const served = { by: first };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-trust-'));
  const shop = await first.openShop();
  const who = await shop.hire('estimator');
  const crossing = createCrossing();
  const pcs: TrustPc[] = [];
  const open = async (options: PcOptions, dataDir: string): Promise<TrustPc> => {
    const network = await openFaultProxy(served.by.url, { crossing });
    const pc = await openTrustPc({ ...options, dataDir, network });
    pcs.push(pc);
    return pc;
  };
  return {
    get cloud() {
      return served.by;
    },
    id: shop.id,
    folder,
    who,
    pcs,
    async pc(options) {
      const pc = await open(options, mkdtempSync(path.join(folder, 'pc-')));
      await pc.ask('session.sign-in', { email: who.email, password: who.password });
      await syncRound(pc);
      return pc;
    },
    async copyOf(pc, options) {
      const dataDir = path.join(folder, `copy-${pcs.length}`);
      await pc.stop();
      cpSync(pc.dataDir, dataDir, { recursive: true });
      await pc.start();
      return open(options, dataDir);
    },
    moveTo(cloud) {
      served.by = cloud;
      for (const { network } of pcs) network.moveTo(cloud.url);
    },
    async close() {
      for (const pc of pcs) await pc.close();
      for (const pc of pcs) await pc.network.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Opening = PcOptions & Pick<Life, 'doom'> & { readonly dataDir: string; readonly network: FaultProxy };

const doomedEntry = path.resolve(import.meta.dirname, 'doomed-child.ts');

/** Opens a PC on a data folder. */
export async function openTrustPc({ killable = false, network, doom, ...options }: Opening): Promise<TrustPc> {
  const heard: Heard[] = [];
  const clock = { clockSkewMs: options.clockSkewMs ?? 0 };
  const open = async (ending?: Doom) => {
    const wanted = { ...options, ...clock, cloudUrl: network.url, hurried: true };
    if (!killable) {
      const desktop = await openDesktop(wanted);
      return { desktop, end: () => desktop.close() };
    }
    const doomed = { ...wanted, doom: ending };
    const desktop = await (ending === undefined
      ? openKillableDesktop(wanted)
      : openKillableDesktop(doomed, doomedEntry));
    return { desktop, end: () => desktop.kill() };
  };
  const life = { now: (await open(doom)) as Awaited<ReturnType<typeof open>> | null };
  const stop = async () => {
    const ending = life.now;
    life.now = null;
    heard.push(...(ending?.desktop.heard ?? []));
    await ending?.end();
  };
  const ask = async <N extends RequestName>(name: N, input: Input<N>): Promise<Reply<N>> =>
    life.now === null
      ? { ok: false, failure: { kind: 'unavailable', what: 'backend' } }
      : life.now.desktop.reply(name, input);
  const part = {
    name: options.name,
    dataDir: options.dataDir,
    get heard() {
      return [...heard, ...(life.now?.desktop.heard ?? [])];
    },
    close: async () => life.now?.desktop.close(),
  };
  const pc = asDesktop(part, ask as (name: string, input: unknown) => Promise<unknown>);
  const start = async (next: Life = {}) => {
    clock.clockSkewMs = next.clockSkewMs ?? clock.clockSkewMs;
    life.now = await open(next.doom);
  };
  return {
    ...pc,
    get heard() {
      return part.heard;
    },
    network,
    isKillable: killable,
    stop,
    start,
    async restart() {
      await stop();
      await start();
    },
  };
}

/** Everything was exchanged; something may be left for a person. */
const atRest: readonly SyncState['phase'][] = ['synced', 'unsettled'];

type Rounding = {
  /** Signs in again where the cloud asks for it. */
  readonly who?: Credentials;
  readonly limitMs?: number;
};

/** Lets a PC push and pull to the end: the round counts that began after this was asked. */
export async function syncRound(pc: Desktop, { who, limitMs = 60_000 }: Rounding = {}): Promise<void> {
  for (const which of ['one', 'another']) {
    const { syncedAt } = await pc.ask('sync.state', {});
    await pc.ask('sync.now', {});
    const ended = async () => {
      const state = await pc.ask('sync.state', {});
      const isOut = state.phase === 'signed-out' && who !== undefined;
      if (isOut) await pc.ask('session.sign-in', { email: who.email, password: who.password });
      return atRest.includes(state.phase) && state.syncedAt !== syncedAt;
    };
    await until(`${pc.name} ends ${which} round`, ended, limitMs).catch(async (error: Error) => {
      throw new Error(`${error.message}: ${JSON.stringify(await pc.ask('sync.state', {}))}`, { cause: error });
    });
  }
}

/** Ends all trouble: every network lets everything through, and nobody is offline by choice. */
export async function calm(shop: FaultyShop): Promise<void> {
  for (const pc of shop.pcs) {
    pc.network.play(null);
    pc.network.restore();
    await pc.ask('sync.set-offline', { offline: false });
  }
}
