// Employees and insurance companies as a person configures them, in a real browser over a scripted backend.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Employee } from '../../../src-shared/domain/people/employee.ts';
import { noLibrary } from './scripted-answers.ts';
import { emptyRecord } from './scripted-library.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const employeeOf = (n: number, name: string, groups: object = {}): Employee =>
  ({
    ...emptyRecord('employee'),
    id: `0190eeee-0000-7000-8000-${String(n).padStart(12, '0')}`,
    deleted: false,
    about: { name, roles: 'Estimator' },
    ...groups,
  }) as unknown as Employee;

const people = [
  employeeOf(1, 'Robin Ellery', { email: { address: 'robin@example.com' }, estimator: { isEstimator: true } }),
  employeeOf(2, 'Sam Ortiz', { estimator: { isEstimator: true } }),
  employeeOf(3, 'Gone Away', { standing: { isActive: false } }),
];

async function openEmployees(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ role: 'manager', library: { ...noLibrary, employees: people }, ...script });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' })).toBeInTheDocument();
  window.hostNotice('command.chosen', { command: 'library.employee' });
  await expect.element(page.getByRole('tab', { name: 'Employees' })).toBeVisible();
  return window;
}
const grid = page.getByRole('grid', { name: 'Employees' });
const panel = (name: string) => page.getByRole('region', { name, exact: true });

test('the desired employee is opened, gets an email address, and is saved and closed', async () => {
  const window = await openEmployees();
  await userEvent.dblClick(grid.getByText('Sam Ortiz'));
  const form = panel('Sam Ortiz');
  await expect.element(form.getByText('UpdatePlus needs an email address of every estimator.')).toBeVisible();
  await userEvent.fill(form.getByLabelText('Email'), 'sam@example.com');
  await userEvent.click(form.getByRole('button', { name: 'Save and close' }));
  await expect.element(form).not.toBeInTheDocument();
  await expect.element(page.getByText('Sam Ortiz is saved.')).toBeVisible();
  await expect.element(grid.getByText('sam@example.com')).toBeVisible();
  expect(window.askedFor('employee.change')).toEqual([
    { employeeId: people[1]?.id, group: 'email', value: { address: 'sam@example.com' } },
  ]);
});

test('an address that is none stays at its field, and the form stays open', async () => {
  const window = await openEmployees();
  await userEvent.dblClick(grid.getByText('Sam Ortiz'));
  const form = panel('Sam Ortiz');
  await userEvent.fill(form.getByLabelText('Email'), 'sam at home');
  await userEvent.click(form.getByRole('button', { name: 'Save and close' }));
  await expect.element(form.getByText('Not one e-mail address. Type name@place.example.')).toBeVisible();
  await expect.poll(() => document.activeElement?.id).toBe(`employee/${people[1]?.id}/email/address`);
  expect(window.askedFor('employee.change')).toEqual([]);
});

test('what the backend refuses keeps the form open, with the text and the words at its field', async () => {
  const refuse = { 'employee.change': { kind: 'forbidden', need: 'edit-employees' } } as const;
  const window = await openEmployees({ refuse });
  await userEvent.dblClick(grid.getByText('Sam Ortiz'));
  const form = panel('Sam Ortiz');
  await userEvent.fill(form.getByLabelText('Role'), 'Painter');
  await userEvent.click(form.getByRole('button', { name: 'Save and close' }));
  await expect.poll(() => window.askedFor('employee.change')).toHaveLength(1);
  await expect.element(page.getByText('Not closed: put right what Sam Ortiz has in red.')).toBeVisible();
  await expect.element(form.getByLabelText('Role')).toHaveValue('Painter');
  await expect.element(page.getByText('Sam Ortiz is saved.')).not.toBeInTheDocument();
});

test('those who have left are hidden until asked for, and a name that is there already is noticed', async () => {
  await openEmployees();
  await expect.element(page.getByText('2 employees')).toBeVisible();
  await userEvent.click(page.getByLabelText('Show inactive (1)'));
  await expect.element(grid.getByText('Gone Away')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'New employee' }));
  const dialog = page.getByRole('dialog', { name: 'New employee' });
  await userEvent.fill(dialog.getByRole('textbox', { name: /^Name/ }), 'robin  ellery');
  await expect.element(dialog.getByText('Robin Ellery is there already.')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Open Robin Ellery' }));
  await expect.element(panel('Robin Ellery').getByText('You sign in with this address')).toBeVisible();
});

test('a new employee is added by name, and the cursor stands at the next field', async () => {
  const window = await openEmployees({ library: noLibrary });
  await expect.element(page.getByText('No employees yet')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'New employee' }).last());
  await userEvent.keyboard('Kim Lund{Enter}');
  await expect.element(panel('Kim Lund')).toBeVisible();
  expect(window.askedFor('library.add')).toEqual([
    {
      kind: 'employee',
      records: [{ about: { name: 'Kim Lund', roles: 'Estimator' }, estimator: { isEstimator: true } }],
    },
  ]);
  await expect.poll(() => document.activeElement?.id).toMatch(/^employee\/.*\/about\/roles$/);
});

test('an estimator reads the employees; every field and act says why it cannot be changed', async () => {
  await openEmployees({ role: 'estimator', library: { ...noLibrary, employees: people } });
  const reason = /does not include “Edit the employees of the shop”/;
  await userEvent.dblClick(grid.getByText('Robin Ellery'));
  const name = panel('Robin Ellery').getByRole('textbox', { name: /^Name/ });
  await expect.element(name).toHaveAttribute('readonly');
  await userEvent.hover(page.getByRole('button', { name: 'New employee' }));
  await expect.element(page.getByText(reason).first()).toBeInTheDocument();
});

test('an insurance company gets claim offices and its switches', async () => {
  const window = await openWindow({ role: 'estimator', library: noLibrary });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' })).toBeInTheDocument();
  window.hostNotice('command.chosen', { command: 'library.insurer' });
  await userEvent.click(page.getByRole('button', { name: 'New insurance company' }).last());
  await userEvent.keyboard('Lakeshore Mutual{Enter}');
  const form = panel('Lakeshore Mutual');
  await userEvent.click(form.getByLabelText('UpdatePlus'));
  await userEvent.click(form.getByLabelText('Customer updates'));
  await userEvent.click(form.getByRole('button', { name: 'Add claim office' }));
  await userEvent.fill(form.getByRole('textbox', { name: /^Claim office/ }), 'Grand Rapids');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('grid').getByText('Grand Rapids')).toBeVisible();
  const changes = window.askedFor('insurer.change') as readonly { readonly group: string }[];
  expect(changes.map(({ group }) => group)).toEqual(['updatePlus', 'customerUpdates', 'offices', 'offices']);
});

test('UpdatePlus settings are checked, with insurance companies and payer types, and say what is missing', async () => {
  const insurer = {
    ...emptyRecord('insurer'),
    id: '0190ffff-0000-7000-8000-000000000001',
    deleted: false,
    about: { name: 'Lakeshore Mutual' },
    updatePlus: { isOn: true },
  };
  const profile = {
    ...emptyRecord('profile'),
    id: '0190ffff-0000-7000-8000-000000000002',
    deleted: false,
    about: { name: 'Harbor Lane', kind: 'facility', company: '', claimOffice: '' },
    phones: { phone: '(616) 555-0142', fax: '', email: '', website: '' },
  };
  const library = { ...noLibrary, insurers: [insurer], profiles: [profile] } as unknown as typeof noLibrary;
  const window = await openWindow({ role: 'manager', library });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' })).toBeInTheDocument();
  window.hostNotice('command.chosen', { command: 'library.profile' });
  await userEvent.click(page.getByRole('tab', { name: 'UpdatePlus settings' }));
  await expect.element(page.getByText('UpdatePlus is not used yet.')).toBeVisible();
  await userEvent.click(page.getByLabelText('Share repair information with customers'));
  await userEvent.click(page.getByLabelText('Lakeshore Mutual'));
  await expect.element(page.getByRole('button', { name: 'Customer updates are off' })).toBeVisible();
  await userEvent.click(page.getByLabelText('Self Pay'));
  await expect
    .poll(() => window.askedFor('profile.change').map((input) => (input as { group: string }).group))
    .toEqual(['updatePlus', 'updatePlusInsurers', 'updatePlusPayers']);
  await expect.element(page.getByText('UpdatePlus can be used: these settings are complete.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Save and close' }));
  await expect.element(page.getByText('Harbor Lane is saved.')).toBeVisible();
});

test('receipt types of the shop are added, named and made inactive; a name is there once', async () => {
  const profile = {
    ...emptyRecord('profile'),
    id: '0190ffff-0000-7000-8000-000000000002',
    deleted: false,
    about: { name: 'Harbor Lane', kind: 'facility', company: '', claimOffice: '' },
  };
  const library = { ...noLibrary, profiles: [profile] } as unknown as typeof noLibrary;
  const window = await openWindow({ role: 'manager', library });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' })).toBeInTheDocument();
  window.hostNotice('command.chosen', { command: 'library.profile' });
  await userEvent.click(page.getByRole('tab', { name: 'Receipt types' }));
  await expect.element(page.getByText('None yet: receipts offer “Deposit”.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Add deposit type' }));
  await expect.element(page.getByRole('textbox', { name: /^Name/ })).toHaveFocus();
  await userEvent.keyboard('cash{Tab}');
  await expect.element(page.getByText('Every shop has a type of that name. Type another name.')).toBeVisible();
  await userEvent.fill(page.getByRole('textbox', { name: /^Name/ }), 'Tow deposit');
  await userEvent.keyboard('{Tab}');
  await userEvent.click(page.getByLabelText('Active: Tow deposit can be chosen'));
  const changes = () => window.askedFor('profile.change') as readonly { readonly value: { readonly list: unknown } }[];
  await expect
    .poll(() => changes().at(-1)?.value.list)
    .toEqual([{ kind: 'deposit', name: 'Tow deposit', isActive: false }]);
});

test('a prefix of RO numbers is taken in capitals, and says when it counts', async () => {
  const profile = {
    ...emptyRecord('profile'),
    id: '0190ffff-0000-7000-8000-000000000002',
    deleted: false,
    about: { name: 'Harbor Lane', kind: 'facility', company: '', claimOffice: '' },
  };
  const library = { ...noLibrary, profiles: [profile] } as unknown as typeof noLibrary;
  const answers = { 'numbering.read': { pcName: 'FRONT-PC', prefix: 'NS-', blocks: [{ next: 10_231, last: 10_240 }] } };
  const window = await openWindow({ role: 'manager', library, answers });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' })).toBeInTheDocument();
  window.hostNotice('command.chosen', { command: 'library.profile' });
  await userEvent.click(page.getByRole('tab', { name: 'Numbering' }));
  const field = page.getByRole('textbox', { name: 'Prefix of RO numbers' });
  await userEvent.click(field);
  await userEvent.keyboard('ns1{Tab}');
  await expect.element(page.getByText('Capitals, digits and dashes, at most six; the last is no digit.')).toBeVisible();
  await userEvent.fill(field, 'ns-');
  await userEvent.keyboard('{Tab}');
  await expect
    .poll(() => window.askedFor('profile.change').at(-1))
    .toMatchObject({ group: 'numbering', value: { prefix: 'NS-' } });
  await expect.element(page.getByText(/^It stands before every number given from now on/)).toBeVisible();
  await expect.element(page.getByText(/^Next number NS-10231, the last of its block NS-10240/)).toBeVisible();
});
