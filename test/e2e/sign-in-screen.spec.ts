/** Before anybody is signed in, the window does what a window can do, at the zoom it was left at. */
import type { Page } from '@playwright/test';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';

test('the sign-in screen zooms, has the palette and the keys, and comes back at its zoom', async ({
  openPc,
  cloud,
}) => {
  const pc = await openPc({ cloudUrl: cloud.url });
  const { window } = pc;
  await expect(window.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await window.keyboard.press('Control+=');
  await window.keyboard.press('Control+=');
  await expect.poll(() => zoomOf(window)).toBe(1.25);
  await window.keyboard.press('Control+Shift+P');
  await expect(window.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('F1');
  await expect(window.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await pc.close();

  const again = await openPc({ userData: pc.userData, cloudUrl: cloud.url });
  await expect(again.window.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(await zoomOf(again.window)).toBe(1.25);
  const [email = '', password = ''] = demoSignIn.estimator.split(':');
  await again.window.getByLabel('Email').fill(email);
  await again.window.getByLabel('Password').fill(password);
  await again.window.keyboard.press('Enter');
  await expect(again.window.getByRole('contentinfo').getByRole('button', { name: '125 %' })).toBeVisible();
});

const zoomOf = (window: Page): Promise<number> => window.evaluate(() => Math.round(devicePixelRatio * 100) / 100);
