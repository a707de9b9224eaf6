// Views, filters, groups and orders of the workfile list, by mouse and by keys, over a scripted backend.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

const heads = [headOf(0, 'Turpin, Sharon'), headOf(1, 'Ortiz, Luis'), headOf(2, 'Chen, Wei')];
const list = page.getByRole('grid', { name: 'Workfiles' });
const views = page.getByRole('tablist', { name: 'Views' });
const filters = page.getByRole('group', { name: 'Filters' });
const lastAsked = (window: ScriptedWindow) => window.askedFor('workfile.list').at(-1);

async function openList(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ heads, ...script });
  await expect.element(list.getByText('Turpin, Sharon')).toBeVisible();
  return window;
}

test('a view shows its workfiles, counts them, and is in front the next time', async () => {
  const window = await openList();
  await userEvent.click(views.getByRole('tab', { name: 'My files' }));
  await expect
    .poll(() => lastAsked(window))
    .toMatchObject({ filter: { estimators: ['Robin Ellery'], stages: ['opportunity', 'repair-order'] } });
  await expect.element(filters.getByText('Estimator: Robin Ellery')).toBeVisible();
  expect(window.askedFor('view.write').at(-1)).toEqual({ views: [], last: 'my-files' });
});

test('the day and the money have views of their own, and the columns say what they go by', async () => {
  const [turpin, ...others] = heads;
  const paid = { ...turpin, vehicleOut: '2026-11-21', receivedCents: 40_000 } as (typeof heads)[number];
  const window = await openList({ heads: [paid, ...others] });
  await userEvent.click(views.getByRole('tab', { name: 'Due today' }));
  await expect.poll(() => lastAsked(window)).toMatchObject({ filter: { visits: ['due'] } });
  await expect.element(filters.getByText('Vehicle: Out today')).toBeVisible();
  await userEvent.click(views.getByRole('tab', { name: 'Delivered not closed' }));
  await expect
    .poll(() => lastAsked(window))
    .toMatchObject({ filter: { stages: ['repair-order'], visits: ['delivered'] } });
  await userEvent.click(views.getByRole('tab', { name: 'With balance' }));
  await expect.poll(() => lastAsked(window)).toMatchObject({ filter: { balances: ['due'] } });
  await expect.element(list.getByRole('gridcell', { name: '11/21/2026', exact: true })).toBeVisible();
  await expect.element(list.getByRole('gridcell', { name: '600.00', exact: true })).toBeVisible();
  await userEvent.click(list.getByRole('columnheader', { name: 'Balance: what is still due' }));
  await expect.poll(() => lastAsked(window)).toMatchObject({ sort: 'balance', descending: false });
});

test('days and times are those of the shop, wherever the PC stands', async () => {
  const [turpin, ...others] = heads;
  const changed = { ...turpin, changedAt: shopTime(21, 9, 5) } as (typeof heads)[number];
  const window = await openList({ heads: [changed, ...others] });
  await expect.element(list.getByRole('gridcell', { name: '09:05', exact: true })).toBeVisible();
  await userEvent.click(filters.getByRole('button', { name: 'Filter…' }));
  const dialog = page.getByRole('dialog', { name: 'Filter workfiles' });
  for (const field of ['Changed since', 'Changed until']) {
    await userEvent.fill(dialog.getByLabelText(field), '11/20/2026');
    await userEvent.keyboard('{Tab}');
  }
  await userEvent.click(dialog.getByRole('button', { name: 'Show' }));
  const day = { from: shopTime(20, 0), below: shopTime(21, 0) };
  await expect.poll(() => lastAsked(window)).toMatchObject({ filter: { changed: day } });
  await expect.element(filters.getByText('Changed: 11/20/2026')).toBeVisible();
});

test('the arrow keys walk along the views', async () => {
  const window = await openList();
  await userEvent.click(views.getByRole('tab', { name: 'All workfiles' }));
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(views.getByRole('tab', { name: 'Open opportunities' })).toHaveFocus();
  await expect.poll(() => lastAsked(window)).toMatchObject({ filter: { stages: ['opportunity'] } });
});

test('a filter is chosen by keys, stands as a chip, and goes with Delete', async () => {
  const window = await openList();
  await userEvent.click(filters.getByRole('button', { name: 'Filter…' }));
  const dialog = page.getByRole('dialog', { name: 'Filter workfiles' });
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Closed' }));
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Not saved' }));
  await userEvent.fill(dialog.getByLabelText('Total at least $'), '1500');
  await userEvent.keyboard('{Tab}');
  await userEvent.click(dialog.getByRole('button', { name: 'Show' }));
  await expect
    .poll(() => lastAsked(window))
    .toMatchObject({ filter: { stages: ['closed'], marks: ['unsaved'], total: { from: 150_000, to: null } } });
  await expect.element(filters.getByText('Status: Closed')).toBeVisible();
  await expect.element(filters.getByText('Total $: at least 1,500.00')).toBeVisible();
  await expect.element(views.getByRole('tab', { name: 'All workfiles *' })).toBeVisible();
  filters.getByText('Status: Closed').element().closest('button')?.focus();
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => lastAsked(window)).not.toMatchObject({ filter: { stages: ['closed'] } });
  await expect.element(filters.getByRole('button', { name: 'Filter…' })).toHaveFocus();
  await userEvent.click(filters.getByRole('button', { name: 'Clear filters' }));
  await expect.poll(() => lastAsked(window)).not.toHaveProperty('filter');
});

test('Shift and a heading add a key to the order, and one without Shift replaces it', async () => {
  const window = await openList();
  const heading = (name: string) => list.getByRole('columnheader', { name });
  await userEvent.click(heading('Insurance'));
  await userEvent.click(heading('Estimate total'), { modifiers: ['Shift'] });
  await expect
    .poll(() => lastAsked(window))
    .toMatchObject({ sort: 'insurer', descending: false, further: [{ sort: 'total', descending: false }] });
  await userEvent.click(heading('Status'));
  await expect.poll(() => lastAsked(window)).toMatchObject({ sort: 'stage', descending: false });
  expect(lastAsked(window)).not.toHaveProperty('further');
});

test('groups have headings, and the keys pass over them', async () => {
  const answers = {
    'workfile.list': {
      ...{ total: 3, capped: false, rows: heads },
      groups: [
        { value: 'repair-order', count: 2 },
        { value: 'closed', count: 1 },
      ],
    },
  };
  const window = await openList({ answers });
  await userEvent.click(filters.getByRole('button', { name: 'Group' }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Status' }));
  await expect.poll(() => lastAsked(window)).toMatchObject({ group: 'stage' });
  await expect.element(list.getByText('Repair order (2)')).toBeVisible();
  await expect.element(list.getByText('Closed (1)')).toBeVisible();
});

test('what is shown is kept as a view, renamed, and deleted with a way back', async () => {
  const window = await openList();
  const choose = async (name: string) => {
    await userEvent.click(page.getByRole('button', { name: 'This view' }));
    await userEvent.click(page.getByRole('menuitem', { name }));
  };
  await userEvent.click(views.getByRole('tab', { name: /Open repair orders/ }));
  await userEvent.click(list.getByRole('columnheader', { name: 'Owner' }));
  await choose('Keep as a new view…');
  await userEvent.keyboard('By owner{Enter}');
  await expect.element(views.getByRole('tab', { name: 'By owner' })).toHaveAttribute('aria-selected', 'true');
  const written = () => window.askedFor('view.write').at(-1);
  expect(written()).toMatchObject({
    views: [{ name: 'By owner', filter: { stages: ['repair-order'] }, sorts: [{ sort: 'owner', descending: false }] }],
    last: 'own-1',
  });
  await choose('Rename…');
  await userEvent.keyboard('{Control>}a{/Control}Owners{Enter}');
  await expect.element(views.getByRole('tab', { name: 'Owners' })).toBeVisible();
  await choose('Delete view');
  await expect.element(views.getByRole('tab', { name: 'All workfiles' })).toHaveAttribute('aria-selected', 'true');
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await expect.element(views.getByRole('tab', { name: 'Owners' })).toHaveAttribute('aria-selected', 'true');
});

test('a view of one’s own keeps its columns', async () => {
  const columns = JSON.stringify({ order: [], hidden: ['plate', 'claim'], widths: {} });
  const view = { id: 'own-1', name: 'Short', filter: {}, sorts: [], group: null, columns };
  await openList({ views: { views: [view], last: 'own-1' } });
  await expect.element(list.getByRole('columnheader', { name: 'Owner' })).toBeVisible();
  expect(list.getByRole('columnheader', { name: 'Plate' }).elements()).toEqual([]);
});

test('a filter that leaves nothing says so and is cleared from there', async () => {
  const window = await openWindow({ heads: [], views: { views: [], last: 'repair-orders' } });
  await expect.element(page.getByText('No workfile matches the filters')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Clear filters' }).last());
  await expect.poll(() => lastAsked(window)).not.toHaveProperty('filter');
});

test('the line below the list says what the workfile one stands on waits for, and leads there', async () => {
  const waits = [{ ...headOf(0, ''), totalCents: 0 as never }, headOf(1, 'Ortiz, Luis')];
  await openWindow({ heads: waits });
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await userEvent.click(list.getByText('Ortiz, Luis'));
  await expect.element(preview.getByText('Next: repair, then close')).toBeVisible();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(preview.getByText('Next: the owner is missing')).toBeVisible();
  await userEvent.click(preview.getByRole('button', { name: 'Go there' }));
  await expect.element(page.getByRole('tab', { name: 'Contacts' })).toHaveAttribute('aria-selected', 'true');
});
