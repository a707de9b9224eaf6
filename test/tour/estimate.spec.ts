/** The estimate in pictures: computed rows, why they are there, properties, opened totals, problems. */
import { typeInsurance, typeOwner, typeRates } from '../support/desktop-story.ts';
import { cellOf, goTo, gridNamed, typeLines } from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-demo.ts';
import { keysOfTenLines } from '../support/ten-lines.ts';
import { picture, resize } from './picture.ts';

test('an estimate with its computed rows, and what explains it', async ({ atList }) => {
  const { window } = atList;
  const { keyboard } = window;
  await resize(atList);
  await typeOwner(window);
  await typeInsurance(window);
  await typeRates(window, {
    'Body Labor': '60',
    'Paint Labor': '60',
    'Paint supplies per hour': '40',
    'Sales tax': '5',
  });
  await goTo(window, 'Estimate');
  const lines = gridNamed(window, 'Estimate lines');
  await (await cellOf(lines, 0, 'Oper')).click();
  await keysOfTenLines(keyboard);
  await expect(lines.locator('[data-mark=pending]')).toHaveCount(0);
  await (await cellOf(lines, 5, 'Paint')).click();
  await keyboard.type('1.0');
  await keyboard.press('Enter');
  await expect(window.getByRole('note', { name: 'Also changed' })).toBeVisible();
  await picture(atList, 'estimate-rows');

  await (await cellOf(lines, 4, 'Paint')).click();
  await keyboard.press('Shift+F1');
  await expect(window.getByRole('dialog', { name: 'Why this number?' })).toBeVisible();
  await picture(atList, 'estimate-why');
  await keyboard.press('Escape');

  await (await cellOf(lines, 3, 'Paint')).click();
  await keyboard.press('Alt+Enter');
  await window.getByRole('tab', { name: 'Refinish panel' }).click();
  await picture(atList, 'estimate-properties');
  await keyboard.press('Escape');

  const totals = window.getByRole('table', { name: 'Totals' });
  await totals.getByRole('button', { name: 'Paint Labor' }).click();
  await totals.getByRole('button', { name: 'Sales Tax' }).click();
  await picture(atList, 'estimate-totals');

  await typeLines(window, [
    { Oper: 'Repl', 'Part type': 'OEM', Description: 'Tow eye cover', Labor: '0.3' },
    { Oper: 'Refn', Description: 'Pillar' },
    { Oper: 'Rpr', Description: 'Floor pan', Labor: '210' },
  ]);
  await keyboard.press('F7');
  await expect(window.getByRole('complementary', { name: 'Problems panel' })).toContainText('has no price');
  await picture(atList, 'estimate-problems');
  await keyboard.press('F9');
});
