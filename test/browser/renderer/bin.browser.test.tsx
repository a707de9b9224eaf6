// The bin in a real browser: into it from the list and from a workfile, what it says there, and the way back.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';

import { lineOf, sheetOf, workfileId } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

const now = shopTime(21, 12);
const list = page.getByRole('grid', { name: 'Workfiles' });
const heads = [headOf(0, 'Turpin, Sharon'), headOf(1, 'Ortiz, Luis')];
const sheet = sheetOf({ lines: [lineOf(1, 'a1', {})] });
const binned: WorkfileSheet = {
  ...sheet,
  workfile: { ...sheet.workfile, bin: { at: now - 86_400_000, by: 'Casey Moor' } },
};

async function openList(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ heads, now, ...script });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  return window;
}
async function openWorkfile(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openList(script);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('tab', { name: 'Vehicle', exact: true })).toBeVisible();
  return window;
}
const choose = (window: ScriptedWindow, command: string) => window.hostNotice('command.chosen', { command });

test('Delete in the list moves a workfile to the bin, and Undo brings it back', async () => {
  const window = await openList();
  await userEvent.click(list.getByText('Ortiz, Luis'));
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => window.askedFor('workfile.bin')).toEqual([{ workfileId: heads[1]?.id }]);
  await expect.element(page.getByText('Workfile moved to the bin')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Undo' }).last());
  await expect.poll(() => window.askedFor('workfile.undo')).toEqual([{ workfileId: heads[1]?.id }]);
});

test('what must stay says why', async () => {
  const refuse = { 'workfile.bin': { kind: 'conflict', what: 'bin-paid' } } as const;
  await openList({ refuse });
  await userEvent.click(list.getByText('Ortiz, Luis'));
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByText(/A workfile with receipts stays/)).toBeVisible();
});

test('the bin says how long it lists what, and restores it', async () => {
  const inBin = heads.map((head) => ({ ...head, binnedAt: now - 2 * 86_400_000 }));
  const window = await openList({ heads: inBin });
  await userEvent.click(page.getByRole('tab', { name: 'Bin', exact: false }));
  await expect.poll(() => window.askedFor('workfile.list').at(-1)).toMatchObject({ filter: { bin: ['recent'] } });
  await expect.element(list.getByText('28 days left').first()).toBeVisible();
  await expect.element(page.getByText(/nothing of them is destroyed/)).toBeVisible();
  await userEvent.click(list.getByText('Ortiz, Luis'), { button: 'right' });
  await userEvent.click(page.getByRole('menuitem', { name: 'Restore' }));
  await expect.poll(() => window.askedFor('workfile.restore')).toEqual([{ workfileId: inBin[1]?.id }]);
  await expect.element(page.getByText('Workfile restored')).toBeVisible();
});

test('a workfile in the bin is read-only and says so, with the way out', async () => {
  const window = await openWorkfile({ sheet: binned });
  await expect.element(page.getByText(/In the bin since .* by Casey Moor/)).toBeVisible();
  await expect.element(page.getByText(/29 days left/)).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Last name' }).first()).toHaveAttribute('readonly');
  choose(window, 'workfile.convert');
  await expect.element(page.getByText(/the workfile is in the bin; restore it first/).first()).toBeVisible();

  await userEvent.click(page.getByRole('button', { name: 'Restore' }));
  await expect.poll(() => window.askedFor('workfile.restore')).toEqual([{ workfileId }]);
});

test('an open workfile goes into the bin by its command; a locked one says why not', async () => {
  const window = await openWorkfile({ sheet });
  choose(window, 'workfile.bin');
  await expect.poll(() => window.askedFor('workfile.bin')).toEqual([{ workfileId }]);
  await expect.element(page.getByText('Workfile moved to the bin')).toBeVisible();
});

test('an estimate that was locked keeps its workfile out of the bin', async () => {
  const window = await openWorkfile({ sheet: { ...sheet, estimate: { ...sheet.estimate, lock: { at: 1, by: '' } } } });
  choose(window, 'workfile.bin');
  await expect.element(page.getByText(/its estimate was locked/).first()).toBeVisible();
  expect(window.askedFor('workfile.bin')).toEqual([]);
});
