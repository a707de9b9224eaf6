/** The estimate's screen over the scripted backend, and its cells by row and heading. */
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { sheetOf } from './sample-sheet.ts';
import { headOf, type Script } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const rates = sheetOf().rates;
/** A workfile whose every price can be reckoned by head. */
export const priced = sheetOf({
  rates: {
    ...rates,
    labor: { ...rates.labor, body: 7500, refinish: 7500 },
    supplies: { ...rates.supplies, paintPerHourCents: 6000 },
    tax: { ...rates.tax, rate: 60_000 },
  },
});

export const grid = page.getByRole('grid', { name: 'Estimate lines' });
const columns = [
  '!N*O',
  'Est',
  '#',
  'Oper',
  'Part type',
  'Description',
  'Part no',
  'Qty',
  'Price $',
  'Ext $',
  'Labor',
  'Paint',
];

export async function openEstimate(
  sheet: WorkfileSheet = priced,
  delayMs: NonNullable<Script['delayMs']> = 1,
): Promise<ScriptedWindow> {
  const window = await openWindow({ sheet, delayMs, heads: [headOf(0, 'Turpin, Sharon')] });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await goTo('Estimate');
  await expect.element(grid).toBeVisible();
  return window;
}

/** Goes to a section of the workfile. */
export const goTo = (section: string): Promise<void> =>
  userEvent.click(page.getByRole('tab', { name: section, exact: true }));

export const cell = (row: number, title: string): HTMLElement => {
  const at = columns.indexOf(title);
  const found = grid.element().querySelector(`[role=gridcell][data-row="${row}"][data-column="${at}"]`);
  if (!(found instanceof HTMLElement)) throw new Error(`no cell ${row} ${title}`);
  return found;
};

export const rowTexts = (row: number): readonly string[] =>
  columns.slice(2).map((title) => cell(row, title).innerText.trim());

/** The cells with a mark, as they read. */
export const markedTexts = (): readonly string[] =>
  [...grid.element().querySelectorAll<HTMLElement>('[data-mark=error] .ui-grid-text')].map(
    ({ innerText }) => innerText,
  );

/** Where the keyboard is, as row and heading. */
export function activePlace(): string {
  const active = grid.element().querySelector<HTMLElement>('[role=gridcell][data-active]');
  return `${active?.dataset.row} ${columns[Number(active?.dataset.column)]}`;
}

/** Pastes text where the focus is. */
export function paste(text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

/** Types faster than any hand: keys one by one, each in a task of its own, `Tab` and `Enter` by name. */
export async function typeAtOnce(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const press = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    const goesOn = document.activeElement?.dispatchEvent(press) ?? false;
    await nextTask();
    if (goesOn && key.length === 1) writeLetter(key);
    await nextTask();
  }
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** As the browser does after a key press: into the text box that has the focus by then. */
function writeLetter(letter: string): void {
  const box = document.activeElement;
  if (!(box instanceof HTMLInputElement)) throw new Error(`nothing takes the letter ${letter}`);
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(box, box.value + letter);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }));
}
