/** Ten lines by keyboard alone: refinish with its rows, sums, part codes, notes, sections, moves, undo; to the cent. */
import type { Locator, Page } from '@playwright/test';
import { typeOwner, typeRates } from '../support/desktop-story.ts';
import {
  choose,
  columnsOf,
  fieldNamed,
  goTo,
  gridNamed,
  newWorkfile,
  readGrid,
  totalOf,
} from '../support/desktop-window.ts';
import { expect, test } from '../support/electron-demo.ts';
import { keysOfTenLines, tenLines } from '../support/ten-lines.ts';

test.describe.configure({ timeout: 240_000 });

test('ten lines are written by keyboard alone, and every computed row and cent is right', async ({ atList }) => {
  const { window } = atList;
  const { keyboard } = window;
  await newWorkfile(window);
  await typeByKeys(window, 'First name', 'Sharon');
  await typeByKeys(window, 'Last name', 'Turpin');
  await ratesByKeys(window);
  await choose(window, 'Estimate');
  await standOnFirstCell(window);
  await keysOfTenLines(keyboard);

  await expect(lines(window).locator('[data-mark=pending]')).toHaveCount(0);
  expect(await texts(window)).toEqual(tenLines);
  // Parts 490.37; body 5.2 h and paint 10.9 h at 60; supplies 10.9 h at 40; misc 127.45; 5 % of 2,019.82.
  await expect.poll(() => totalOf(window)).toBe('2,120.81');

  await test.step('a line is duplicated and moved up, and all of it is undone and redone', async () => {
    const [blend, headlamp] = [tenLines[8], tenLines[9]];
    await standOn(window, 9);
    await keyboard.press('Control+d');
    await expect.poll(async () => (await texts(window)).slice(8, 11)).toEqual([blend, headlamp, headlamp]);
    await keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await texts(window)).slice(8, 11)).toEqual([headlamp, blend, headlamp]);
    await keyboard.press('Control+z');
    await expect.poll(async () => (await texts(window)).slice(8, 11)).toEqual([blend, headlamp, headlamp]);
    await keyboard.press('Control+z');
    await expect.poll(() => texts(window)).toEqual(tenLines);
    await keyboard.press('Control+y');
    await expect.poll(async () => (await texts(window)).length).toBe(tenLines.length + 1);
    await keyboard.press('Control+z');
    await expect.poll(() => totalOf(window)).toBe('2,120.81');
  });

  await test.step('a section closes over its rows and opens again', async () => {
    await keyboard.press('Control+Home');
    await keyboard.press('Alt+ArrowLeft');
    await expect(lines(window)).toContainText('rows closed');
    await keyboard.press('Alt+ArrowLeft');
    expect(await texts(window)).toEqual(tenLines);
  });

  await test.step('a computed time says why, is set by hand, and is computed again', async () => {
    await standOn(window, 2);
    await keyboard.press('Shift+F1');
    const why = window.getByRole('dialog', { name: 'Why this number?' });
    await expect(why).toContainText('40 % of 3.0 h, which is what overlap leaves of the panel: 1.2 h.');
    await keyboard.press('Control+a');
    await keyboard.type('1.0');
    await keyboard.press('Enter');
    await expect(why).toContainText('Set by hand to 1.0 h. Computed it would be 1.2 h.');
    await keyboard.press('Escape');
    await expect(why).toBeHidden();
    // 0.2 h less at 60 and 40, with tax.
    await expect.poll(() => totalOf(window)).toBe('2,099.81');
    await keyboard.press('Control+z');
    await expect.poll(() => totalOf(window)).toBe('2,120.81');
  });

  await test.step('F7 lists what is missing, and Enter leads there', async () => {
    await keyboard.press('F7');
    const problems = window.getByRole('complementary', { name: 'Problems panel' });
    await expect(problems.getByRole('button').first()).toBeFocused();
    await expect(problems).toContainText('Nobody said who pays.');
    await keyboard.press('F9');
    await expect(window.getByRole('table', { name: 'Totals' })).toBeVisible();
  });
});

/** The rates of the test in the order in which Tab reaches them, and everything taxed. */
async function ratesByKeys(window: Page): Promise<void> {
  await choose(window, 'Rates');
  await expect(fieldNamed(window, 'Body Labor')).toBeVisible();
  await typeByKeys(window, 'Body Labor', '60');
  await typeByKeys(window, 'Paint Labor', '60');
  await typeByKeys(window, 'Paint supplies per hour', '40');
  await typeByKeys(window, 'Body supplies per hour', '0');
  await typeByKeys(window, 'Sales tax', '5');
  for (const box of await window.getByRole('checkbox', { name: /^Tax on/ }).all()) {
    await tabTo(box);
    if (!(await box.isChecked())) await window.keyboard.press('Space');
    await expect(box).toBeChecked();
  }
}

async function typeByKeys(window: Page, label: string, text: string): Promise<void> {
  await tabTo(fieldNamed(window, label));
  await window.keyboard.press('Control+a');
  await window.keyboard.type(text);
  await window.keyboard.press('Tab');
}

/** Goes on by Tab until it stands there. */
async function tabTo(place: Locator): Promise<void> {
  const isThere = () => place.evaluate((element) => element === document.activeElement);
  for (let press = 0; press < 200 && !(await isThere()); press += 1) await place.page().keyboard.press('Tab');
  await expect(place).toBeFocused();
}

const lines = (window: Page) => gridNamed(window, 'Estimate lines');

/** Operation, description, labour and paint of each row but the blank one. */
async function texts(window: Page): Promise<readonly string[]> {
  const columns = await columnsOf(lines(window));
  const at = ['Oper', 'Description', 'Labor', 'Paint'].map((title) => columns.indexOf(title));
  const rows = await readGrid(lines(window));
  return rows.slice(0, -1).map((cells) => at.map((column) => cells[column] ?? '').join('|'));
}

async function standOnFirstCell(window: Page): Promise<void> {
  for (let press = 0; press < 40; press += 1) {
    if (await lines(window).evaluate((grid) => grid.contains(document.activeElement))) break;
    await window.keyboard.press('Tab');
  }
  await window.keyboard.press('Control+End');
  await window.keyboard.press('Home');
  await window.keyboard.press('Tab');
}

async function standOn(window: Page, row: number): Promise<void> {
  await window.keyboard.press('Control+Home');
  for (let step = 0; step < row; step += 1) await window.keyboard.press('ArrowDown');
}

test('properties change several lines at once, and figures open to what makes them', async ({ atList }) => {
  const { window } = atList;
  const { keyboard } = window;
  await typeOwner(window);
  await typeRates(window, { 'Body Labor': '60', 'Mechanical Labor': '100' });
  await goTo(window, 'Estimate');
  await standOnFirstCell(window);
  for (const words of ['Engine mount', 'Radiator']) {
    for (const text of ['R&I', '', words, '', '', '', '1.0']) {
      await keyboard.type(text);
      await keyboard.press('Tab');
    }
    await keyboard.press('Enter');
  }
  await expect(lines(window).locator('[data-mark=pending]')).toHaveCount(0);
  await keyboard.press('Control+Home');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Alt+Enter');
  const properties = window.getByRole('dialog', { name: 'Properties of 2 lines' });
  await expect(properties).toBeVisible();
  const labor = properties.getByRole('combobox', { name: 'Labor type' });
  await labor.focus();
  await keyboard.press('Control+a');
  await keyboard.type('Mech');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect(properties).toBeHidden();
  const totals = window.getByRole('table', { name: 'Totals' });
  const mechanical = totals.getByRole('button', { name: 'Mechanical Labor' });
  await mechanical.focus();
  await keyboard.press('Enter');
  await expect(totals).toContainText('2.0 h at 100.00 an hour');
  await expect(totals.getByRole('list').getByRole('button')).toHaveCount(2);
  await totals.getByRole('list').getByRole('button').last().focus();
  await keyboard.press('Enter');
  const cell = lines(window).locator('[role=gridcell]:focus');
  await expect(cell).toHaveText('1.0M');
  await expect(cell).toHaveAttribute('data-row', '1');
});
