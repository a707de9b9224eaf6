/** Every screen of a shop and every section of a workfile, the way to each, and a walk through them in one state. */
import type { Page } from '@playwright/test';
import { choose, listIsReady, syncWord } from '../support/desktop-window.ts';
import { expect } from '../support/electron-demo.ts';
import type { Pc, PcOptions } from '../support/electron-pc.ts';
import { type LookName, lookAt } from './looks.ts';

type Way = (window: Page) => Promise<void>;
const byKey =
  (key: string): Way =>
  (window) =>
    window.keyboard.press(key);
const byCommand =
  (words: string): Way =>
  (window) =>
    choose(window, words);

/** The way to each screen that needs no open workfile. */
const ways = {
  home: byKey('Control+1'),
  list: byKey('Control+2'),
  customers: byCommand('Customers'),
  configure: byCommand('Configure'),
  profiles: byCommand('Profiles'),
  employees: byCommand('Employees'),
  'insurance-companies': byCommand('Insurance companies'),
  'my-lines': byCommand('My lines'),
  'part-codes': byCommand('Part codes'),
  'dms-connection': byCommand('DMS connection'),
  'journal-files': byCommand('Journal files'),
  'change-log': byCommand('Change log'),
  'this-pc': byCommand('This PC'),
  'sync-centre': byCommand('Sync and conflicts'),
} as const satisfies Readonly<Record<string, Way>>;

type ScreenName = keyof typeof ways;
const screens = Object.keys(ways) as readonly ScreenName[];

/** What is shown, in words: the state's name, and the looks that it is wanted in. */
export type Wanted = {
  readonly state: string;
  readonly looks: readonly LookName[];
  /** Without it every screen. */
  readonly only?: readonly ScreenName[];
};

/** Walks through the screens of the shop. */
export async function eachScreen(pc: Pc, { state, looks, only = screens }: Wanted): Promise<void> {
  for (const name of only) {
    await ways[name](pc.window);
    await settle(pc.window);
    await lookAt(pc, `${name}.${state}`, looks);
  }
}

const sections = (window: Page) => window.getByRole('tablist', { name: 'Sections' }).getByRole('tab');

/** Walks through the sections of the workfile in front, whatever they are called at its stage. */
export async function eachSection(pc: Pc, { state, looks }: Omit<Wanted, 'only'>): Promise<void> {
  const names = await sections(pc.window).allInnerTexts();
  for (const [at, name] of names.entries()) {
    await sections(pc.window).nth(at).click();
    await expect(sections(pc.window).nth(at)).toHaveAttribute('aria-selected', 'true');
    await settle(pc.window);
    await lookAt(pc, `${fileName(name)}.${state}`, looks);
  }
}

/** What is not there after so long is loading: the state of a backend that is held. */
const settleMs = 400;
const settle = (window: Page): Promise<void> => window.waitForTimeout(settleMs);

const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');

type OpenPc = (options: Partial<PcOptions>) => Promise<Pc>;

/** A PC of the demo shop with everything on it. */
export async function openDemoPc(openPc: OpenPc, cloudUrl: string, signIn: string): Promise<Pc> {
  const pc = await openPc({ name: 'FRONT-DESK', cloudUrl, signIn });
  await listIsReady(pc.window);
  await expect(pc.window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await expect(syncWord(pc.window)).toContainText('Synced', { timeout: 60_000 });
  return pc;
}
