// Quick intake as somebody at the counter types it, in a real browser over a scripted backend.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Customer } from '../../../src-shared/domain/people/customer.ts';
import { withCheckDigit } from '../../../src-shared/domain/vehicle/vin.ts';
import { contactOf, sheetOf, workfileId } from './sample-sheet.ts';
import { headOf, noLibrary } from './scripted-answers.ts';
import { emptyRecord } from './scripted-library.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const vin = withCheckDigit('2HGFB2F50CH123456');
const decoding = { vin, year: 2012, make: 'Honda', model: 'Civic', trim: '', body: '', engine: '', warnings: [] };
const customer = {
  ...emptyRecord('customer'),
  id: '0190cccc-0000-7000-8000-000000000001',
  deleted: false,
  name: { first: 'Sharon', last: 'Turpin', company: '' },
  cell: { number: '(616) 555-0142' },
} as unknown as Customer;

async function openIntake(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({
    sheet: sheetOf({ contacts: [contactOf('owner', 1)] }),
    heads: [{ ...headOf(1, 'Somebody else'), vin: '' }],
    library: { ...noLibrary, customers: [customer] },
    answers: { 'workfile.take-in': workfileId, 'vehicle.decode': decoding },
    ...script,
  });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' })).toBeInTheDocument();
  window.hostNotice('command.chosen', { command: 'workfile.intake' });
  await expect.element(dialog).toBeVisible();
  return window;
}
const dialog = page.getByRole('dialog', { name: 'Quick intake' });
const save = dialog.getByRole('button', { name: 'Save and open the estimate' });
const person = dialog.getByRole('combobox', { name: 'Name or phone' });

test('a customer found by phone, a decoded VIN and a claim become a workfile with Enter, opened at its estimate', async () => {
  const window = await openIntake();
  await expect.element(person).toHaveFocus();
  await expect.element(save).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('6165550142');
  await expect.element(page.getByRole('listbox', { name: 'Customers' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(dialog.getByText('Customer of the shop · (616) 555-0142')).toBeVisible();
  await userEvent.fill(dialog.getByLabelText('VIN'), vin);
  await expect.element(dialog.getByText('Good VIN: 2012 Honda Civic.')).toBeVisible();
  await userEvent.fill(dialog.getByLabelText('Insurance company'), 'Redwing Direct');
  await userEvent.fill(dialog.getByLabelText('Claim number'), 'Q-1');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('tab', { name: 'Estimate' })).toHaveAttribute('aria-selected', 'true');
  const { warnings: _warnings, ...read } = decoding;
  expect(window.askedFor('workfile.take-in')).toEqual([
    {
      customerId: customer.id,
      name: { first: '', last: '', company: '' },
      cell: { number: '' },
      identity: { ...read, source: 'vin' },
      company: 'Redwing Direct',
      claim: 'Q-1',
      estimator: 'Robin Ellery',
    },
  ]);
});

test('somebody new is read from the line, and said before it is saved', async () => {
  const window = await openIntake();
  await userEvent.keyboard('Nadia Okafor 616');
  await userEvent.keyboard('5550199');
  await expect
    .element(dialog.getByText('New owner: first name Nadia, last name Okafor, cell phone (616) 555-0199'))
    .toBeVisible();
  await userEvent.click(save);
  await expect.element(dialog).not.toBeInTheDocument();
  expect(window.askedFor('workfile.take-in')).toMatchObject([
    { customerId: null, name: { first: 'Nadia', last: 'Okafor' }, cell: { number: '(616) 555-0199' } },
  ]);
});

test('half a phone number is not saved', async () => {
  await openIntake();
  await userEvent.keyboard('61655');
  await expect.element(dialog.getByText(/^A phone number has seven or ten digits/)).toBeVisible();
  await expect.element(save).toHaveAttribute('aria-disabled', 'true');
});

test('a VIN of another open workfile leads there, and what was typed waits', async () => {
  const list = { total: 1, capped: false, rows: [{ ...headOf(0, ''), vin }] };
  await openIntake({ answers: { 'workfile.list': list, 'vehicle.decode': decoding } });
  await userEvent.fill(dialog.getByLabelText('VIN'), vin);
  await expect.element(dialog.getByText('This VIN is in an open workfile: 48213.')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Open 48213' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('tab', { name: 'Contacts' })).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
  await expect.element(dialog.getByLabelText('VIN')).toHaveValue(vin);
});

test('Escape closes what is empty and asks before it discards', async () => {
  await openIntake();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
  await userEvent.fill(person, 'Okafor');
  await userEvent.keyboard('{Escape}');
  const question = page.getByRole('dialog', { name: 'Discard this intake?' });
  await userEvent.click(question.getByRole('button', { name: 'Go on typing' }));
  await expect.element(person).toHaveValue('Okafor');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(question.getByRole('button', { name: 'Discard' }));
  await expect.element(question).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
  await expect.element(person).toHaveValue('');
});

test('a refusal is said, and everything typed stays', async () => {
  await openIntake({ refuse: { 'workfile.take-in': { kind: 'not-found', what: 'customer' } } });
  await userEvent.fill(person, 'Okafor');
  await userEvent.click(save);
  await expect.element(page.getByText(/no longer there|not there|gone/i).first()).toBeVisible();
  await expect.element(person).toHaveValue('Okafor');
});
