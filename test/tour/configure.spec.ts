/** What a shop is configured with, in pictures: employees and insurance companies. */
import { choose, listIsReady } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { picture, resize } from './picture.ts';

test('employees and insurance companies in pictures', async ({ openPc, cloud }) => {
  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await resize(office);
  const { window } = office;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await choose(window, 'Employees');
  await window.getByRole('grid', { name: 'Employees' }).getByText('Marcus Oyelaran').dblclick();
  await picture(office, 'employees');
  await choose(window, 'Insurance companies');
  await window.getByRole('grid', { name: 'Insurance companies' }).getByText('Lighthouse Mutual').dblclick();
  await picture(office, 'insurers');
});
