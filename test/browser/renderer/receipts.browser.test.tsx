// The receipts of a workfile in a real browser over a scripted backend: taken by keys alone, doubted, voided, refused.
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ReceiptVoidId } from '../../../src-shared/base/ids.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import { readReceiptForm, receiptFormText } from '../../../src-shared/domain/receipt/receipt-form.ts';
import { type ReceiptVoid, receiptVoidSpec } from '../../../src-shared/domain/receipt/receipt-void.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { lineOf, receiptOf, sheetOf, workfileId } from './sample-sheet.ts';
import { headOf, noLibrary } from './scripted-answers.ts';
import { emptyRecord } from './scripted-library.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const voidOf = (receipt: Receipt): ReceiptVoid => ({
  id: '0190eeee-0000-7000-8000-000000000001' as ReceiptVoidId,
  deleted: false,
  parent: { workfileId, receiptId: receipt.id },
  said: { reason: 'Typed twice', at: 5, by: 'Robin Ellery' },
  chain: emptyGroup(receiptVoidSpec, 'chain'),
});
const priced = [lineOf(1, 'LT fender', { misc: { amountCents: 287_767, taxed: false } })];

async function openReceipts(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({
    ...{ role: 'manager', sheet: sheetOf({ lines: priced }), heads: [headOf(0, 'Turpin, Sharon')] },
    ...script,
  });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('tab', { name: 'Receipts', exact: true }));
  await expect.element(page.getByRole('toolbar', { name: 'Receipts' })).toBeVisible();
  return window;
}

const row = (number: string) => page.getByRole('row').filter({ hasText: number });
const balance = () => page.getByRole('table', { name: 'Balance' });

describe('taking money', () => {
  const types = [
    { kind: 'deposit', name: 'Tow deposit', isActive: true },
    { kind: 'deposit', name: 'Old deposit', isActive: false },
  ];
  const profile = {
    ...emptyRecord('profile'),
    ...{ id: '0190ffff-0000-7000-8000-000000000002', deleted: false, receiptTypes: { list: types } },
    about: { name: 'Harbor Lane', kind: 'facility', company: '', claimOffice: '' },
  };

  test('offers the shop’s own types, not those it no longer uses', async () => {
    const library = { ...noLibrary, profiles: [profile] } as unknown as typeof noLibrary;
    const window = await openReceipts({ library, answers: { 'receipt.take': { taken: true, number: '48213-1A' } } });
    await userEvent.keyboard('{Insert}');
    await userEvent.keyboard('{Tab}500{Tab}{Alt>}{ArrowDown}{/Alt}');
    await expect.element(page.getByRole('option', { name: 'Tow deposit' })).toBeVisible();
    await expect.element(page.getByRole('option', { name: 'Old deposit' })).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}tow{Tab}{Enter}');
    await expect.poll(() => window.askedFor('receipt.take')).toHaveLength(1);
    expect(window.askedFor('receipt.take')[0]).toMatchObject({ money: { type: 'deposit', typeName: 'Tow deposit' } });
  });

  const place = 'receipt/new/money/form';

  test('is kept as it is typed, field by field, and forgotten when given up', async () => {
    const window = await openReceipts();
    await userEvent.keyboard('{Insert}');
    await userEvent.keyboard('{Tab}500{Tab}visa{Tab}0045');
    const kept = () => window.askedFor('draft.keep').at(-1) as { readonly text: string } | undefined;
    await expect.poll(() => kept()?.text).toContain('0045');
    expect(readReceiptForm(kept()?.text ?? '')).toMatchObject({
      ...{ money: { amountCents: 50_000, type: 'visa' }, texts: { reference: '0045' } },
    });
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
    await expect.poll(() => window.askedFor('draft.drop')).toContainEqual({ workfileId, place });
  });

  test('goes on after a crash where it was: what was left and what was still being typed', async () => {
    const { money } = receiptOf(1, { amountCents: 50_000, type: 'visa' });
    const text = receiptFormText({ receiptId: receiptOf(7).id, money, reason: '', texts: { reference: '0045' } });
    const again = await openReceipts({
      sheet: sheetOf({ lines: priced, drafts: [{ place, text, keptAt: Date.UTC(2026, 10, 21, 15, 41) }] }),
      answers: { 'receipt.take': { taken: true, number: '48213-1A' } },
    });
    const dialog = page.getByRole('dialog', { name: 'New receipt' });
    await expect.element(dialog.getByRole('textbox', { name: /^Amount/ })).toHaveValue('500.00');
    await expect.element(dialog.getByRole('textbox', { name: 'Check/auth number' })).toHaveValue('0045');
    await userEvent.click(dialog.getByRole('textbox', { name: 'Check/auth number' }));
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => again.askedFor('receipt.take')).toHaveLength(1);
    expect(again.askedFor('receipt.take')[0]).toMatchObject({ money: { amountCents: 50_000, reference: '0045' } });
    await expect.poll(() => again.askedFor('draft.drop')).toContainEqual({ workfileId, place });
  });

  test('goes by keys alone, and Enter writes it', async () => {
    const answers = { 'receipt.take': { taken: true, number: '48213-1A' } };
    const window = await openReceipts({ answers });
    await expect.element(page.getByText('Balance due 2,877.67.')).toBeVisible();
    await userEvent.keyboard('{Insert}');
    await expect.element(page.getByRole('dialog', { name: 'New receipt' })).toBeVisible();
    await expect.element(page.getByRole('combobox', { name: 'Received from' })).toHaveFocus();
    await userEvent.keyboard('{Tab}500{Tab}visa{Tab}004512{Enter}');
    await expect.poll(() => window.askedFor('receipt.take')).toHaveLength(1);
    expect(window.askedFor('receipt.take')[0]).toMatchObject({
      workfileId,
      money: { amountCents: 50_000, from: 'customer', type: 'visa', reference: '004512', date: '2026-11-21' },
      despite: false,
    });
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(page.getByText('Undo does not take it back: void or reverse it.')).toBeVisible();
  });

  test('that looks like a slip is asked about, and written only when somebody says that it is none', async () => {
    const window = await openReceipts({ answers: { 'receipt.take': { taken: false, like: ['48213-1A'] } } });
    await userEvent.keyboard('{Insert}');
    await userEvent.keyboard('{Tab}500{Enter}');
    await expect.element(page.getByText(/It looks like 48213-1A/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Record it all the same' }));
    await expect.poll(() => window.askedFor('receipt.take')).toHaveLength(2);
    const [first, second] = window.askedFor('receipt.take') as readonly { receiptId: string; despite: boolean }[];
    expect([first?.despite, second?.despite, second?.receiptId]).toEqual([false, true, first?.receiptId]);
  });

  test('with an amount that no field took is not written, and a refusal stands at its field', async () => {
    const refuse = {
      'receipt.take': { kind: 'invalid', field: 'receipt.money.reference', issue: 'card-number' },
    } as const;
    const window = await openReceipts({ refuse });
    await userEvent.keyboard('{Insert}');
    await userEvent.keyboard('{Tab}5oo{Enter}');
    await expect.element(page.getByText(/Not a number/)).toBeVisible();
    expect(window.askedFor('receipt.take')).toHaveLength(0);
    await userEvent.keyboard('{Escape}500{Tab}{Tab}4111111111111111{Enter}');
    await expect.element(page.getByText(/looks like a card number/)).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Check/auth number' })).toHaveAttribute('aria-invalid');
  });

  test('is for those who may, and says so to the others', async () => {
    await openReceipts({ role: 'technician' });
    const add = page.getByRole('toolbar', { name: 'Receipts' }).getByRole('button', { name: /New receipt/ });
    await expect.element(add).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Insert}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('receipts that are there', () => {
  const sheet = () => {
    const [one, two, three] = [
      receiptOf(1, { memo: 'Deposit for parts' }),
      receiptOf(2, { from: 'insurance', insurer: 'Redwing Direct', type: 'check', reference: '88121' }),
      receiptOf(3, { amountCents: 5_000 }),
    ];
    return sheetOf({ lines: priced, receipts: [three, one, two], receiptVoids: [voidOf(three)] });
  };

  test('stand in order with their balance; what is void counts for nothing and says why', async () => {
    await openReceipts({ sheet: sheet() });
    await expect.element(row('48213-2A').getByText('Redwing Direct')).toBeVisible();
    await expect.element(row('48213-3A').getByText('Void: Typed twice (Robin Ellery)')).toBeVisible();
    await expect.element(balance().getByRole('cell', { name: '877.67', exact: true })).toBeVisible();
    await expect.element(balance().getByRole('cell', { name: '2,000.00', exact: true })).toBeVisible();
  });

  test('are voided with a reason; money is not undone', async () => {
    const window = await openReceipts({ sheet: sheet() });
    await userEvent.click(row('48213-1A').getByText('Deposit for parts'));
    await userEvent.click(page.getByRole('button', { name: 'Void…' }));
    await expect.element(page.getByRole('dialog', { name: 'Void receipt 48213-1A' })).toBeVisible();
    await userEvent.keyboard('Wrong customer{Enter}');
    await expect.poll(() => window.askedFor('receipt.void')).toHaveLength(1);
    expect(window.askedFor('receipt.void')[0]).toMatchObject({ receiptId: receiptOf(1).id, reason: 'Wrong customer' });
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(page.getByText(/^Undo: money is not undone/)).toBeVisible();
    expect(window.askedFor('workfile.undo')).toHaveLength(0);
  });

  test('that may be in the DMS are reversed, no longer voided, and the button says so', async () => {
    const dms = { state: 'posted', postedOn: '', reference: '612001', reason: '' } as const;
    await openReceipts({ sheet: sheetOf({ lines: priced, receipts: [{ ...receiptOf(1, {}), dms }] }) });
    await userEvent.click(row('48213-1A'));
    const button = page.getByRole('toolbar', { name: 'Receipts' }).getByRole('button', { name: /^Void…/ });
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    await expect.element(button).toHaveAccessibleDescription(/in the DMS, or on its way there: reverse it/);
    await expect.element(page.getByRole('button', { name: 'Reverse…' })).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('are not Ready for a dealer management system that the shop does not have', async () => {
    await openReceipts({ sheet: sheet() });
    await expect.element(page.getByRole('gridcell', { name: 'Not connected' }).first()).toBeVisible();
    await expect.element(page.getByRole('gridcell', { name: 'Ready' })).not.toBeInTheDocument();
  });

  test('that were altered are named, and what to do', async () => {
    const faults = [{ kind: 'altered', receiptId: receiptOf(2).id }];
    await openReceipts({ sheet: sheet(), answers: { 'receipt.check': faults } });
    await expect.element(page.getByText(/48213-2A: not what was written/)).toBeVisible();
  });
});
