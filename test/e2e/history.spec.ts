/** The history of a workfile: who changed what, found by a word, with the way back to the field. */
import { expectAccessible } from '../support/accessible-window.ts';
import { typeOwner } from '../support/desktop-story.ts';
import { fieldNamed, goTo, listIsReady, newWorkfile, syncWord, typeInto } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';

test.describe.configure({ timeout: 240_000 });

test('what one changes stands in the history with before and after, and Enter goes to its field', async ({
  atList,
}) => {
  const { window } = atList;
  await typeOwner(window);
  await typeInto(window, 'Last name', 'Turpin-Hale');
  await goTo(window, 'History');
  const history = window.getByRole('grid', { name: 'History' });
  const change = history.getByRole('row').filter({ hasText: 'Turpin-Hale' });
  await expect(change).toHaveCount(1);
  await expect(change).toContainText('Contacts');
  await expect(change.getByRole('gridcell').nth(5)).toContainText('Turpin');
  await expect(change.getByRole('gridcell').nth(6)).toContainText('Turpin-Hale');
  await expectAccessible(window, 'the history');

  await test.step('a word narrows it', async () => {
    const before = await history.getByRole('row').count();
    await window.keyboard.press('Control+f');
    await window.keyboard.type('harbor lane');
    await expect(change).toHaveCount(0);
    await expect(history.getByRole('row').filter({ hasText: '410 Harbor Lane' }).first()).toBeVisible();
    expect(await history.getByRole('row').count()).toBeLessThan(before);
    await window.keyboard.press('Control+a');
    await window.keyboard.press('Delete');
    await expect(change).toHaveCount(1);
  });

  await test.step('Enter goes to the field', async () => {
    await change.getByRole('gridcell').first().click();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('tab', { name: 'Contacts', selected: true })).toBeVisible();
    await expect(fieldNamed(window, 'Last name')).toHaveValue('Turpin-Hale');
  });
});

test('a second PC shows who changed a workfile and from which PC', async ({ openPc, cloud }) => {
  const front = await openPc({ name: 'FRONT', cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await listIsReady(front.window);
  await newWorkfile(front.window);
  await typeInto(front.window, 'Last name', 'Quarrington');
  await expect(syncWord(front.window)).toContainText('Synced', { timeout: 60_000 });

  const office = await openPc({ name: 'OFFICE', cloudUrl: cloud.url, signIn: demoSignIn.office });
  const { window } = office;
  await listIsReady(window);
  await expect(async () => {
    await window.getByRole('searchbox', { name: 'Search workfiles' }).fill('Quarrington');
    await expect(window.getByRole('row').filter({ hasText: 'Quarrington' }).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await window.getByRole('row').filter({ hasText: 'Quarrington' }).first().dblclick();
  await goTo(window, 'History');
  const change = window.getByRole('grid', { name: 'History' }).getByRole('row').filter({ hasText: 'Quarrington' });
  await expect(change.first()).toContainText('FRONT', { timeout: 60_000 });
});
