// A PC that cannot write, in a real browser over a scripted backend: it is said, nothing typed is lost, and it goes on by itself.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { DiskTrouble } from '../../../src-shared/ipc/pc-shapes.ts';
import { contactOf, sheetOf, workfileId } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const owner = { ...contactOf('owner', 1), name: { first: 'Sharon', last: 'Turpin', company: '' } };
const sheet = sheetOf({ contacts: [owner] });
const full: DiskTrouble = {
  what: 'disk-full',
  folder: 'C:\\Users\\Dana\\AppData\\Local\\Shopfile',
  wantedBytes: 50_000_000,
};
const failure: Failure = { kind: 'unavailable', what: 'disk-full' };
const strip = page.getByRole('alert').filter({ hasText: 'nothing can be saved' });
const city = page.getByRole('textbox', { name: 'City', exact: true });
const saveTyped = page.getByRole('button', { name: 'Save what I typed…' });

async function openWorkfile(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ sheet, heads: [headOf(0, 'Turpin, Sharon')], ...script });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: '48213' })).toBeVisible();
  return window;
}

test('a full disk names the drive and the room it wants; what is typed stays, and is saved once there is room', async () => {
  const refuse: Record<string, Failure> = { 'contact.change': failure, 'draft.keep': failure };
  const window = await openWorkfile({ refuse });
  window.notice('disk.changed', full);
  await expect.element(strip.getByText('Drive C: is full: nothing can be saved.')).toBeVisible();
  await expect.element(strip.getByText(/Free at least 50 MB there; saving goes on by itself\./)).toBeVisible();
  await userEvent.click(city);
  await userEvent.keyboard('Springfield{Tab}');
  await expect.element(city).toHaveValue('Springfield');
  for (const name of Object.keys(refuse)) delete refuse[name];
  window.notice('disk.changed', null);
  await expect.element(page.getByText(/This PC can write again\./)).toBeVisible();
  await expect.element(strip).not.toBeInTheDocument();
  await expect.poll(() => window.askedFor('draft.keep').at(-1)).toMatchObject({ workfileId, text: 'Springfield' });
  await userEvent.keyboard('{Control>}s{/Control}');
  await expect.poll(() => window.sheet().contacts[0]?.address.city).toBe('Springfield');
});

test('what was typed is written to another disk, by workfile and field', async () => {
  const answers = { 'typed.export': 'Typed on PC-1.txt', 'disk.read': full };
  const window = await openWorkfile({ refuse: { 'contact.change': failure, 'draft.keep': failure }, answers });
  await userEvent.click(saveTyped);
  await expect.element(page.getByText('Nothing that was typed waits in this window.')).toBeVisible();
  await userEvent.click(city);
  await userEvent.keyboard('Springfield{Tab}');
  await userEvent.click(saveTyped);
  await expect.element(page.getByText('Wrote what you typed to Typed on PC-1.txt')).toBeVisible();
  expect(window.askedFor('typed.export')).toEqual([
    { text: expect.stringMatching(/^48213 Turpin, Sharon\n {2}Owner › City: Springfield\n$/) },
  ]);
});

test.each([
  ['disk', 'Drive C: reports errors: nothing can be saved.'],
  ['data-folder', `The data folder ${full.folder} cannot be written: nothing can be saved.`],
  ['database-busy', /^Another program holds the data file/],
] as const)('of %s it is said what happened and what to do', async (what, words) => {
  await openWorkfile({ answers: { 'disk.read': { ...full, what } } });
  await expect.element(strip.getByText(words)).toBeVisible();
  await expect.element(strip.getByText(/Everything saved so far is safe/)).toBeVisible();
});
