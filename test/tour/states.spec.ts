/**
 * Every screen in every state, asked by axe and saved under `state-pictures`: full, empty, with long words, closed,
 * and without a network. Not part of the guide: for eyes that look for what is poor.
 */
import type { Page } from '@playwright/test';
import {
  choose,
  goTo,
  listIsReady,
  newWorkfile,
  openByOwner,
  setPayer,
  syncWord,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import type { Pc } from '../support/electron-pc.ts';
import { type LookName, lookAt, looks } from './looks.ts';

const everyLook = Object.keys(looks) as readonly LookName[];
const sections = (window: Page) => window.getByRole('tablist', { name: 'Sections' }).getByRole('tab');

/** Walks through the sections of the workfile in front, whatever they are called at its stage. */
async function eachSection(pc: Pc, state: string, wanted: readonly LookName[]): Promise<void> {
  const names = await sections(pc.window).allInnerTexts();
  for (const [at, name] of names.entries()) {
    await sections(pc.window).nth(at).click();
    await expect(sections(pc.window).nth(at)).toHaveAttribute('aria-selected', 'true');
    await lookAt(pc, `${fileName(name)}.${state}`, wanted);
  }
}

const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');

async function startPc(
  openPc: (options: { name: string; cloudUrl: string; signIn: string }) => Promise<Pc>,
  cloudUrl: string,
) {
  const pc = await openPc({ name: 'FRONT-DESK', cloudUrl, signIn: demoSignIn.office });
  await listIsReady(pc.window);
  await expect(pc.window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await expect(syncWord(pc.window)).toContainText('Synced', { timeout: 60_000 });
  return pc;
}

test('the screens of a shop in every look', async ({ openPc, cloud }) => {
  const pc = await startPc(openPc, cloud.url);
  const { window } = pc;
  await lookAt(pc, 'list.full', everyLook);
  await window.getByRole('searchbox', { name: 'Search workfiles' }).fill('nobody of this name');
  await lookAt(pc, 'list.nothing-found', ['light']);
  await window.getByRole('searchbox', { name: 'Search workfiles' }).fill('');
  await window.keyboard.press('Control+1');
  await lookAt(pc, 'home.full', everyLook);
  for (const screen of [
    'Profiles',
    'Employees',
    'Insurance companies',
    'Customers',
    'My lines',
    'Part codes',
    'This PC',
  ]) {
    await choose(window, screen);
    await window.waitForTimeout(500);
    await lookAt(pc, `${fileName(screen)}.full`, everyLook);
  }
  await choose(window, 'Sync and conflicts');
  await lookAt(pc, 'sync-centre.nothing', everyLook);
  await window.keyboard.press('Control+Shift+F');
  await window.keyboard.type('underhill');
  await expect(window.getByRole('option').first()).toBeVisible();
  await lookAt(pc, 'search.found', everyLook);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+k');
  await lookAt(pc, 'palette.full', everyLook);
});

test('the sections of a workfile, full and empty, long and without a network', async ({ openPc, cloud }) => {
  const pc = await startPc(openPc, cloud.url);
  const { window } = pc;
  await openByOwner(window, 'Underhill, Tamsin');
  await eachSection(pc, 'full', everyLook);
  await window.keyboard.press('Control+w');
  await newWorkfile(window);
  await eachSection(pc, 'empty', ['light', 'dark']);
  await goTo(window, 'Contacts');
  const long = 'Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley of the very long names';
  await typeInto(window, 'First name', long.slice(0, 60));
  await typeInto(window, 'Last name', long.slice(0, 60));
  await setPayer(window, 'Self Pay');
  await typeLines(window, [{ Oper: 'Rpr', Description: `${long} ${long}`, Labor: '2.5' }]);
  await eachSection(pc, 'long', ['light', 'narrow']);
  await cloud.stop();
  await choose(window, 'Sync now');
  await expect(syncWord(window)).toContainText('Offline', { timeout: 60_000 });
  await eachSection(pc, 'offline', ['light']);
});
