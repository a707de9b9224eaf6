// Searching everywhere: what is found says where it holds what was typed, and leads there.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { lineOf, sheetOf, workfileId } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow } from './scripted-window.tsx';

const heads = [headOf(0, 'Turpin, Sharon'), headOf(1, 'Ortiz, Luis')];
const list = page.getByRole('grid', { name: 'Workfiles' });
const dialog = page.getByRole('dialog', { name: 'Search everywhere' });

test('Ctrl+Shift+F finds a workfile, says where, and Enter opens it', async () => {
  await openWindow({ heads });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}F{/Shift}{/Control}');
  await expect.element(dialog.getByText(/^Three signs of anything/)).toBeVisible();
  await userEvent.keyboard('turpin');
  await expect
    .element(dialog.getByRole('option'))
    .toHaveTextContent('48213 · Turpin, Sharon · 2012 Honda CivicOwner Turpin, SharonRepair order');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: '48213' })).toBeVisible();
});

test('a part leads to its line', async () => {
  const line = lineOf(1, 'Bumper cover', {});
  const found = { lineId: line.id, id: workfileId, label: '48213', owner: 'Turpin, Sharon' };
  const foundLines = [{ ...found, description: 'Bumper cover', part: '52119-0R902' }];
  await openWindow({ heads, foundLines, sheet: sheetOf({ lines: [line] }) });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}F{/Shift}{/Control}52119');
  await expect.element(dialog.getByText('Part of 48213 · Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('grid', { name: 'Estimate lines' })).toBeVisible();
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('gridcell');
});

test('what is nowhere is said, with what was searched', async () => {
  await openWindow({ heads });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}F{/Shift}{/Control}zebra');
  await expect.element(dialog.getByText('Nothing has “zebra” in it.')).toBeVisible();
  await expect.element(dialog.getByText(/^Searched on this PC/)).toBeVisible();
});

test('a search that failed says so, and does not say that there is nothing', async () => {
  await openWindow({ heads, refuse: { 'search.everywhere': { kind: 'unavailable', what: 'backend' } } });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}F{/Shift}{/Control}turpin');
  await expect.element(dialog.getByText(/^Not searched\. /)).toBeVisible();
  await expect.element(dialog.getByText(/^The workfiles could not be searched/)).toBeVisible();
});

test('what arrives while somebody looks for it is found', async () => {
  const here = heads.slice(1);
  const window = await openWindow({ heads: here });
  await expect.element(list.getByText('Ortiz, Luis')).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}F{/Shift}{/Control}turpin');
  await expect.element(dialog.getByText('Nothing has “turpin” in it.')).toBeVisible();
  here.push(headOf(0, 'Turpin, Sharon'));
  window.notice('list.changed', { workfileIds: [] });
  await expect.element(dialog.getByRole('option', { name: /Turpin, Sharon/ })).toBeVisible();
});

test('an answer that comes late closes its own dialog, and not the palette that was opened since', async () => {
  let delayMs = 1;
  const sheet = sheetOf({ lines: [lineOf(1, 'Bumper cover', {})] });
  const window = await openWindow({ heads, sheet, delayMs: () => delayMs });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('tab', { name: 'Estimate' }));
  await userEvent.click(page.getByRole('grid', { name: 'Estimate lines' }).getByText('Bumper cover'));
  window.hostNotice('command.chosen', { command: 'lines.keep' });
  const keep = page.getByRole('dialog', { name: 'Keep this line as my lines' });
  await expect.element(keep).toBeVisible();
  delayMs = 300;
  // In one breath: the answer to the dialog comes after the key of the palette.
  (keep.getByRole('button', { name: 'Keep', exact: true }).element() as HTMLButtonElement).click();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }));
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect.element(palette).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await expect.element(palette).toBeVisible();
});
