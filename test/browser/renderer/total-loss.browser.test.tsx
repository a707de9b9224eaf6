// A total loss in a real browser: what it asks, where it shows, and what it keeps from being done.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { lineOf, sheetOf } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const sheet = sheetOf({ lines: [lineOf(1, 'a1', {})] });
const lost: WorkfileSheet = {
  ...sheet,
  workfile: {
    ...sheet.workfile,
    totalLoss: { total: true, reason: 'Over 75 % of the value', date: '2026-11-20', decidedBy: 'Redwing Direct' },
  },
};
const grid = page.getByRole('grid', { name: 'Workfiles' });

async function openWorkfile(of: WorkfileSheet, totalLoss = false): Promise<ScriptedWindow> {
  const window = await openWindow({ sheet: of, heads: [{ ...headOf(0, 'Turpin, Sharon'), totalLoss }] });
  await expect.element(grid.getByText('Turpin, Sharon')).toBeVisible();
  return window;
}
const choose = (window: ScriptedWindow, command: string) => window.hostNotice('command.chosen', { command });
const dialog = page.getByRole('dialog', { name: 'Total loss' });
const summary = page.getByRole('region', { name: 'Workfile summary' });

test('it asks why, when and by whom, and then the head says so, with a way back', async () => {
  const window = await openWorkfile(sheet);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('tab', { name: 'Vehicle', exact: true })).toBeVisible();
  choose(window, 'workfile.total-loss');
  const mark = dialog.getByRole('button', { name: 'Mark as total loss' });
  await expect.element(mark).toHaveAttribute('aria-disabled', 'true');
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Reason' }), 'Burnt out');
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Decided by' }), 'Redwing Direct');
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Decided on' }), '11/20/2026');
  await userEvent.keyboard('{Tab}');
  await userEvent.click(mark);
  await expect
    .poll(() => window.askedFor('workfile.change').at(-1))
    .toMatchObject({ group: 'totalLoss', value: { total: true, reason: 'Burnt out', date: '2026-11-20' } });
  await expect.element(summary.getByText('Total loss')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Undo' }).last());
  await expect.poll(() => window.askedFor('workfile.undo').length).toBe(1);
});

test('the list says so, it is not converted, and it is taken back', async () => {
  const window = await openWorkfile(lost, true);
  await expect.element(grid.getByRole('gridcell', { name: 'Total loss' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(summary.getByTitle(/Decided 11\/20\/2026 by Redwing Direct/)).toBeVisible();
  choose(window, 'workfile.convert');
  await expect.element(page.getByText(/the vehicle is a total loss; take that back first/).first()).toBeVisible();
  choose(window, 'workfile.total-loss');
  await userEvent.click(dialog.getByRole('button', { name: 'Not a total loss' }));
  await expect
    .poll(() => window.askedFor('workfile.change').at(-1))
    .toMatchObject({ group: 'totalLoss', value: { total: false, reason: '' } });
});
