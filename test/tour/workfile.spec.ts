/** What stands around the estimate of a workfile, in pictures: overview, money, notes, history, repair plan, closing. */
import { choose, goTo, listIsReady, openByOwner, syncWord } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { picture, resize } from './picture.ts';

test('a repair order beside its estimate, in pictures', async ({ openPc, cloud }) => {
  const pc = await openPc({ name: 'FRONT-DESK', cloudUrl: cloud.url, signIn: demoSignIn.office });
  await resize(pc);
  const { window } = pc;
  const { keyboard } = window;
  await listIsReady(window);
  await expect(window.getByText('200 workfiles')).toBeVisible({ timeout: 60_000 });
  await expect(syncWord(window)).toContainText('Synced', { timeout: 60_000 });
  await openByOwner(window, 'Nightingale, Ulrich');

  await goTo(window, 'Receipts');
  for (const keys of [
    ['500', 'visa', '0045'],
    ['1250.50', 'personal', '88121'],
  ] as const) {
    await keyboard.press('Insert');
    await expect(window.getByRole('dialog', { name: 'New receipt' })).toBeVisible();
    for (const text of keys) {
      await keyboard.press('Tab');
      await keyboard.type(text);
    }
    await picture(pc, 'new-receipt');
    await keyboard.press('Enter');
    await expect(window.getByRole('dialog', { name: 'New receipt' })).toBeHidden();
  }
  await picture(pc, 'receipts');

  await goTo(window, 'Notes');
  const note = window.getByRole('textbox', { name: 'New note' });
  for (const text of [
    'Owner drops the car off on Monday before eight. Wants the old bumper back.',
    'Adjuster agreed by phone to two more hours on the left apron; the supplement goes out today.',
  ]) {
    await note.fill(text);
    await keyboard.press('Control+Enter');
    await expect(note).toHaveValue('');
  }
  await picture(pc, 'notes');

  await goTo(window, 'Repair plan');
  await picture(pc, 'repair-plan');
  await goTo(window, 'Overview');
  await picture(pc, 'overview');
  await goTo(window, 'History');
  await expect(window.getByRole('grid', { name: 'History' }).getByRole('row').nth(2)).toBeVisible();
  await picture(pc, 'history');

  await choose(window, 'Close repair order');
  await expect(window.getByRole('dialog', { name: 'Close repair order' })).toBeVisible();
  await picture(pc, 'close-order');
});
