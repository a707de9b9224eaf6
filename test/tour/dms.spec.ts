/** DMS Activity in pictures. */
import { listIsReady, typeInto } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { picture } from './picture.ts';

test('DMS Activity in pictures', async ({ openPc, cloud }) => {
  const front = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.office });
  const { window, app } = front;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await window
    .getByRole('grid', { name: 'Workfiles' })
    .getByRole('row')
    .nth(1)
    .getByRole('gridcell')
    .first()
    .dblclick();
  await window.getByRole('tab', { name: 'Receipts', exact: true }).click();
  await window.keyboard.press('Insert');
  await window.keyboard.press('Tab');
  await window.keyboard.type('500');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  const opened = app.waitForEvent('window');
  await window.keyboard.press('F12');
  const dms = { ...front, window: await opened };
  await expect(dms.window.getByRole('tab', { name: 'Properties' })).toBeVisible();
  await typeInto(dms.window, 'DMS Repair ID', '48213');
  await typeInto(dms.window, 'DMS Customer ID', '9876543');
  await dms.window.keyboard.press('Tab');
  await expect(dms.window.getByText(/^Typed by /).nth(1)).toBeVisible();
  await picture(dms, 'dms-properties');
  await dms.window.getByRole('tab', { name: 'Payments' }).click();
  await picture(dms, 'dms-payments');
  await dms.window.getByRole('tab', { name: 'History' }).click();
  await picture(dms, 'dms-history');
});
