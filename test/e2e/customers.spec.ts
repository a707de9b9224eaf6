/** A customer of the shop, kept on one PC and found on the other. */
import { expectAccessibleInEachLook } from '../support/accessible-window.ts';
import { choose, fieldNamed, listIsReady, typeInto } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';

// Looks at three screens in each of its looks, on two PCs.
test.describe.configure({ timeout: 300_000 });

test('a customer has to authorize invoices, becomes the owner of a workfile, and another PC of the shop finds them by their phone', async ({
  openPc,
  cloud,
}) => {
  const front = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  const { window } = front;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await window.getByRole('list', { name: 'Places' }).getByRole('button', { name: 'Customers' }).click();
  await expect(window.getByRole('grid', { name: 'Customers' })).toBeVisible();
  await window.getByRole('button', { name: 'New customer' }).click();
  await typeInto(window, 'Company', 'Arctic Refrigeration');
  await window.keyboard.press('Enter');
  await typeInto(window, 'Cell phone', '616 555 0142');
  await window.getByRole('checkbox', { name: 'Require authorization before invoicing' }).check();
  await expectAccessibleInEachLook(front.app, 'a customer');
  await window.getByRole('button', { name: 'Save and close' }).click();

  await window.keyboard.press('Control+n');
  await expect(fieldNamed(window, 'First name')).toBeFocused();
  await typeInto(window, 'Home phone', '616 555');
  await window.keyboard.press('F4');
  const look = window.getByRole('dialog', { name: 'Find a customer' });
  await expect(look.getByRole('option').first()).toBeVisible();
  await expectAccessibleInEachLook(front.app, 'finding a customer');
  await look.getByRole('combobox').fill('arctic 0142');
  await window.keyboard.press('Enter');
  await expect(fieldNamed(window, 'Company')).toHaveValue('Arctic Refrigeration');
  await expect(window.getByText('requires authorization before invoicing')).toBeVisible();
  await expectAccessibleInEachLook(front.app, 'an owner who is a customer');
  await window.keyboard.press('Control+z');
  await expect(fieldNamed(window, 'Company')).toHaveValue('');
  await window.keyboard.press('Control+y');
  await expect(fieldNamed(window, 'Company')).toHaveValue('Arctic Refrigeration');

  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await listIsReady(office.window);
  await choose(office.window, 'Customers');
  const row = office.window.getByRole('row', { name: /Arctic Refrigeration/ });
  await expect(async () => {
    await office.window.getByRole('searchbox', { name: 'Find customers' }).fill('616-555-0142');
    await expect(row).toContainText('Required', { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
});
