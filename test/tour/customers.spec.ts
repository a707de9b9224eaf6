/** The customers of the shop in pictures. */
import { choose, listIsReady } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { picture, resize } from './picture.ts';

test('customers in pictures', async ({ openPc, cloud }) => {
  const front = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await resize(front);
  const { window } = front;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await choose(window, 'Customers');
  const customers = window.getByRole('grid', { name: 'Customers' });
  await customers.getByRole('row').nth(3).getByRole('gridcell').first().dblclick();
  await picture(front, 'customer');
});
