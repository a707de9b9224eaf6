/** Two PCs of the demo shop, two people, and a network for each that can be cut; the status bar of both is watched. */
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { listIsReady, syncWord } from './desktop-window.ts';
import { test as base, demoSignIn } from './electron-demo.ts';
import type { Pc } from './electron-pc.ts';
import { expect } from './electron-test.ts';
import { type FaultProxy, openFaultProxy } from './fault-proxy/fault-proxy.ts';
import { shownSince, untrueWords, watchSyncWord } from './sync-window.ts';

export { expect } from './electron-test.ts';

/** A PC with its own network. */
export type NetworkedPc = Pc & {
  readonly network: FaultProxy;
  /** Cuts the network and waits until the status bar says so. */
  cutOff(): Promise<void>;
  /** Brings the network back and waits until the status bar says that all was exchanged, but for files of photos. */
  backOnline(): Promise<void>;
  /** The same PC after it was closed or killed. */
  reopen(): Promise<NetworkedPc>;
};

type Options = { readonly name: string; readonly signIn: string };

export const test = base.extend<{
  readonly openNetworkedPc: (options: Options) => Promise<NetworkedPc>;
  /** The estimator's PC. */
  readonly front: NetworkedPc;
  /** The manager's PC. */
  readonly office: NetworkedPc;
}>({
  openNetworkedPc: async ({ openPc, cloud, folder }, use) => {
    const opened: NetworkedPc[] = [];
    const open = async (options: Options, network: FaultProxy, userData: string): Promise<NetworkedPc> => {
      const pc = await openPc({ ...options, userData, cloudUrl: network.url });
      const networked = { ...pc, ...onNetwork(pc, network), reopen: () => open(options, network, userData) };
      await listIsReady(pc.window);
      await watchSyncWord(pc.window);
      opened.push(networked);
      return networked;
    };
    await use(async (options) => {
      const pc = await open(options, await openFaultProxy(cloud.url), mkdtempSync(path.join(folder, 'pc-')));
      await expect(syncWord(pc.window)).toContainText('Synced', { timeout: 60_000 });
      return pc;
    });
    for (const { window, isOpen } of opened) if (isOpen()) expect(await untrueWords(window)).toEqual([]);
    for (const network of new Set(opened.map((pc) => pc.network))) await network.close();
  },
  front: async ({ openNetworkedPc }, use) => {
    await use(await openNetworkedPc({ name: 'FRONT-DESK', signIn: demoSignIn.estimator }));
  },
  office: async ({ openNetworkedPc }, use) => {
    await use(await openNetworkedPc({ name: 'OFFICE', signIn: demoSignIn.office }));
  },
});

function onNetwork({ window }: Pc, network: FaultProxy) {
  const since = { cut: 0 };
  return {
    network,
    async cutOff() {
      network.cut();
      await expect(syncWord(window)).toContainText('Offline', { timeout: 30_000 });
      since.cut = (await shownSince(window, 0)).length;
    },
    async backOnline() {
      expect(await shownSince(window, since.cut), 'nothing is called synced without a network').not.toContainEqual(
        expect.stringContaining('Synced'),
      );
      network.restore();
      await window.keyboard.press('F5');
      await expect(syncWord(window)).toContainText(/Synced|All sent|^\d+ photos? waiting/, { timeout: 60_000 });
    },
  };
}
