// What opens over the lines: properties of one or several, and why a computed time is what it is.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { noPanel } from '../../../src-shared/domain/estimate/refinish/known-panel.ts';
import { cell, openEstimate, priced } from './estimate-window.tsx';
import { lineOf } from './sample-sheet.ts';

const hood = lineOf(1, 'Hood', {
  work: { operation: 'repair' },
  refinish: { tenths: 30, included: false },
  panel: { ...noPanel, kind: 'major', place: 'hood' },
});
const mirror = lineOf(2, 'Mirror', { labor: { type: 'body', tenths: 5, included: false } });

test('a change of the properties of several lines is made to all of them, as one step', async () => {
  const window = await openEstimate({ ...priced, lines: [hood, mirror] });
  await userEvent.click(cell(0, 'Description'));
  await userEvent.keyboard('{Control>}a{/Control}{Alt>}{Enter}{/Alt}');
  await expect.element(page.getByRole('dialog', { name: 'Properties of 2 lines' })).toBeVisible();
  await userEvent.click(page.getByRole('checkbox', { name: /^Open/ }));
  await expect.poll(() => window.sheet().lines.map(({ state }) => state?.open)).toEqual([true, true]);
  expect(window.askedFor('line.change-many')).toHaveLength(1);
});

test('a computed row says why, and is set by hand and computed again', async () => {
  const window = await openEstimate({ ...priced, lines: [hood, mirror] });
  await expect.poll(() => cell(1, 'Description').innerText).toBe('Add for Clear Coat');
  await userEvent.click(cell(1, 'Paint'));
  await userEvent.keyboard('{Shift>}{F1}{/Shift}');
  const why = page.getByRole('dialog', { name: 'Why this number?' });
  await expect.element(why.getByText(/40 % of 3.0 h/)).toBeVisible();
  await userEvent.keyboard('{Control>}a{/Control}1.0{Enter}');
  await expect.poll(() => window.sheet().lines[0]?.automatic?.finish).toBe(10);
  await userEvent.click(page.getByRole('button', { name: 'Compute again' }));
  await expect.poll(() => window.sheet().lines[0]?.automatic?.finish).toBeNull();
});
