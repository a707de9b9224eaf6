/** Two people change one workfile on two PCs without a network: all of it merges but the same price, which a person chooses. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible-window.ts';
import {
  cellOf,
  changeCell,
  goTo,
  gridNamed,
  newWorkfile,
  openByOwner,
  readGrid,
  syncWord,
  totalOf,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { expect, type NetworkedPc, test } from '../support/electron-two.ts';
import { decisionsIn, decisionsWord, expectWaiting, openCentre, showWorkfileTab } from '../support/sync-window.ts';

test.describe.configure({ timeout: 600_000 });

test('two PCs without a network change one workfile: everything merges but the price, which a person chooses', async ({
  front,
  office,
}) => {
  await test.step('both have the workfile open', async () => {
    await newWorkfile(front.window);
    await typeInto(front.window, 'Last name', 'Okafor');
    await goTo(front.window, 'Estimate');
    await typeLines(front.window, [
      { Oper: 'Repl', Description: 'Hood', 'Price $': '100.00', Labor: '1.0' },
      { Oper: 'Rpr', Description: 'LT fender', Labor: '2.0' },
      { Oper: 'Rpr', Description: 'RT fender', Labor: '1.0' },
      { Oper: 'Repl', Description: 'RT headlamp', 'Price $': '250.00', Labor: '0.4' },
    ]);
    await expect(syncWord(front.window)).toContainText('Synced', { timeout: 60_000 });
    await openByOwner(office.window, 'Okafor');
    await goTo(office.window, 'Estimate');
    await expect(await shownPrice(office.window)).toHaveText('100.00');
  });

  await test.step('both lose the network and go on: other lines, other fields of one line, and one price', async () => {
    await front.cutOff();
    await office.cutOff();
    await changeCell(front.window, { row: 1, title: 'Labor' }, '3.5');
    await changeCell(front.window, { row: 3, title: 'Description' }, 'RT headlamp, used');
    await changeCell(front.window, { row: 0, title: 'Price $' }, '120.00');
    await expectWaiting(front.window, 3);
    await changeCell(office.window, { row: 2, title: 'Labor' }, '4.5');
    await changeCell(office.window, { row: 3, title: 'Labor' }, '0.7');
    await changeCell(office.window, { row: 0, title: 'Price $' }, '135.00');
    await expectWaiting(office.window, 3);
  });

  await test.step('back online both show all of it, and the price that reached the cloud first', async () => {
    await front.backOnline();
    await expect(decisionsWord(front.window)).toBeHidden();
    await office.backOnline();
    for (const { window } of [front, office]) {
      await expect(decisionsWord(window)).toContainText('1 needs your decision', { timeout: 30_000 });
      await expect(await shownPrice(window)).toHaveText('120.00');
      await expect(await cellOf(linesOf(window), 1, 'Labor')).toHaveText('3.5');
      await expect(await cellOf(linesOf(window), 2, 'Labor')).toHaveText('4.5');
      await expect(await cellOf(linesOf(window), 3, 'Labor')).toHaveText('0.7');
      await expect(await cellOf(linesOf(window), 3, 'Description')).toHaveText('RT headlamp, used');
      await expect(linesOf(window).locator('[data-mark=conflict]')).toHaveCount(1);
    }
    await expectEqual(front, office);
  });

  await test.step('the cell says both values, who, on which PC and when; F8 shows them to choose from', async () => {
    const cell = await priceOn(office.window);
    await cell.click();
    const words = await cell.evaluate((element) => document.getElementById(`${element.id}-note`)?.textContent ?? '');
    expect(words).toMatch(/price 120\.00 \(Robin Ellery, FRONT-DESK, today \d\d:\d\d\)/);
    expect(words).toMatch(/price 135\.00 \(Dana Whitlock, OFFICE, today \d\d:\d\d\)/);
    await expect(office.window.locator('.ui-grid-note-conflict')).toHaveText(words);
    await office.window.keyboard.press('F8');
    const dialog = office.window.getByRole('dialog', { name: 'Choose a value' });
    await expect(dialog).toContainText('Line 1 Hood › Part');
    await expect(dialog.getByRole('button', { name: 'Keep mine' })).toBeFocused();
    await expectAccessible(office.window, 'the choice at a cell');
    await office.window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('the centre says the same, with what was there before', async () => {
    await decisionsWord(office.window).click();
    const option = decisionsIn(office.window).getByRole('option');
    await expect(option).toHaveCount(1);
    await expect(option).toContainText('Okafor · Line 1 Hood › Part');
    await expect(option.locator('dl > div')).toHaveText([
      /^\s*Before\s*price 100\.00\s*Robin Ellery, FRONT-DESK, today \d\d:\d\d$/,
      /^1 Mine\s*price 135\.00\s*Dana Whitlock, OFFICE, today \d\d:\d\d$/,
      /^2 Theirs\s*price 120\.00\s*Robin Ellery, FRONT-DESK, today \d\d:\d\d$/,
    ]);
    await expect(decisionsIn(office.window)).toBeFocused();
    await expectAccessible(office.window, 'the centre with a decision');
  });

  await test.step('1 keeps mine on both PCs, and undo brings value and question back on both', async () => {
    await office.window.keyboard.press('1');
    await expectDecided([front, office], '135.00');
    await office.window.keyboard.press('Control+z');
    await expectOpen([front, office], '120.00');
  });

  await test.step('2 keeps theirs, and undo asks again', async () => {
    await decisionsIn(office.window).focus();
    await office.window.keyboard.press('2');
    await expectDecided([front, office], '120.00');
    await office.window.keyboard.press('Control+z');
    await expectOpen([front, office], '120.00');
  });

  await test.step('3 takes a third value, refuses a wrong one, and ends the question on both', async () => {
    await decisionsIn(office.window).focus();
    await office.window.keyboard.press('3');
    await expect(office.window.getByRole('textbox', { name: 'Price' })).toBeFocused();
    await office.window.keyboard.press('Control+a');
    await office.window.keyboard.type('a lot');
    await office.window.keyboard.press('Enter');
    await expect(office.window.getByRole('group', { name: 'Another value' }).getByRole('alert')).toBeVisible();
    await office.window.keyboard.press('Control+a');
    await office.window.keyboard.type('128.50');
    await office.window.keyboard.press('Enter');
    await expectDecided([front, office], '128.50');
  });

  await test.step('both PCs are equal in the end, and say so', async () => {
    await openCentre(office.window, 'Needs decision');
    await expect(
      office.window.getByText(/^Everything is synced – last compare today \d\d:\d\d, equal$/).first(),
    ).toBeVisible();
    await showWorkfileTab(office.window, 'Okafor');
    await expectEqual(front, office);
  });
});

const linesOf = (window: Page) => gridNamed(window, 'Estimate lines');
const priceOn = (window: Page) => cellOf(linesOf(window), 0, 'Price $');
/** What a cell shows; what is said of it is not seen. */
const shownPrice = async (window: Page) => (await priceOn(window)).locator('.ui-grid-text');

/** The question is over on both, and nothing waits. */
async function expectDecided(pcs: readonly NetworkedPc[], price: string): Promise<void> {
  for (const { window } of pcs) {
    await expect(decisionsWord(window)).toBeHidden({ timeout: 30_000 });
    await expect(syncWord(window)).toContainText('Synced', { timeout: 30_000 });
  }
  await expectPrice(pcs, price);
}

async function expectOpen(pcs: readonly NetworkedPc[], price: string): Promise<void> {
  for (const { window } of pcs) {
    await expect(decisionsWord(window)).toContainText('1 needs your decision', { timeout: 30_000 });
  }
  await expectPrice(pcs, price);
}

/** The first PC has the estimate in front; the other one looks at the centre. */
async function expectPrice([front, office]: readonly NetworkedPc[], price: string): Promise<void> {
  if (front === undefined || office === undefined) throw new Error('two PCs are compared');
  await expect(await shownPrice(front.window)).toHaveText(price, { timeout: 30_000 });
  await showWorkfileTab(office.window, 'Okafor');
  await expect(await shownPrice(office.window)).toHaveText(price, { timeout: 30_000 });
  await openCentre(office.window, 'Needs decision');
}

async function expectEqual(front: NetworkedPc, office: NetworkedPc): Promise<void> {
  expect(await readGrid(linesOf(office.window))).toEqual(await readGrid(linesOf(front.window)));
  expect(await totalOf(office.window)).toBe(await totalOf(front.window));
}
