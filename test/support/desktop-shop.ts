/** A shop for a test: one real cloud and as many PCs as wanted, each behind a network of its own that can be cut. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { joinShop } from '../../src-cloud/services/shops.ts';
import type { ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import type { ExportTiming } from '../../src-shared/domain/dms/export-job.ts';
import { type Credentials, demoEstimator, demoManager, startTestCloud, type TestCloud } from './cloud.ts';
import { openPc } from './cloud-pc.ts';
import { type CutProxy, openCutProxy } from './cut-proxy.ts';
import { type Desktop, type DesktopOptions, isSettled, openDesktop, until } from './desktop.ts';

/** Who may sign in: the estimator, and the manager in the office. */
export const people = { estimator: demoEstimator, office: demoManager } as const;

/** A PC with its network. */
export type ShopPc = Desktop & {
  readonly network: CutProxy;
  /** Closes the PC and opens it again on the same data. */
  reopen(): Promise<ShopPc>;
};

export type Shop = {
  readonly cloudUrl: string;
  /** Where the cloud keeps the shops' photos. */
  readonly photosFolder: string;
  /** Opens a new PC and signs a person in. */
  pc(name: string, person?: keyof typeof people): Promise<ShopPc>;
  /** Opens a new PC that nobody is signed in on. */
  freshPc(name: string): Promise<ShopPc>;
  /** Gives a person another role, as an administrator would. */
  setRole(person: keyof typeof people, role: Role): Promise<void>;
  /** A folder of the shop under a name, deleted with it. */
  folderOf(name: string): string;
  close(): Promise<void>;
};

export type ShopOptions = {
  /** How many workfiles the shop has to begin with; at least one. */
  readonly workfiles?: number;
  /** The simulated dealer that it exports to. */
  readonly dealer?: { readonly url: string };
  /** The spans of exports. */
  readonly exportTiming?: ExportTiming;
  /** How a PC is hosted. */
  readonly open?: (options: DesktopOptions) => Promise<Desktop>;
};

export async function openShop({ workfiles = 1, open = openDesktop, ...exporting }: ShopOptions = {}): Promise<Shop> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-shop-'));
  const cloud = await startTestCloud({ demoWorkfiles: workfiles, ...exporting });
  const opened: ShopPc[] = [];
  const start = async (dataDir: string, name: string, network: CutProxy): Promise<ShopPc> => {
    const desktop = await open({ dataDir, cloudUrl: network.url, name });
    const pc: ShopPc = {
      ...desktop,
      network,
      async reopen() {
        await desktop.close();
        opened.splice(opened.indexOf(pc), 1);
        return start(dataDir, name, network);
      },
    };
    opened.push(pc);
    return pc;
  };
  const freshPc = async (name: string) =>
    start(mkdtempSync(path.join(folder, 'pc-')), name, await openCutProxy(cloud.url));
  return {
    cloudUrl: cloud.url,
    photosFolder: cloud.photosFolder,
    freshPc,
    setRole: (person, role) => setRole(cloud, people[person], role),
    folderOf: (name) => path.join(folder, name),
    async pc(name, person = 'estimator') {
      const pc = await freshPc(name);
      await pc.ask('session.sign-in', people[person]);
      return pc;
    },
    async close() {
      for (const pc of opened) await pc.close();
      for (const pc of opened) await pc.network.close();
      await cloud.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Lets a PC push and pull to the end: a round may be under way already, so the second one counts. */
export async function round(pc: ShopPc): Promise<void> {
  for (const which of ['one', 'another']) {
    const { syncedAt } = await pc.ask('sync.state', {});
    await pc.ask('sync.now', {});
    await until(`${pc.name} ends ${which} round`, async () => {
      const state = await pc.ask('sync.state', {});
      return isSettled(state) && state.syncedAt !== syncedAt;
    });
  }
}

async function setRole(cloud: TestCloud, { email, password }: Credentials, role: Role): Promise<void> {
  const { user } = await openPc(cloud.url, { email, password });
  await joinShop(cloud.database, user.shopId as ShopId, user.userId as UserId, role);
}
