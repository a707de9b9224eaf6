/** The test function of a shop that exports to a simulated dealer: one dealer, cloud and PC for all tests of a file, and faults on request. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Recall } from '../../src-shared/domain/dms/export-job.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { openPc as openApiPc } from './cloud-pc.ts';
import { type Dealer, openDealer } from './dealer.ts';
import { put } from './dealer-shop.ts';
import { signInOf, staff } from './dealer-staff.ts';
import { listIsReady, syncWord } from './desktop-window.ts';
import { type Cloud, startDealerCloud } from './electron-cloud.ts';
import { openPc, type Pc } from './electron-pc.ts';
import { test as base, expect } from './electron-test.ts';
import { noteWhatIsShown } from './what-is-shown.ts';

export { expect } from './electron-test.ts';

/** How the shop is connected. */
export type Connected = { readonly on?: boolean; readonly settings?: JsonObject };

export type DealerPlace = {
  readonly dealer: Dealer;
  readonly cloud: Cloud;
  /** A PC of the manager. */
  readonly pc: Pc;
  /** Connects the shop anew; the PC hears of it a moment later. */
  connect(how?: Connected): Promise<void>;
};

/** `recall`: how the dealer of this file helps to find an export again. */
type Worker = { readonly recall: Recall; readonly place: DealerPlace };

export const test = base.extend<{ readonly office: DealerPlace }, Worker>({
  recall: ['reference', { scope: 'worker', option: true }],

  place: [
    async ({ recall }, use) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-dealing-'));
      const closing: (() => Promise<void>)[] = [];
      try {
        await use(await openPlace(folder, recall, closing));
      } finally {
        // What began before something failed ends all the same.
        for (const close of closing.toReversed()) await close().catch(() => undefined);
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  /** The place with the app's own window alone. */
  office: async ({ place }, use, testInfo) => {
    await use(place);
    const { app, window, errors } = place.pc;
    if (testInfo.status !== testInfo.expectedStatus) await noteWhatIsShown(place.pc, testInfo);
    for (const other of app.windows()) if (other !== window) await other.close();
    expect(errors.splice(0)).toEqual([]);
  },
});

async function openPlace(folder: string, recall: Recall, closing: (() => Promise<void>)[]): Promise<DealerPlace> {
  const dealer = await openDealer(path.join(folder, 'dealer.ndjson'), recall);
  closing.push(dealer.close);
  const own = path.join(folder, 'cloud');
  mkdirSync(own);
  const cloud = await startDealerCloud(own, dealer.url);
  closing.push(cloud.stop);
  const api = await openApiPc(cloud.url, staff.manager);
  const connect = async ({ on = true, settings = {} }: Connected = {}): Promise<void> => {
    const setup = { partner: 'simulated', settings: { recall, ...settings } };
    const reply = await put(api, '/dms/connection', { on, setup });
    if (reply.status !== 204) throw new Error(`the connection was not taken: ${reply.text}`);
  };
  await connect();
  const userData = path.join(folder, 'pc');
  const pc = await openPc({ userData, name: 'OFFICE', cloudUrl: cloud.url, signIn: signInOf('manager') });
  closing.push(pc.close);
  await listIsReady(pc.window);
  await expect(syncWord(pc.window)).toContainText('Synced', { timeout: 60_000 });
  return { dealer, cloud, pc, connect };
}

/** Cuts the cloud off, and waits until the PC says so. */
export async function goOffline({ cloud, pc }: DealerPlace): Promise<void> {
  await cloud.stop();
  await expect(syncWord(pc.window)).toContainText('Offline', { timeout: 60_000 });
}
