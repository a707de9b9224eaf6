// Home: what waits, opened by digits, and what was open last, over a scripted backend.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { connection } from './sample-connection.ts';
import { headOf, noLibrary } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

const heads = [headOf(0, 'Turpin, Sharon'), headOf(1, 'Ortiz, Luis')];
const list = page.getByRole('grid', { name: 'Workfiles' });
const tiles = page.getByRole('list', { name: 'What waits' });

const lastAsked = (window: ScriptedWindow) => window.askedFor('workfile.list').at(-1);

async function backHome(): Promise<void> {
  await userEvent.keyboard('{Control>}1{/Control}');
  await expect.element(tiles.getByRole('button', { name: /Something missing/ })).toBeVisible();
}

async function openHome(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ heads, ...script });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Control>}1{/Control}');
  return window;
}

test('a digit opens the tile at its place', async () => {
  const window = await openHome();
  await expect.element(tiles.getByRole('button', { name: /2 Not saved/ })).toBeVisible();
  await userEvent.keyboard('2');
  await expect.poll(() => window.askedFor('workfile.list').at(-1)).toMatchObject({ filter: { marks: ['unsaved'] } });
  await expect.element(page.getByRole('tab', { name: 'Workfiles' })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Control>}1{/Control}');
  await expect.element(tiles).toBeVisible();
  await userEvent.keyboard('3');
  await expect.element(page.getByRole('tab', { name: 'Sync' })).toHaveAttribute('aria-selected', 'true');
});

test('what is to come today and what is to be done leads to the list that means it', async () => {
  const window = await openHome();
  await userEvent.click(tiles.getByRole('button', { name: /In today/ }));
  await expect
    .poll(() => lastAsked(window))
    .toMatchObject({ filter: { visits: ['coming'], stages: ['opportunity', 'repair-order'] } });
  await backHome();
  await userEvent.keyboard('7');
  await expect.poll(() => lastAsked(window)).toMatchObject({ filter: { agenda: ['task'] } });
  await expect.element(page.getByText('To do: Task due')).toBeVisible();
  await backHome();
  await userEvent.keyboard('8');
  await expect.poll(() => lastAsked(window)).toMatchObject({ filter: { agenda: ['appointment'] } });
  await backHome();
  expect(tiles.getByRole('button', { name: /No DMS ids/ }).elements()).toEqual([]);
});

test('a shop with a dealer system sees what is open there', async () => {
  const [turpin, ...others] = heads;
  const failed = { ...turpin, dms: 'no-customer failed unsent' } as (typeof heads)[number];
  const library = { ...noLibrary, dmsConnections: [connection] };
  const window = await openHome({ library, heads: [failed, ...others] });
  await userEvent.click(tiles.getByRole('button', { name: /Exports failed/ }));
  await expect.poll(() => lastAsked(window)).toMatchObject({ filter: { dms: ['failed'] } });
  await expect.element(list.getByText('Export failed', { exact: true })).toBeInTheDocument();
  await backHome();
  await userEvent.click(tiles.getByRole('button', { name: /No DMS ids/ }));
  await expect.poll(() => lastAsked(window)).toMatchObject({ filter: { stages: ['repair-order'], dms: ['no-ids'] } });
  const views = page.getByRole('tablist', { name: 'Views' });
  await userEvent.click(views.getByRole('tab', { name: 'Closed, not exported' }));
  await expect.poll(() => lastAsked(window)).toMatchObject({ filter: { stages: ['closed'], dms: ['unsent'] } });
});

test('a workfile that was open is a press away, and opening it is noted', async () => {
  const window = await openHome();
  await userEvent.click(page.getByRole('region', { name: 'Recent workfiles' }).getByText('Turpin, Sharon'));
  await expect.element(page.getByRole('heading', { name: '48213' })).toBeVisible();
  expect(window.askedFor('workfile.visited')).toEqual([{ workfileId: heads[0]?.id }]);
});

test('nothing waits, and that is said', async () => {
  await openHome({ answers: { 'workfile.count': [0, 0, 0, 0, 0, 0], 'workfile.recent': [] } });
  await expect.element(page.getByText('Nothing waiting')).toBeVisible();
  await expect.element(page.getByText('What you open on this PC is listed here.')).toBeVisible();
});

test('counts that cannot be had say so and are asked for again', async () => {
  const window = await openHome({ refuse: { 'workfile.recent': { kind: 'unexpected', reference: 'R-9' } } });
  await expect.element(page.getByText('R-9')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.poll(() => window.askedFor('workfile.recent').length).toBe(2);
});

test('without the cloud the counts say how old they are', async () => {
  const syncedAt = shopTime(21, 9, 12);
  await openHome({ sync: { phase: 'offline', syncedAt } });
  await expect.element(page.getByText('as of 09:12')).toBeVisible();
});

test('the places at the edge lead there by keys', async () => {
  await openHome();
  const places = page.getByRole('list', { name: 'Places' });
  places.getByRole('button', { name: 'Home' }).element().focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(page.getByRole('tab', { name: 'Workfiles' })).toHaveAttribute('aria-selected', 'true');
});
