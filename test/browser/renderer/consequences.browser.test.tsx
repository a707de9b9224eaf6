// What an edit changes besides is said below the grid, whatever edit it was; and figures lead to what makes them.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rateRuleGroups } from '../../../src-shared/domain/estimate/profile/rate-rules.ts';
import { noPanel } from '../../../src-shared/domain/estimate/refinish/known-panel.ts';
import { cell, goTo, openEstimate, paste, priced } from './estimate-window.tsx';
import { lineOf } from './sample-sheet.ts';

const panelLine = (n: number, description: string, place: 'hood' | 'left-fender', tenths: number) =>
  lineOf(n, description, {
    work: { operation: 'repair' },
    refinish: { tenths, included: false },
    panel: { ...noPanel, kind: 'major', place },
  });
const hood = panelLine(1, 'Hood', 'hood', 30);
const fender = panelLine(2, 'LT Fender', 'left-fender', 20);
const two = { ...priced, lines: [hood, fender] };

const strip = page.getByRole('note', { name: 'Also changed' });
const stripWords = (): string | null => strip.query()?.textContent ?? null;

test('a refinish time typed by hand says what else it changed, and one press takes all of it back', async () => {
  const window = await openEstimate(two);
  await userEvent.click(cell(0, 'Paint'));
  await userEvent.keyboard('4.0{Enter}');
  await expect.poll(stripWords).toContain('Add for Clear Coat (line 1, Hood) 1.2 → 1.6');
  await userEvent.click(strip.getByRole('button', { name: 'Undo' }));
  await expect.poll(() => window.sheet().lines[0]?.refinish.tenths).toBe(30);
  await expect.element(strip).not.toBeInTheDocument();
});

test('a deleted line says what it changed of the lines that stay, and nothing of its own rows', async () => {
  await openEstimate(two);
  await userEvent.click(cell(0, 'Description'));
  await userEvent.keyboard('{Delete}');
  // The fender is the first panel now: no overlap, and the first panel's share of clear coat.
  await expect.poll(stripWords).toContain('Add for Clear Coat (line 1, LT Fender) 0.3 → 0.8');
  await expect.poll(stripWords).toContain('Overlap Major Adj. Panel (line 1, LT Fender) -0.4 → none');
  expect(stripWords()).not.toContain('Hood');
});

test('a pasted block says what it changed, and a row set by hand is no news to its hand', async () => {
  const window = await openEstimate(two);
  await userEvent.click(cell(0, 'Paint'));
  paste('5.0');
  await expect.poll(() => window.sheet().lines[0]?.refinish.tenths).toBe(50);
  await expect.poll(stripWords).toContain('Add for Clear Coat (line 1, Hood) 1.2 → 2.0');
  await userEvent.click(cell(1, 'Paint'));
  await userEvent.keyboard('1.0{Enter}');
  await expect.poll(() => window.sheet().lines[0]?.automatic?.finish).toBe(10);
  await expect.element(strip).not.toBeInTheDocument();
});

test('once the screen was left nothing is offered to be taken back: the last edit may be another', async () => {
  await openEstimate(two);
  await userEvent.click(cell(0, 'Paint'));
  await userEvent.keyboard('4.0{Enter}');
  await expect.element(strip).toBeVisible();
  await goTo('Contacts');
  await goTo('Estimate');
  await expect.element(strip).not.toBeInTheDocument();
});

test('the stages of the paint say what they changed as well', async () => {
  await openEstimate(two);
  await userEvent.click(page.getByRole('combobox', { name: 'Paint' }));
  await userEvent.keyboard('{Control>}a{/Control}Three-stage{Enter}');
  await expect.poll(stripWords).toContain('Add for Three Stage (line 1, Hood)');
});

/** Opens a figure of the totals and follows one of its links. */
async function follow(figure: string | RegExp, link: string | RegExp): Promise<void> {
  const totals = page.getByRole('table', { name: 'Totals' });
  await userEvent.click(totals.getByRole('button', { name: figure }));
  await userEvent.click(totals.getByRole('button', { name: link }));
}

const rules = Object.fromEntries(
  Object.entries(rateRuleGroups).map(([name, group]) => [name, group.parse({})]),
) as object;
const insured = {
  ...two,
  insurance: { ...two.insurance, payer: { payer: 'Insurance Company' as const }, deductible: { amountCents: 50_000 } },
};

test('a tax with tiers leads to its first tier, and back in the estimate sublet leads to its markup', async () => {
  const types = [
    { code: 'LS', name: 'State', tiers: [{ bottomCents: 0, rate: 60_000, surchargeCents: 0 }], exempt: [] },
    {
      code: 'CT',
      name: 'County',
      tiers: [
        { bottomCents: 0, rate: 10_000, surchargeCents: 0 },
        { bottomCents: 100_000, rate: 5_000, surchargeCents: 0 },
      ],
      exempt: [],
    },
  ];
  const rates = { ...two.rates, ...rules, taxes: { types } };
  const sublet = lineOf(3, 'Alignment', { work: { operation: 'sublet' }, misc: { amountCents: 9_000, taxed: true } });
  await openEstimate({ ...two, rates, lines: [...two.lines, sublet] });
  await follow('County', 'Go to the tiers');
  await expect.poll(() => document.activeElement?.id).toBe(`rates/${rates.id}/taxes/types.1.tiers.0.rate`);
  await goTo('Estimate');
  await userEvent.click(page.getByRole('button', { name: 'Miscellaneous', exact: true }));
  await follow(/^Sublet/, 'Go to the markup');
  await expect.poll(() => document.activeElement?.id).toBe(`rates/${rates.id}/sublet/markup`);
});

test('betterment and lines of the customer open the properties of their line at that field', async () => {
  const price = { type: 'oem' as const, number: '', quantity: 1, priceCents: 40_000, included: false, taxed: true };
  const betterment = {
    kind: 'rate' as const,
    rate: 500_000,
    amountCents: 0,
    part: true,
    labor: false,
    paint: false,
    materials: false,
  };
  const battery = lineOf(3, 'Battery', { part: price, betterment });
  const badge = lineOf(4, 'Badge', { part: price, share: { of: 'customer' } });
  await openEstimate({ ...insured, lines: [...two.lines, battery, badge] });
  await follow('Betterment', /line 6, Battery/);
  await expect.element(page.getByRole('dialog', { name: 'Properties of line 6, Battery' })).toBeVisible();
  await expect.poll(() => document.activeElement?.id).toBe(`line/${battery.id}/betterment/kind`);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await follow('Customer pay lines', /line 7, Badge/);
  await expect.poll(() => document.activeElement?.id).toBe(`line/${badge.id}/share/of`);
  await userEvent.keyboard('{Escape}');
  await follow('Deductible', 'Go to the field');
  await expect.poll(() => document.activeElement?.id).toBe(`insurance/${insured.insurance.id}/deductible/amountCents`);
});
