/** The customers of the shop in pictures. */
import { choose, fieldNamed, listIsReady } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { picture, resize } from './picture.ts';

test('customers in pictures', async ({ openPc, cloud }) => {
  const front = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await resize(front);
  const { window } = front;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await choose(window, 'Customers');
  await window.keyboard.press('Control+n');
  await expect(fieldNamed(window, 'First name')).toBeVisible();
  await fieldNamed(window, 'Cell phone').click();
  await window.keyboard.type('574');
  await picture(front, 'customer-typed');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Customer of the shop:')).toBeVisible();
  await picture(front, 'customer-owner');
  await choose(window, 'Customers');
  const customers = window.getByRole('grid', { name: 'Customers' });
  await customers.getByRole('row').nth(3).getByRole('gridcell').first().dblclick();
  await picture(front, 'customer');
});
