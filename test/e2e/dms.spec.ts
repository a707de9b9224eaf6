/** DMS Activity of a workfile in a window of its own: ids by hand, a receipt that waits, the history; and another PC sees it. */
import { expectAccessible } from '../support/accessible-window.ts';
import { listIsReady, typeInto } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';

test.describe.configure({ timeout: 300_000 });

test('F12 opens DMS Activity beside the app, where ids are set, receipts wait, and the history tells', async ({
  openPc,
  cloud,
}) => {
  const front = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
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
  await expect(window.getByRole('tab', { name: 'Receipts', exact: true })).toBeVisible();
  const label = await window.getByRole('region', { name: 'Workfile summary' }).getByRole('heading').innerText();
  const opened = app.waitForEvent('window');
  await window.keyboard.press('F12');
  const dms = await opened;
  await expect(dms.getByRole('tab', { name: 'Properties' })).toBeVisible();
  const titles = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()));
  await expect.poll(titles).toContain(`${label} - DMS Activity`);
  await typeInto(dms, 'DMS Customer ID', '9876543');
  await dms.keyboard.press('Tab');
  await expect(dms.getByText(/^Typed by /)).toBeVisible();
  await expectAccessible(dms, 'DMS properties');

  await dms.getByRole('tab', { name: 'Payments' }).click();
  await expectAccessible(dms, 'DMS payments');
  await dms.getByRole('tab', { name: 'History' }).click();
  await expect(dms.getByRole('row', { name: /DMS Customer ID added/ })).toContainText('9876543');
  await expectAccessible(dms, 'DMS history');

  await window.bringToFront();
  await window.keyboard.press('F12');
  await expect.poll(async () => (await titles()).length).toBe(2);
  const closed = dms.waitForEvent('close');
  // The window is gone before the press has come to its end.
  void dms
    .getByRole('button', { name: 'OK' })
    .click()
    .catch(() => undefined);
  await closed;
  await expect.poll(async () => (await titles()).length).toBe(1);
});
