/**
 * The screens around the workfiles in every state that is not trouble, asked by axe and saved under `state-pictures`:
 * full, of a shop that has nothing, with long words, and without a network. Not part of the guide: for eyes that look
 * for what is poor.
 */
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { choose, goTo, listIsReady, newWorkfile, syncWord, typeInto } from '../support/desktop-window.ts';
import { ownerOfEmptyShop, startEmptyCloud } from '../support/electron-cloud.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { everyColor, everyLook, lookAt } from './looks.ts';
import { eachScreen, openDemoPc } from './screens.ts';

const search = (window: Page) => window.getByRole('searchbox', { name: 'Search workfiles' });

/** What a search everywhere finds, and how it looks. */
async function searchEverywhere(window: Page, text: string): Promise<void> {
  await window.keyboard.press('Control+Shift+F');
  await window.keyboard.type(text);
  await window.waitForTimeout(500);
}

test('a shop with everything', async ({ openPc, cloud }) => {
  const pc = await openDemoPc(openPc, cloud.url, demoSignIn.office);
  const { window } = pc;
  await eachScreen(pc, { state: 'full', looks: everyLook });
  await choose(window, 'Workfiles');
  await search(window).fill('nobody of this name');
  await lookAt(pc, 'list.nothing-found', everyColor);
  await search(window).fill('');
  await searchEverywhere(window, 'underhill');
  await expect(window.getByRole('option').first()).toBeVisible();
  await lookAt(pc, 'search.full', everyLook);
  await window.keyboard.press('Escape');
  await searchEverywhere(window, 'nobody of this name');
  await lookAt(pc, 'search.nothing-found', everyColor);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+k');
  await lookAt(pc, 'palette.full', everyLook);
});

test('a shop that has nothing, and its first steps', async ({ openPc, folder }) => {
  const cloud = await startEmptyCloud(mkdtempSync(path.join(folder, 'empty-')));
  const pc = await openPc({ name: 'FRONT-DESK', cloudUrl: cloud.url, signIn: ownerOfEmptyShop });
  const { window } = pc;
  await listIsReady(window);
  const steps = window.getByRole('navigation', { name: 'First steps' });
  await expect(steps.getByRole('button', { name: 'Address and phone' })).toHaveAttribute('aria-current', 'step');
  await lookAt(pc, 'first-run.begun', everyLook);
  await eachScreen(pc, { state: 'empty', looks: everyColor });
  await searchEverywhere(window, 'turpin');
  await lookAt(pc, 'search.empty', everyColor);
  await window.keyboard.press('Escape');
  await cloud.stop();
});

test('long words, and then no network', async ({ openPc, cloud }) => {
  const pc = await openDemoPc(openPc, cloud.url, demoSignIn.office);
  const { window } = pc;
  const long = 'Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley of the very long names';
  for (const [screen, button] of [
    ['Employees', 'New employee'],
    ['Insurance companies', 'New insurance company'],
  ] as const) {
    await choose(window, screen);
    await window.getByRole('button', { name: button }).click();
    await expect(window.getByRole('dialog', { name: button })).toBeVisible();
    await window.keyboard.type(long.slice(0, 60));
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  }
  await choose(window, 'Customers');
  await window.getByRole('button', { name: 'New customer' }).click();
  await expect(window.getByRole('dialog', { name: 'New customer' })).toBeVisible();
  await typeInto(window, 'First name', long.slice(0, 60));
  await typeInto(window, 'Last name', long.slice(0, 60));
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await newWorkfile(window);
  await goTo(window, 'Contacts');
  await typeInto(window, 'First name', long.slice(0, 60));
  await typeInto(window, 'Last name', long.slice(0, 60));
  const only = ['home', 'list', 'customers', 'employees', 'insurance-companies', 'change-log'] as const;
  await eachScreen(pc, { state: 'long', looks: ['light', 'narrow'], only });
  await searchEverywhere(window, 'Featherstonehaugh');
  await lookAt(pc, 'search.long', ['light', 'narrow']);
  await window.keyboard.press('Escape');
  await cloud.stop();
  await choose(window, 'Sync now');
  await expect(syncWord(window)).toContainText('Offline', { timeout: 60_000 });
  await eachScreen(pc, { state: 'offline', looks: everyColor });
});
