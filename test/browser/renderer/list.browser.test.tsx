// Signing in, the list, the palette and the status bar, in a real browser over a scripted backend.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { commandIds, commands } from '../../../src-shared/ipc/commands.ts';
import { sheetOf } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow } from './scripted-window.tsx';

const heads = [headOf(0, 'Turpin, Sharon'), headOf(1, 'Ortiz, Luis'), headOf(2, 'Chen, Wei')];
const list = page.getByRole('grid', { name: 'Workfiles' });
const search = page.getByRole('searchbox', { name: 'Search workfiles' });
const lastSearch = (window: { askedFor(name: string): readonly unknown[] }) =>
  (window.askedFor('workfile.list').at(-1) as { text: string }).text;

test('nobody signed in sees the sign-in screen, and a wrong password says so', async () => {
  const window = await openWindow({
    role: 'nobody',
    refuse: { 'session.sign-in': { kind: 'forbidden', need: 'sign-in' } },
  });
  await userEvent.fill(page.getByLabelText('Email'), 'robin@example.com');
  await userEvent.fill(page.getByLabelText('Password'), 'wrong');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('This e-mail and password do not fit together.')).toBeVisible();
  expect(window.askedFor('session.sign-in')).toEqual([{ email: 'robin@example.com', password: 'wrong' }]);
  expect(window.told.some(({ name }) => name === 'window.ready')).toBe(false);
});

test('signing in leads to the list, and start-up is told to be over once its rows stand', async () => {
  const window = await openWindow({ role: 'nobody', heads });
  await userEvent.fill(page.getByLabelText('Email'), 'robin@example.com');
  await userEvent.fill(page.getByLabelText('Password'), 'right');
  await userEvent.click(page.getByRole('button', { name: 'Sign in' }));
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  expect(window.told.filter(({ name }) => name === 'window.ready')).toHaveLength(1);
});

test('start asks for what the window itself shows, the libraries and one page, and for nothing else', async () => {
  const window = await openWindow({ heads });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  const names = () => window.asked.map(({ name }) => name).sort();
  await expect
    .poll(names)
    .toEqual([
      'command.list',
      'disk.read',
      'first-run.read',
      'library.read',
      'presence.list',
      'session.state',
      'settings.read',
      'sync.state',
      'view.read',
      'watch.read',
      'workfile.count',
      'workfile.list',
    ]);
});

test('every keystroke searches, and Enter opens the first workfile found', async () => {
  const window = await openWindow({ heads });
  await expect.element(search).toHaveFocus();
  await userEvent.keyboard('or');
  await expect.element(page.getByText('1 workfile found')).toBeVisible();
  expect(window.askedFor('workfile.list').map((input) => (input as { text: string }).text)).toEqual(['', 'o', 'or']);
  await userEvent.keyboard('{Backspace}{Backspace}tur');
  await expect.element(page.getByText('1 workfile found')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: '48213' })).toBeVisible();
});

test('Enter opens what was typed, not what an earlier answer still shows', async () => {
  const window = await openWindow({ heads, delayMs: 80 });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('chen{Enter}');
  await expect.poll(() => window.askedFor('workfile.open')).toEqual([{ workfileId: heads[2]?.id }]);
});

test('Enter opens nothing when something else was typed before the answer', async () => {
  const window = await openWindow({ heads, delayMs: 80 });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('ort{Enter}x');
  await expect.element(page.getByText('No workfile matches “ortx”')).toBeVisible();
  expect(window.askedFor('workfile.open')).toEqual([]);
});

test('Enter says so when nothing is found', async () => {
  const window = await openWindow({ heads });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('zebra{Enter}');
  await expect.element(page.getByText('Nothing found for “zebra”.')).toBeVisible();
  expect(window.askedFor('workfile.open')).toEqual([]);
});

test('F3 goes from the search to the rows and on to the next, round and round', async () => {
  const window = await openWindow({ heads });
  await expect.element(search).toHaveFocus();
  await userEvent.keyboard('i');
  await expect.element(page.getByText('3 workfiles found')).toBeVisible();
  const focused = () => document.activeElement?.closest('[role=row]')?.textContent;
  for (const owner of ['Turpin, Sharon', 'Ortiz, Luis', 'Chen, Wei', 'Turpin, Sharon', 'Ortiz, Luis']) {
    await userEvent.keyboard('{F3}');
    await expect.poll(focused).toContain(owner);
  }
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => window.askedFor('workfile.open')).toEqual([{ workfileId: heads[1]?.id }]);
});

test('ArrowDown leaves the search for the rows', async () => {
  await openWindow({ heads });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await expect.element(search).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('gridcell');
});

test('Ctrl and a digit go to the tab at that place, and Ctrl+F4 closes it', async () => {
  await openWindow({ heads });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  const tabs = page.getByRole('tablist', { name: 'Open tabs' });
  await expect.element(tabs.getByRole('tab').nth(2)).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Control>}1{/Control}');
  await expect.element(tabs.getByRole('tab', { name: 'Home' })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Control>}2{/Control}');
  await expect.element(tabs.getByRole('tab', { name: 'Workfiles' })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Control>}3{/Control}');
  await expect.element(tabs.getByRole('tab').nth(2)).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Control>}9{/Control}');
  await expect.element(page.getByText('There is no tab 9.')).toBeVisible();
  await userEvent.keyboard('{Control>}{F4}{/Control}');
  await expect.poll(() => tabs.getByRole('tab').elements()).toHaveLength(2);
});

test('what a window can do it can do before anybody is signed in', async () => {
  const window = await openWindow({ role: 'nobody' });
  await expect.element(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const told = (name: string) => window.told.filter((one) => one.name === name).map((one) => one.input);
  expect(told('menu.enable').at(-1)).toEqual({
    commands: commandIds.filter((id) => commands[id].needs === 'nothing'),
  });
  await userEvent.keyboard('{Control>}={/Control}');
  expect(told('window.zoom')).toEqual([{ step: 'in' }]);
  await userEvent.keyboard('{F1}');
  await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Shift>}P{/Shift}{/Control}');
  await expect.element(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await userEvent.keyboard('new workfile');
  await expect.element(page.getByText('sign in first.').first()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  window.hostNotice('command.chosen', { command: 'view.theme' });
  await expect.poll(() => told('window.theme').length).toBe(2);
});

test('the palette asked for in the instant in which the keyboard overlay closes is there, with the focus', async () => {
  await openWindow({ role: 'nobody' });
  await expect.element(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await userEvent.keyboard('{F1}');
  await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  for (const press of [{ key: 'Escape' }, { key: 'P', ctrlKey: true, shiftKey: true }]) {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }));
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  await expect.element(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: /^Type a command/ })).toHaveFocus();
});

test('typing while the rows have the focus starts a new search', async () => {
  const window = await openWindow({ heads });
  await userEvent.click(list.getByText('Ortiz, Luis'));
  await userEvent.keyboard('c');
  await expect.element(search).toHaveFocus();
  await userEvent.keyboard('hen');
  await expect.element(list.getByText('Chen, Wei')).toBeVisible();
  expect(lastSearch(window)).toBe('chen');
});

test('a search without a match says so and is cleared with Escape', async () => {
  await openWindow({ heads });
  await userEvent.fill(search, 'nobody');
  await expect.element(page.getByText('No workfile matches “nobody”')).toBeVisible();
  await userEvent.click(search);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('3 workfiles')).toBeVisible();
});

test('a list that cannot be read says what to do and is asked for again', async () => {
  const refuse = { 'workfile.list': { kind: 'unexpected', reference: 'R-17' } } as const;
  const window = await openWindow({ heads, refuse });
  await expect.element(page.getByText('R-17')).toBeVisible();
  const before = window.askedFor('workfile.list').length;
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  expect(window.askedFor('workfile.list').length).toBe(before + 1);
});

test('the status bar says where the cloud, the person and the zoom stand', async () => {
  const window = await openWindow({ heads, sync: { phase: 'offline', waiting: 7, decisions: 2 } });
  const bar = page.getByRole('contentinfo');
  await expect.element(bar.getByRole('button', { name: 'Offline – 7 changes waiting' })).toBeVisible();
  await expect.element(bar.getByRole('button', { name: '2 need your decision' })).toBeVisible();
  await expect.element(bar.getByRole('button', { name: 'Robin Ellery, Harbor Lane Collision' })).toBeVisible();
  window.hostNotice('zoom.changed', { percent: 150 });
  await expect.element(bar.getByRole('button', { name: '150 %' })).toBeVisible();
});

test('working offline is a switch in the sync panel', async () => {
  const window = await openWindow({ heads });
  await userEvent.click(page.getByRole('button', { name: 'Synced 10:42' }));
  await userEvent.click(page.getByRole('checkbox', { name: 'Work offline' }));
  await expect.poll(() => window.askedFor('sync.set-offline')).toEqual([{ offline: true }]);
});

test('the palette finds a workfile and says why a command cannot be used', async () => {
  await openWindow({ heads });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}save');
  await expect.element(page.getByText('open a workfile first.').first()).toBeVisible();
  await userEvent.keyboard('{Control>}a{/Control}turpin');
  await expect.element(page.getByRole('option', { name: /48213 · Turpin, Sharon/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: '48213' })).toBeVisible();
});

test('the menu bar is told what can be used, and its choices run', async () => {
  const window = await openWindow({ heads });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  const enabled = () => window.told.findLast(({ name }) => name === 'menu.enable')?.input;
  expect(enabled()).toMatchObject({ commands: expect.arrayContaining(['workfile.new']) });
  expect(enabled()).not.toMatchObject({ commands: expect.arrayContaining(['workfile.save']) });
  window.hostNotice('command.chosen', { command: 'workfile.new' });
  await expect.element(page.getByRole('heading', { name: '48213' })).toBeVisible();
  await expect.poll(enabled).toMatchObject({ commands: expect.arrayContaining(['workfile.save']) });
});

test('a technician cannot start a workfile and is told why', async () => {
  const window = await openWindow({ heads, role: 'technician' });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Control>}n{/Control}');
  await expect.element(page.getByText(/New workfile: Your role, technician, does not include/)).toBeVisible();
  expect(window.askedFor('workfile.create')).toEqual([]);
});

test('a backend that stops is a visible word, and its return asks again for what is shown', async () => {
  const window = await openWindow({ heads });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  window.hostNotice('backend.changed', { state: 'restarting', reference: 'B-3' });
  await expect.element(page.getByText(/keeps your data stopped and is starting again/)).toBeVisible();
  const before = window.asked.length;
  window.hostNotice('backend.changed', { state: 'running', reference: 'B-3' });
  await expect.element(page.getByText(/keeps your data stopped/)).not.toBeInTheDocument();
  const again = window.asked.slice(before).map(({ name }) => name);
  expect(again).toEqual(expect.arrayContaining(['session.state', 'sync.state', 'workfile.list']));
});

const rowMenu = async (name: string): Promise<void> => {
  await userEvent.click(page.getByRole('grid', { name: 'Workfiles' }).getByText(name), { button: 'right' });
};

test('an opportunity is converted from its row: it opens, and the question is asked there', async () => {
  const heads = [
    { ...headOf(0, 'Turpin, Sharon'), stage: 'opportunity' as const },
    { ...headOf(1, 'Ortiz, Luis'), stage: 'repair-order' as const },
  ];
  const base = sheetOf({});
  const workfile = { ...base.workfile, stage: { stage: 'opportunity' as const } };
  await openWindow({ heads, role: 'manager', sheet: { ...base, workfile } });
  await rowMenu('Ortiz, Luis');
  const convert = page.getByRole('menuitem', { name: /^Convert to repair order…/ });
  await expect.element(convert).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Escape}');
  await rowMenu('Turpin, Sharon');
  await userEvent.click(convert);
  await expect.element(page.getByRole('dialog', { name: 'Convert to repair order' })).toBeVisible();
});

function drop(on: Element, ...files: readonly File[]): boolean {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  return !on.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

test('photos dropped on a row go into that workfile, and nowhere else', async () => {
  const window = await openWindow({ heads: [headOf(0, 'Turpin, Sharon'), headOf(1, 'Ortiz, Luis')] });
  const row = page.getByRole('grid', { name: 'Workfiles' }).getByText('Ortiz, Luis');
  await expect.element(row).toBeVisible();
  const canvas = new OffscreenCanvas(8, 8);
  canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
  const photo = new File([await canvas.convertToBlob({ type: 'image/jpeg' })], 'front.jpg', { type: 'image/jpeg' });
  expect(drop(row.element(), photo)).toBe(true);
  await expect.poll(() => window.askedFor('photo.begin')).toMatchObject([{ workfileId: headOf(1, '').id }]);
  drop(row.element(), new File(['x'], 'a.txt'));
  await expect.element(page.getByText(/no EMS set/)).toBeVisible();
  expect(window.askedFor('photo.begin')).toHaveLength(1);
});

test('nobody drops photos who may not add them', async () => {
  const window = await openWindow({ heads: [{ ...headOf(0, 'Turpin, Sharon'), binnedAt: 5 }] });
  const row = page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon');
  await expect.element(row).toBeVisible();
  drop(row.element(), new File(['x'], 'front.jpg', { type: 'image/jpeg' }));
  await expect.element(page.getByText('the workfile is in the bin; restore it first.')).toBeVisible();
  expect(window.askedFor('photo.begin')).toEqual([]);
});
