/** What a person does and reads in the app's window. */
import { expect, type Locator, type Page } from '@playwright/test';

/** One estimate line as cells by their column's heading. */
export type TypedLine = Readonly<Record<string, string>>;

export const gridNamed = (window: Page, name: 'Workfiles' | 'Estimate lines'): Locator =>
  window.getByRole('grid', { name, exact: true });

/** The status bar's word about the cloud. */
export const syncWord = (window: Page): Locator => window.locator('[data-segment="sync"]');

/** Waits until the list can be used. */
export async function listIsReady(window: Page): Promise<void> {
  await expect(gridNamed(window, 'Workfiles')).toBeVisible({ timeout: 30_000 });
}

/** Starts a new workfile with its key and waits for its first screen. */
export async function newWorkfile(window: Page): Promise<void> {
  await window.keyboard.press('Control+n');
  await expect(fieldNamed(window, 'First name')).toBeVisible();
}

export type Section =
  | 'Overview'
  | 'Contacts'
  | 'Vehicle'
  | 'Insurance'
  | 'Rates'
  | 'Estimate'
  | 'Totals & supplements'
  | 'Attachments'
  | 'Notes'
  | 'Events'
  | 'Repair plan'
  | 'Receipts'
  | 'History';

/** Goes to a section of the workfile in front. */
export async function goTo(window: Page, section: Section): Promise<void> {
  const tab = window.getByRole('tablist', { name: 'Sections' }).getByRole('tab', { name: section });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

/** The field to type into; columns of the list behind bear some of the same names. */
export const fieldNamed = (window: Page, label: string): Locator =>
  window.locator('input, textarea').and(window.getByLabel(label, { exact: true }));

/** Types into a field key by key and leaves it. */
export async function typeInto(window: Page, label: string, text: string): Promise<void> {
  const field = fieldNamed(window, label);
  // A screen that has just come takes the focus to its first field once.
  await expect(async () => {
    await field.focus();
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await window.keyboard.press('Control+a');
  if (text === '') await window.keyboard.press('Delete');
  else await window.keyboard.type(text);
  await window.keyboard.press('Tab');
}

/** The heading of each column of a grid, by its place from 0. */
export async function columnsOf(grid: Locator): Promise<readonly string[]> {
  const texts = await grid.getByRole('columnheader').allInnerTexts();
  return texts.map((text) => text.trim().split('\n')[0] ?? '');
}

/** Where the keyboard is in a grid. */
export const activeCell = (grid: Locator): Promise<{ readonly row: number; readonly column: number }> =>
  grid
    .locator('[role=gridcell][data-active]')
    .evaluate(({ dataset }) => ({ row: Number(dataset.row), column: Number(dataset.column) }));

/** Types lines at the end of the estimate as a person does: type, Tab, type, Tab, and on in the next row. */
export async function typeLines(window: Page, lines: readonly TypedLine[]): Promise<void> {
  const grid = gridNamed(window, 'Estimate lines');
  const columns = await columnsOf(grid);
  await grid.locator('.ui-grid-body [role=gridcell]').first().click();
  await window.keyboard.press('Control+End');
  await window.keyboard.press('Home');
  await window.keyboard.press('Tab');
  for (const { Panel: panel = '', ...line } of lines) {
    const before = await activeCell(grid);
    const typed: string[] = [];
    // Which cells Tab stops at depends on the row: a heading has words and no prices.
    for (let at = before; at.row === before.row; at = await activeCell(grid)) {
      const title = columns[at.column] ?? '';
      typed.push(title);
      await typeKeys(window, line[title] ?? '');
      await window.keyboard.press('Tab');
      if (title === 'Paint' && panel !== '') await typePanel(window, panel);
    }
    const meant = Object.entries(line).filter(([, text]) => text !== '');
    expect(typed).toEqual(expect.arrayContaining(meant.map(([title]) => title)));
    // Tab passes the rows by that the line brought along.
    const next = await activeCell(grid);
    expect(next.column).toBe(before.column);
    expect(next.row).toBeGreaterThan(before.row);
  }
}

/** Back from the cell that Tab went to, and on to it again. */
async function typePanel(window: Page, panel: string): Promise<void> {
  await window.keyboard.press('ArrowLeft');
  await typeKeys(window, panel);
  await window.keyboard.press('Tab');
}

const typedAtMost = 12;

/** Keys for the beginning; the rest of a long text comes at once, as from an input method. */
async function typeKeys(window: Page, text: string): Promise<void> {
  const signs = [...text];
  // Signs that this keyboard has no key for come without a key press, so the cell is opened first.
  if (/^[^ -~]/.test(text)) await window.keyboard.press('F2');
  await window.keyboard.type(signs.slice(0, typedAtMost).join(''));
  if (signs.length > typedAtMost) await window.keyboard.insertText(signs.slice(typedAtMost).join(''));
}

/** Brings the first rows of a grid into view. */
export async function goToTop(grid: Locator): Promise<void> {
  await grid.locator('.ui-grid-body [role=gridcell]').first().click();
  await grid.page().keyboard.press('Control+Home');
  await expect(grid.locator('[role=gridcell][data-row="0"]').first()).toBeVisible();
}

/** The text of one cell, by row from 0 and column heading. */
export async function cellOf(grid: Locator, row: number, title: string): Promise<Locator> {
  const columns = await columnsOf(grid);
  return grid.locator(`[role=gridcell][data-row="${row}"][data-column="${columns.indexOf(title)}"]`);
}

/** Every row of a grid as its cells' texts, scrolled through from top to end as only rows in view exist. */
export async function readGrid(grid: Locator): Promise<readonly (readonly string[])[]> {
  const rows = new Map<number, readonly string[]>();
  const scroller = grid.locator('xpath=..');
  const count = Number(await grid.getAttribute('aria-rowcount'));
  await scroller.evaluate((element) => element.scrollTo({ top: 0 }));
  for (let round = 0; round < count; round += 1) {
    const shown = await rowsInView(grid);
    for (const [index, cells] of shown) rows.set(index, cells);
    const moved = await scroller.evaluate((element) => {
      const before = element.scrollTop;
      element.scrollBy({ top: element.clientHeight / 2 });
      return element.scrollTop !== before;
    });
    if (!moved) break;
    await grid.page().waitForTimeout(60);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, cells]) => cells);
}

const rowsInView = (grid: Locator): Promise<(readonly [number, readonly string[]])[]> =>
  grid
    .locator('.ui-grid-body')
    .evaluate((body) =>
      [...body.querySelectorAll('[role=row]')].map((row) => [
        Number(row.getAttribute('aria-rowindex')),
        [...row.querySelectorAll<HTMLElement>('[role=gridcell]')].map((cell) => cell.innerText.trim()),
      ]),
    );

/** The sums under the columns, by the columns' headings. */
export async function footerOf(grid: Locator): Promise<Readonly<Record<string, string>>> {
  const columns = await columnsOf(grid);
  const cells = await grid.locator('.ui-grid-foot [role=gridcell]').allInnerTexts();
  return Object.fromEntries(columns.map((title, index) => [title, (cells[index] ?? '').trim()]));
}

/** Opens a workfile from the list by its owner's name. */
export async function openByOwner(window: Page, owner: string): Promise<void> {
  await window.getByRole('searchbox', { name: 'Search workfiles' }).fill(owner);
  const row = gridNamed(window, 'Workfiles').getByRole('row').filter({ hasText: owner }).first();
  await expect(row).toBeVisible({ timeout: 30_000 });
  await row.dblclick();
  await expect(window.getByRole('tablist', { name: 'Sections' })).toBeVisible();
}

/** Types over one cell of the estimate and commits it; answers the cell. */
export async function changeCell(
  window: Page,
  { row, title }: { readonly row: number; readonly title: string },
  text: string,
): Promise<Locator> {
  const cell = await cellOf(gridNamed(window, 'Estimate lines'), row, title);
  await cell.click();
  await window.keyboard.type(text);
  await window.keyboard.press('Enter');
  await expect(cell).toHaveText(text);
  return cell;
}

/** The total in the header of the workfile in front. */
export const totalOf = (window: Page): Promise<string> => window.getByTestId('workfile-total').innerText();

/** Runs a command by typing its name into the palette. */
export async function choose(window: Page, words: string): Promise<void> {
  await window.keyboard.press('Control+k');
  const palette = window.getByRole('dialog', { name: 'Commands' });
  await expect(palette).toBeVisible();
  await window.keyboard.type(words);
  await window.keyboard.press('Enter');
}

/** Asks for what only the cloud does, and says yes in its dialog. */
export async function giveCommand(window: Page, name: 'Lock estimate' | 'Convert to repair order'): Promise<void> {
  await choose(window, name);
  const dialog = window.getByRole('dialog', { name });
  await dialog.getByRole('button', { name }).click();
  // A dealer that reserves numbers is asked first, for ten seconds at most.
  await expect(dialog).toBeHidden({ timeout: 30_000 });
}

/** Says who pays: without that an estimate is not locked. */
export async function setPayer(window: Page, payer: string): Promise<void> {
  await goTo(window, 'Insurance');
  await typeInto(window, 'Payer', payer);
  await goTo(window, 'Estimate');
}

/** Locks the supplement that is being written. */
export async function lockSupplement(window: Page, label: string): Promise<void> {
  await choose(window, 'Lock estimate');
  const dialog = window.getByRole('dialog', { name: `Lock supplement ${label}` });
  await dialog.getByRole('button', { name: 'Lock supplement' }).click();
  await expect(dialog).toBeHidden();
}
