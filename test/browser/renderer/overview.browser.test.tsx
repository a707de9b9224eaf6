// A workfile at a glance in a real browser over a scripted backend: what is missing leads to its place.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { contactOf, lineOf, sheetOf } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow } from './scripted-window.tsx';

const card = (name: string) => page.getByRole('region', { name, exact: true });

async function openOverview(sheet: ReturnType<typeof sheetOf>): Promise<void> {
  await openWindow({ role: 'manager', sheet, heads: [headOf(0, 'Turpin, Sharon')] });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('tab', { name: 'Overview' }));
  await expect.element(card('Next step')).toBeVisible();
}

test('an estimate without a payer says so, and leads to the field', async () => {
  const [line] = [lineOf(1, 'LT fender', { misc: { amountCents: 287_767, taxed: false } })];
  await openOverview(sheetOf({ lines: [line] }));
  await expect.element(card('Money').getByText('2,877.67').first()).toBeVisible();
  await userEvent.click(card('Next step').getByRole('button', { name: /payer/i }));
  await expect.element(page.getByRole('tab', { name: 'Insurance' })).toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByLabelText('Payer', { exact: true })).toHaveFocus();
});

test('each card says what is known and opens its section', async () => {
  const owner = { ...contactOf('owner', 1), name: { first: 'Sharon', last: 'Turpin', company: '' } };
  await openOverview(sheetOf({ contacts: [owner] }));
  await expect.element(card('Owner').getByText('Turpin, Sharon')).toBeVisible();
  await expect.element(card('Notes').getByText('No notes yet.')).toBeVisible();
  for (const [name, tab] of [
    ['Owner', 'Contacts'],
    ['Vehicle', 'Vehicle'],
    ['Money', 'Receipts'],
  ] as const) {
    await userEvent.click(page.getByRole('tab', { name: 'Overview' }));
    await userEvent.click(card(name).getByRole('button', { name: `Open ${name}` }));
    await expect.element(page.getByRole('tab', { name: tab, exact: true })).toHaveAttribute('aria-selected', 'true');
  }
});
