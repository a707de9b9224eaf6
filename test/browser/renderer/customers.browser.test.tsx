// Customers of the shop as a person keeps them, in a real browser over a scripted backend.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Customer } from '../../../src-shared/domain/people/customer.ts';
import { contactOf, sheetOf } from './sample-sheet.ts';
import { headOf, noLibrary } from './scripted-answers.ts';
import { emptyRecord } from './scripted-library.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const customerOf = (n: number, groups: object): Customer =>
  ({
    ...emptyRecord('customer'),
    id: `0190cccc-0000-7000-8000-${String(n).padStart(12, '0')}`,
    deleted: false,
    ...groups,
  }) as unknown as Customer;

const customers = [
  customerOf(1, { name: { first: 'Sharon', last: 'Turpin', company: '' }, cell: { number: '(616) 555-0142' } }),
  customerOf(2, { name: { first: '', last: '', company: 'Arctic Refrigeration' } }),
  customerOf(3, { name: { first: 'Gone', last: 'Away', company: '' }, standing: { isActive: false } }),
];

async function openCustomers(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ role: 'estimator', library: { ...noLibrary, customers }, ...script });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' })).toBeInTheDocument();
  await userEvent.click(page.getByRole('list', { name: 'Places' }).getByRole('button', { name: 'Customers' }));
  await expect.element(page.getByRole('tab', { name: 'Customers' })).toBeVisible();
  return window;
}
const grid = page.getByRole('grid', { name: 'Customers' });
const panel = (name: string) => page.getByRole('region', { name, exact: true });

test('a customer is found by the digits of a phone, and has to authorize invoices from now on', async () => {
  const window = await openCustomers();
  await expect.element(page.getByText('2 customers')).toBeVisible();
  window.hostNotice('command.chosen', { command: 'screen.find' });
  await userEvent.keyboard('616-555-0142');
  await expect.element(page.getByText('1 found')).toBeVisible();
  await userEvent.dblClick(grid.getByText('Turpin, Sharon'));
  const form = panel('Turpin, Sharon');
  const required = form.getByLabelText('Require authorization before invoicing');
  await expect.element(required).not.toBeChecked();
  await userEvent.click(required);
  await userEvent.click(form.getByRole('button', { name: 'Save and close' }));
  await expect.element(grid.getByText('Required')).toBeVisible();
  expect(window.askedFor('customer.change')).toEqual([
    { customerId: customers[0]?.id, group: 'authorization', value: { isRequired: true } },
  ]);
});

test('a new customer needs the name of a person or a company, and the cursor goes on to the phone', async () => {
  const window = await openCustomers({ library: noLibrary });
  await expect.element(page.getByText('No customers yet')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'New customer' }).last());
  const dialog = page.getByRole('dialog', { name: 'New customer' });
  await expect.element(dialog.getByRole('button', { name: 'Add' })).toHaveAttribute('aria-disabled', 'true');
  await userEvent.fill(dialog.getByLabelText('Company'), 'Lakeshore Bakery');
  await userEvent.keyboard('{Enter}');
  await expect.element(panel('Lakeshore Bakery')).toBeVisible();
  await expect.poll(() => document.activeElement?.id).toMatch(/^customer\/.*\/cell\/number$/);
  expect(window.askedFor('library.add')).toEqual([
    { kind: 'customer', records: [{ name: { first: '', last: '', company: 'Lakeshore Bakery' } }] },
  ]);
});

test('a technician reads the customers; the fields say why nothing can be changed', async () => {
  await openCustomers({ role: 'technician' });
  await userEvent.dblClick(grid.getByText('Arctic Refrigeration'));
  await expect
    .element(panel('Arctic Refrigeration').getByRole('textbox', { name: 'Company' }))
    .toHaveAttribute('readonly');
});

test('Configure leads to each list, and stays marked at the left edge while one is in front', async () => {
  await openCustomers();
  const places = page.getByRole('list', { name: 'Places' });
  await userEvent.click(places.getByRole('button', { name: 'Configure' }));
  await userEvent.click(page.getByRole('button', { name: /^Employees/ }));
  await expect.element(page.getByText('No employees yet')).toBeVisible();
  await expect.element(places.getByRole('button', { name: 'Configure' })).toHaveAttribute('aria-current', 'page');
});

test('a customer who is there twice is merged into one, and the merge is undone', async () => {
  const twice = customerOf(4, { name: { first: 'S', last: 'Turpin', company: '' }, cell: { number: '616-555-0142' } });
  const window = await openCustomers({ library: { ...noLibrary, customers: [...customers, twice] } });
  await userEvent.dblClick(grid.getByText('Turpin, Sharon'));
  const form = panel('Turpin, Sharon');
  await expect.element(form.getByText('Turpin, S, 616-555-0142 has the same phone.')).toBeVisible();
  await userEvent.click(form.getByRole('button', { name: 'Merge into this one' }));
  await expect.element(form.getByText('Turpin, S, 616-555-0142 was merged into this one.')).toBeVisible();
  await expect.element(grid.getByText('Turpin, S', { exact: true })).not.toBeInTheDocument();
  await userEvent.click(form.getByRole('button', { name: 'Undo the merge' }));
  await expect.element(grid.getByText('Turpin, S', { exact: true })).toBeVisible();
  expect(window.askedFor('customer.merge')).toEqual([{ customerId: twice.id, into: customers[0]?.id }]);
});

test('two customers who have nothing in common are merged by whoever knows better, and the merge is undone', async () => {
  const gone = customers[2] ?? customerOf(3, {});
  const window = await openCustomers();
  await userEvent.dblClick(grid.getByText('Turpin, Sharon'));
  const form = panel('Turpin, Sharon');
  await userEvent.click(form.getByRole('button', { name: 'Merge with…' }));
  const dialog = page.getByRole('dialog', { name: 'Merge with Turpin, Sharon' });
  await expect.element(dialog.getByRole('option', { name: 'Turpin, Sharon' })).not.toBeInTheDocument();
  await userEvent.fill(dialog.getByRole('combobox'), 'arctic');
  await expect.element(dialog.getByText(/^Arctic Refrigeration is merged into Turpin, Sharon/)).toBeVisible();
  await userEvent.fill(dialog.getByRole('combobox'), '');
  await userEvent.click(dialog.getByRole('option', { name: 'Away, Gone' }));
  await expect.element(dialog.getByText(/^Away, Gone is merged into Turpin, Sharon/)).toBeVisible();
  expect(window.askedFor('customer.merge')).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.element(form.getByText('Away, Gone was merged into this one.')).toBeVisible();
  expect(window.askedFor('customer.merge')).toEqual([{ customerId: gone.id, into: customers[0]?.id }]);
  await userEvent.click(page.getByRole('button', { name: 'Undo', exact: true }));
  await expect.element(form.getByText('Away, Gone was merged into this one.')).not.toBeInTheDocument();
});

test('two of one name are told of each other, until their ZIP codes say that they are two', async () => {
  const namesake = customerOf(5, { name: { first: 'Sharon', last: 'Turpin', company: '' } });
  await openCustomers({ library: { ...noLibrary, customers: [...customers, namesake] } });
  await userEvent.dblClick(grid.getByText('Turpin, Sharon').first());
  const form = panel('Turpin, Sharon');
  await expect.element(form.getByText(/^Turpin, Sharon.* has the same name\.$/)).toBeVisible();
  await expect.element(form.getByText(/their ZIP codes tell them apart/)).toBeVisible();
});

test('nobody merges who may not edit customers, or while there is only one', async () => {
  await openCustomers({ role: 'technician', library: { ...noLibrary, customers: customers.slice(0, 1) } });
  await userEvent.dblClick(grid.getByText('Turpin, Sharon'));
  const merge = panel('Turpin, Sharon').getByRole('button', { name: 'Merge with…' });
  await expect.element(merge).toHaveAttribute('aria-disabled', 'true');
});

async function openContacts(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({
    sheet: sheetOf({ contacts: [contactOf('owner', 1)] }),
    heads: [headOf(0, 'Nobody yet')],
    library: { ...noLibrary, customers },
    ...script,
  });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Nobody yet')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: 'Last name', exact: true }).first()).toBeVisible();
  return window;
}
const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });

test('typing a phone offers the customer; one key fills the owner, and nothing of what was typed is an edit', async () => {
  const window = await openContacts();
  await userEvent.click(field('Cell phone'));
  await userEvent.keyboard('6165550');
  const offered = page.getByRole('listbox', { name: 'Customers' });
  await expect.element(offered.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(field('Last name')).toHaveValue('Turpin');
  await expect.element(field('Cell phone')).toHaveValue('(616) 555-0142');
  await expect.element(page.getByText('Customer of the shop: Turpin, Sharon')).toBeVisible();
  await expect.element(offered).not.toBeInTheDocument();
  expect(window.askedFor('contact.change')).toEqual([]);
  expect(window.askedFor('contact.take-customer')).toHaveLength(1);
});

test('Escape leaves what is typed alone, and F4 goes on looking with it', async () => {
  const window = await openContacts();
  await userEvent.click(field('Last name'));
  await userEvent.keyboard('turp');
  await expect.element(page.getByRole('listbox', { name: 'Customers' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(field('Last name')).toHaveValue('turp');
  await userEvent.keyboard('{F4}');
  const dialog = page.getByRole('dialog', { name: 'Find a customer' });
  await expect.element(dialog.getByRole('combobox', { name: 'Find a customer' })).toHaveValue('turp');
  await userEvent.keyboard('{Escape}');
  await expect.element(field('Last name')).toHaveValue('turp');
  await userEvent.click(field('Last name'));
  await userEvent.keyboard('{F4}');
  await expect.element(dialog.getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(field('First name')).toHaveValue('Sharon');
  await expect.element(field('Last name')).toHaveValue('Turpin');
  expect(window.askedFor('contact.change')).toHaveLength(1);
});

test('Enter in a dialog that cannot act says why, until it can', async () => {
  const window = await openContacts();
  await userEvent.click(field('Last name'));
  await userEvent.keyboard('{F4}');
  const dialog = page.getByRole('dialog', { name: 'Find a customer' });
  await userEvent.fill(dialog.getByRole('combobox', { name: 'Find a customer' }), 'nobody of that name');
  await expect.element(dialog.getByRole('alert')).not.toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('No customer is found by these words.');
  await userEvent.fill(dialog.getByRole('combobox', { name: 'Find a customer' }), 'turp');
  await expect.element(dialog.getByRole('alert')).not.toBeInTheDocument();
  expect(window.askedFor('contact.take-customer')).toEqual([]);
});

test('an owner with the phone of a customer is offered to be that one', async () => {
  await openContacts();
  await userEvent.click(field('Home phone'));
  await userEvent.keyboard('616 555 0142{Escape}{Tab}');
  await expect.element(page.getByText('Turpin, Sharon is a customer with the same phone.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Use', exact: true }));
  await expect.element(field('Last name')).toHaveValue('Turpin');
});

test('of a customer who was here before, what is ticked is copied from the last workfile', async () => {
  const [turpin] = customers;
  const last = { ...headOf(7, 'Turpin, Sharon'), label: '47001', vehicle: '2019 Ford F-150', insurer: '' };
  const owner = { ...contactOf('owner', 1), customer: { customerId: turpin?.id ?? '' } };
  const window = await openContacts({
    sheet: sheetOf({ contacts: [owner] }),
    answers: { 'customer.visits': [{ customerId: turpin?.id, head: last }], 'workfile.copy-from': null },
  });
  await userEvent.click(page.getByRole('button', { name: 'Copy from last file…' }));
  const dialog = page.getByRole('dialog', { name: 'Copy from 47001' });
  await expect.element(dialog.getByLabelText('Vehicle: 2019 Ford F-150')).toBeChecked();
  await expect.element(dialog.getByLabelText('Insurance')).not.toBeChecked();
  await userEvent.click(dialog.getByRole('button', { name: 'Copy' }));
  await expect.element(page.getByText('Copied from 47001')).toBeVisible();
  expect(window.askedFor('workfile.copy-from')).toMatchObject([{ from: last.id, what: ['vehicle'] }]);
});

test('what was typed into a customer that cannot be saved goes into the file with everything else', async () => {
  const failure = { kind: 'unavailable', what: 'disk-full' } as const;
  const window = await openCustomers({
    refuse: { 'customer.change': failure, 'draft.keep': failure },
    answers: {
      'typed.export': 'Typed on PC-1.txt',
      'disk.read': { what: 'disk-full', folder: 'C:\\Shopfile', wantedBytes: 50_000_000 },
    },
  });
  await userEvent.dblClick(grid.getByText('Turpin, Sharon'));
  await userEvent.fill(panel('Turpin, Sharon').getByLabelText('City', { exact: true }), 'Springfield');
  await userEvent.click(page.getByRole('button', { name: 'Save what I typed…' }));
  await expect.element(page.getByText('Wrote what you typed to Typed on PC-1.txt')).toBeVisible();
  const text = 'Customers and Configure\n  Customer › City (Sharon Turpin): Springfield\n';
  expect(window.askedFor('typed.export')).toEqual([{ text }]);
});

test('an insured is picked as the owner is: F4 in their fields looks for them, in the owner’s for the owner', async () => {
  const window = await openContacts({
    sheet: sheetOf({ contacts: [contactOf('owner', 1), contactOf('insured', 2)] }),
  });
  const insured = page.getByRole('group', { name: /^Insured/ });
  await userEvent.click(insured.getByRole('textbox', { name: 'Last name' }));
  await userEvent.keyboard('turp');
  await expect.element(page.getByRole('listbox', { name: 'Customers' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{F4}');
  const dialog = page.getByRole('dialog', { name: 'Find a customer' });
  await expect.element(dialog.getByRole('combobox')).toHaveValue('turp');
  await userEvent.keyboard('{Enter}');
  await expect.element(insured.getByText('Customer of the shop: Turpin, Sharon')).toBeVisible();
  await expect.element(page.getByText('Insured filled from Turpin, Sharon')).toBeVisible();
  await userEvent.click(page.getByRole('group', { name: /^Owner/ }).getByRole('textbox', { name: 'Company' }));
  await userEvent.keyboard('{F4}');
  await userEvent.fill(dialog.getByRole('combobox'), 'arctic');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Owner filled from Arctic Refrigeration')).toBeVisible();
  expect(window.askedFor('contact.take-customer')).toMatchObject([
    { contactId: contactOf('insured', 2).id },
    { contactId: contactOf('owner', 1).id },
  ]);
});

test('Contacts leads to what a promise job needs', async () => {
  await openContacts();
  await userEvent.click(page.getByRole('button', { name: 'Why no promise job?' }));
  await expect.element(page.getByRole('list', { name: 'What a promise job needs' })).toHaveFocus();
});
