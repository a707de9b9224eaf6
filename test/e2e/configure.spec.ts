/** The shop configured: an employee gets an email address, an insurance company its switches, on one PC and the other. */
import { expectAccessibleInEachLook } from '../support/accessible-window.ts';
import { choose, fieldNamed, listIsReady, typeInto } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';

test('an employee gets an email address, is saved and closed, and another PC of the shop has it', async ({
  openPc,
  cloud,
}) => {
  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  const { window } = office;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await choose(window, 'Employees');
  const employees = window.getByRole('grid', { name: 'Employees' });
  await employees.getByText('Solveig Marsh').dblclick();
  await expectAccessibleInEachLook(office.app, 'an employee');
  await typeInto(window, 'Email', 'solveig@harborlane.example.com');
  await window.getByRole('button', { name: 'Save and close' }).click();
  await expect(fieldNamed(window, 'Email')).toHaveCount(0);
  await expect(employees.getByText('solveig@harborlane.example.com')).toBeVisible();

  const front = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await listIsReady(front.window);
  await choose(front.window, 'Employees');
  await expect(front.window.getByText('solveig@harborlane.example.com')).toBeVisible({ timeout: 60_000 });

  await choose(window, 'Insurance companies');
  await window.getByRole('grid', { name: 'Insurance companies' }).getByText('Northern Pine Casualty').dblclick();
  await window.getByRole('checkbox', { name: 'UpdatePlus' }).check();
  await window.getByRole('checkbox', { name: 'Customer updates' }).check();
  await expectAccessibleInEachLook(office.app, 'an insurance company');
  await window.getByRole('button', { name: 'Save and close' }).click();
  await window.keyboard.press('Control+z');
  await expect(window.getByRole('row', { name: /Northern Pine Casualty/ })).toContainText('Off');
});
