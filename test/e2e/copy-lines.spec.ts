/** Whole lines copied in one estimate and pasted into another: notes, shares and times come along, and one undo takes them back. */
import { fieldNamed, goTo, gridNamed, newWorkfile, readGrid, typeInto, typeLines } from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-demo.ts';

test.describe.configure({ timeout: 300_000 });

test('Ctrl+C of whole rows in one workfile and Ctrl+V in another bring the lines with all they say', async ({
  atList,
}) => {
  const { window } = atList;
  const grid = gridNamed(window, 'Estimate lines');
  await newWorkfile(window);
  await typeInto(window, 'Last name', 'Copied');
  await goTo(window, 'Estimate');
  await typeLines(window, [
    { Oper: 'Repl', 'Part type': 'OEM', Description: 'LT Door shell', 'Price $': '560.28', Labor: '4.5' },
    { Oper: 'R&I', Description: 'LT Mirror', Labor: '0.4' },
  ]);
  await grid.getByText('LT Mirror').click();
  await fieldNamed(window, 'Note of line 2').fill('Customer brings it');
  await window.keyboard.press('Tab');
  await grid.getByText('LT Door shell').click();
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+Space');
  await window.keyboard.press('Control+c');
  await expect(window.getByText('Copied 2 lines. Ctrl+V puts them into any estimate.').first()).toBeVisible();

  await newWorkfile(window);
  await typeInto(window, 'Last name', 'Pasted');
  await goTo(window, 'Estimate');
  await grid.locator('.ui-grid-body [role=gridcell]').first().click();
  await window.keyboard.press('Control+v');
  await expect(window.getByText('Pasted 2 lines').first()).toBeVisible();
  await expect(grid.getByText('LT Mirror')).toBeVisible();
  const rows = JSON.stringify(await readGrid(grid));
  for (const said of ['LT Door shell', '560.28', '4.5', 'Customer brings it']) expect(rows).toContain(said);

  await window.keyboard.press('Control+z');
  await expect(grid.getByText('LT Mirror')).toBeHidden();
  await expect(grid.getByText('LT Door shell')).toBeHidden();
});
