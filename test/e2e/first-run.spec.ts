/** A shop that has nothing: from its first start to its first saved estimate, along the first steps and without a manual. */
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible-window.ts';
import { choose, fieldNamed, goTo, listIsReady, typeInto, typeLines } from '../support/desktop-window.ts';
import { ownerOfEmptyShop, startEmptyCloud } from '../support/electron-cloud.ts';
import { expect, test } from '../support/electron-test.ts';

const steps = (window: Page) => window.getByRole('navigation', { name: 'First steps' });
const step = (window: Page, name: string) => steps(window).getByRole('button', { name });
const take = (window: Page, name: string) => step(window, name).click();

test('the first steps lead an empty shop to its first saved estimate, and are ticked by what it has', async ({
  openPc,
  folder,
}) => {
  const cloud = await startEmptyCloud(mkdtempSync(path.join(folder, 'empty-')));
  const { window } = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: ownerOfEmptyShop });
  await listIsReady(window);
  await expect(step(window, 'Address and phone')).toHaveAttribute('aria-current', 'step');
  await expectAccessible(window, 'the first steps of an empty shop');

  await take(window, 'Address and phone');
  await expect(fieldNamed(window, 'Street')).toBeFocused();
  await window.keyboard.type('12 Quay Street');
  await typeInto(window, 'City', 'Portside');
  await typeInto(window, 'Business phone', '616 555 0142');
  await expect(step(window, 'Address and phone, done')).toBeVisible();

  await take(window, 'Estimator');
  await expect(window.getByRole('dialog', { name: 'New employee' })).toBeVisible();
  await window.keyboard.type('Alex Winter');
  await window.keyboard.press('Enter');
  await expect(step(window, 'Estimator, done')).toBeVisible();

  await take(window, 'Labor rates');
  await expect(fieldNamed(window, 'Body Labor')).toBeFocused();
  await window.keyboard.press('Control+a');
  await window.keyboard.type('78');
  await window.keyboard.press('Tab');
  await expect(step(window, 'Labor rates, done')).toBeVisible();

  await take(window, 'First workfile');
  await expect(fieldNamed(window, 'First name')).toBeVisible();
  await typeInto(window, 'First name', 'Sharon');
  await typeInto(window, 'Last name', 'Turpin');
  await typeInto(window, 'Cell phone', '616 555 0199');

  await take(window, 'VIN');
  await expect(fieldNamed(window, 'VIN')).toBeFocused();
  await window.keyboard.type('1HGCM82633A004352');
  await window.keyboard.press('Enter');
  await expect(step(window, 'VIN, done')).toBeVisible();
  await goTo(window, 'Insurance');
  await typeInto(window, 'Payer', 'Self Pay');

  await take(window, 'First line');
  await typeLines(window, [{ Oper: 'Rpr', Description: 'LT fender', Labor: '2.5' }]);
  await expect(step(window, 'First line, done')).toBeVisible();

  await take(window, 'Save');
  await expect(steps(window)).toHaveCount(0);
  await expect(window.getByText(/^Saved \d/).first()).toBeVisible();

  await choose(window, 'First steps');
  await expect(steps(window).getByText('First steps: all done')).toBeVisible();
  await steps(window).getByRole('button', { name: 'Hide' }).click();
  await expect(steps(window)).toHaveCount(0);
  await cloud.stop();
});
