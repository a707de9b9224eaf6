// What opens over the lines: properties of one or several, and why a computed time is what it is.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { noPanel } from '../../../src-shared/domain/estimate/refinish/known-panel.ts';
import { guideRules } from '../../../src-shared/domain/estimate/refinish/refinish-rules.ts';
import { noLine, noPart } from '../../../src-shared/domain/exchange/foreign.ts';
import { noVendor, packSource } from '../../../src-shared/domain/exchange/vendor.ts';
import { cell, grid, openEstimate, priced } from './estimate-window.tsx';
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

test('a row that is a rule of the profile cannot be left out, and says so', async () => {
  const rates = { ...priced.rates, refinish: { ...guideRules, threeStageCapTenths: 15 } };
  const estimate = { ...priced.estimate, finish: { stages: 3 as const, clearCoatTenths: null } };
  const window = await openEstimate({ ...priced, rates, estimate, lines: [hood] });
  await expect.poll(() => cell(1, 'Paint').innerText).toBe('1.5');
  await userEvent.click(cell(1, 'Description'));
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByText(/This row is a rule of the profile/).first()).toBeVisible();
  expect(window.askedFor('line.change-many')).toHaveLength(0);
});

test('a line says its version in the grid, and on the last page of its properties where it comes from', async () => {
  const vendor = { ...noVendor, system: 'C', number: 12, source: packSource({ line: fender, notes: [] }) };
  await openEstimate({ ...priced, lines: [hood, lineOf(2, 'Fender', { vendor })] });
  await expect
    .poll(() => page.getByRole('gridcell', { name: 'E01', exact: true }).elements().length)
    .toBeGreaterThan(1);
  await userEvent.click(cell(0, 'Description'));
  await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
  await userEvent.click(page.getByRole('tab', { name: 'Origin' }));
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('Written by hand', { exact: true })).toBeVisible();
  await expect.element(dialog.getByText('E01', { exact: true })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await userEvent.click(grid.getByText('Fender', { exact: true }));
  await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
  await userEvent.click(page.getByRole('tab', { name: 'Origin' }));
  await expect.element(dialog.getByText('Imported: CCC, line 12')).toBeVisible();
  await expect.element(dialog.getByText('261.43')).toBeVisible();
});

const fender = { ...noLine, description: 'Fender', part: { ...noPart, number: '60211A', cents: 26_143 } };
