/** What the window says of the exchange with the cloud, held against what the PC knows. */
import { expect, type Page } from '@playwright/test';
import { syncWord } from './desktop-window.ts';

type Watched = { readonly shown: string[]; readonly untrue: string[] };
type WatchedWindow = {
  readonly shopfile: {
    readonly bridge: { ask(name: string, input: object): Promise<{ readonly value: { readonly total: number } }> };
  };
  syncWords?: Watched;
};

/** From now on each word of the status bar is noted, and each that says that nothing waits while something does. */
export const watchSyncWord = (window: Page): Promise<void> =>
  window.evaluate(() => {
    const here = globalThis as unknown as WatchedWindow;
    const words: Watched = { shown: [], untrue: [] };
    here.syncWords = words;
    const read = (): string => document.querySelector('[data-segment="sync"]')?.textContent ?? '';
    const check = async (said: string): Promise<void> => {
      const count = words.shown.length;
      const { value } = await here.shopfile.bridge.ask('sync.queue', {});
      // A change may be made just now: it is given the time to be drawn.
      await new Promise((resolve) => setTimeout(resolve, 250));
      if (value.total > 0 && words.shown.length === count) words.untrue.push(`${said} while ${value.total} wait`);
    };
    const note = (): void => {
      const said = read();
      if (said === words.shown.at(-1)) return;
      words.shown.push(said);
      if (/Synced|All sent/.test(said)) void check(said);
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    note();
  });

/** The words shown since the first so many. */
export const shownSince = (window: Page, count: number): Promise<readonly string[]> =>
  window.evaluate((from) => (globalThis as unknown as WatchedWindow).syncWords?.shown.slice(from) ?? [], count);

/** Each word that was not true. */
export const untrueWords = (window: Page): Promise<readonly string[]> =>
  window.evaluate(() => (globalThis as unknown as WatchedWindow).syncWords?.untrue ?? []);

/** The status bar counts as many changes as wait. */
export async function expectWaiting(window: Page, count: number): Promise<void> {
  const words = `Offline – ${count === 1 ? '1 change' : `${count} changes`} waiting`;
  await expect(syncWord(window)).toContainText(words);
  const waiting = await window.evaluate(() =>
    (globalThis as unknown as WatchedWindow).shopfile.bridge.ask('sync.queue', {}),
  );
  expect(waiting.value.total).toBe(count);
}

export type CentreTab = 'Needs decision' | 'Waiting to send' | 'Sent today' | 'Problems' | 'Devices';

/** Opens the Sync & conflict centre at a tab. */
export async function openCentre(window: Page, tab: CentreTab): Promise<void> {
  await syncWord(window).click();
  const title = window.getByRole('tablist', { name: 'Sync and conflicts' }).getByRole('tab', { name: tab });
  await title.click();
  await expect(title).toHaveAttribute('aria-selected', 'true');
}

/** Goes back from the centre to the workfile of an owner that is open in a tab. */
export const showWorkfileTab = (window: Page, owner: string): Promise<void> =>
  window.getByRole('tablist', { name: 'Open tabs' }).getByRole('tab', { name: owner }).click();

/** The status bar's word about what a person must choose. */
export const decisionsWord = (window: Page) => window.locator('[data-segment="decisions"]');

/** What waits for a choice, in the centre. */
export const decisionsIn = (window: Page) => window.getByRole('listbox', { name: 'Needs a decision' });
