// Contacts and insurance of a workfile in a real browser over a scripted backend: what is shown, hidden and kept.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { VersionId } from '../../../src-shared/base/ids.ts';
import { contactOf, sheetOf } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

const owner = { ...contactOf('owner', 1), name: { first: 'Sharon', last: 'Turpin', company: '' } };
const insured = { ...contactOf('insured', 2), name: { first: 'Luis', last: 'Ortiz', company: '' } };
const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
const section = (name: string) => page.getByRole('tab', { name, exact: true });
const group = (name: RegExp) => page.getByRole('group', { name });

async function openWorkfile(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const sheet = sheetOf({ contacts: [owner, insured] });
  const window = await openWindow({ sheet, heads: [headOf(0, 'Turpin, Sharon')], ...script });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: '48213' })).toBeVisible();
  return window;
}

const choosePayer = async (payer: string): Promise<void> => {
  await userEvent.click(page.getByRole('combobox', { name: 'Payer' }));
  await userEvent.keyboard(`{Control>}a{/Control}${payer}{Enter}`);
};

test('an insured who is the owner shows no fields of their own, and has them again afterwards', async () => {
  const window = await openWorkfile();
  await expect.element(group(/^Insured/).getByRole('textbox', { name: 'Last name' })).toHaveValue('Ortiz');
  await userEvent.click(page.getByRole('checkbox', { name: 'Same as owner' }));
  await expect.element(page.getByText(/The owner’s name, numbers and address count/)).toBeVisible();
  await expect.element(group(/^Insured/).getByRole('textbox', { name: 'Last name' })).not.toBeInTheDocument();
  expect(window.sheet().contacts[1]?.name.last).toBe('Ortiz');
  await userEvent.click(page.getByRole('checkbox', { name: 'Same as owner' }));
  await expect.element(group(/^Insured/).getByRole('textbox', { name: 'Last name' })).toHaveValue('Ortiz');
});

test('what a payer has no use for is hidden, and stands there again for one who has', async () => {
  const window = await openWorkfile();
  await userEvent.click(section('Insurance'));
  await userEvent.click(field('Adjuster’s last name'));
  await userEvent.keyboard('Reyes{Tab}6165550192{Tab}');
  await expect.element(field('Adjuster’s phone')).toHaveValue('(616) 555-0192');
  await choosePayer('Self Pay');
  await expect.element(field('Adjuster’s last name')).not.toBeInTheDocument();
  await expect.element(field('Claim number')).not.toBeInTheDocument();
  await expect.element(page.getByRole('combobox', { name: 'Type of loss' })).toBeVisible();
  expect(window.sheet().insurance.adjuster?.last).toBe('Reyes');
  await choosePayer('Fleet');
  await expect.element(field('Fleet company')).toBeVisible();
  await expect.element(field('Adjuster’s last name')).toHaveValue('Reyes');
});

test('a coverage is stored by its code and shown by its name; other words of a loss are taken', async () => {
  const window = await openWorkfile();
  await userEvent.click(section('Insurance'));
  await userEvent.click(page.getByRole('combobox', { name: 'Coverage' }));
  await userEvent.keyboard('{Control>}a{/Control}compre{Enter}');
  await expect.element(page.getByRole('combobox', { name: 'Coverage' })).toHaveValue('Comprehensive');
  await userEvent.click(page.getByRole('combobox', { name: 'Type of loss' }));
  await userEvent.keyboard('Hit a moose{Tab}');
  await expect.poll(() => window.sheet().insurance.loss).toEqual({ type: 'Hit a moose' });
  expect(window.sheet().insurance.coverage).toEqual({ code: 'M' });
});

test('points of impact are a check list; the first is the primary one, and another can be made it', async () => {
  const window = await openWorkfile();
  await userEvent.click(section('Vehicle'));
  const point = (name: RegExp) => page.getByRole('checkbox', { name });
  await userEvent.click(point(/^Right rear corner/));
  await userEvent.click(point(/^Rear/));
  await expect.poll(() => window.sheet().vehicle.impact).toEqual({ primary: '05', secondary: ['06'] });
  await expect.element(page.getByRole('combobox', { name: 'Primary impact' })).toHaveValue('Right rear corner');
  await userEvent.click(page.getByRole('combobox', { name: 'Primary impact' }));
  await userEvent.keyboard('{Control>}a{/Control}Rear{Enter}');
  await expect.poll(() => window.sheet().vehicle.impact).toEqual({ primary: '06', secondary: ['05'] });
});

test('options are added by typing, pasted as a list, and removed', async () => {
  const window = await openWorkfile();
  await userEvent.click(section('Vehicle'));
  await userEvent.click(page.getByRole('combobox', { name: 'Add an option' }));
  await userEvent.keyboard('Sunroof; Tow package{Tab}');
  await expect.poll(() => window.sheet().vehicle.options).toEqual({ list: ['Sunroof', 'Tow package'] });
  await userEvent.click(page.getByRole('button', { name: 'Remove Sunroof' }));
  await expect.poll(() => window.sheet().vehicle.options).toEqual({ list: ['Tow package'] });
});

test('a locked vehicle says why it stays, and its plate can still be typed', async () => {
  const base = sheetOf({ contacts: [owner] });
  const identity = { ...base.vehicle.identity, vin: '1HGCM82633A004352' };
  const locked = { ...base.estimate, lock: { at: 5, by: 'Robin Ellery' } };
  await openWorkfile({ sheet: { ...base, estimate: locked, vehicle: { ...base.vehicle, identity } } });
  await userEvent.click(section('Vehicle'));
  await expect.element(field('VIN')).toHaveAttribute('readonly');
  await expect
    .element(page.getByRole('combobox', { name: 'Model' }))
    .toHaveAccessibleDescription(/locked with this vehicle/);
  await expect.element(field('Plate')).not.toHaveAttribute('readonly');
});

test('a deductible and payer that change after the lock say what was locked, and what to do', async () => {
  const base = sheetOf({ contacts: [owner] });
  const insurance = {
    ...base.insurance,
    payer: { payer: 'Insurance Company' as const },
    company: { name: 'Lakeshore Mutual', claimOffice: '' },
    deductible: { amountCents: 50_000 },
  };
  const of = { label: 'E01', lockedAt: shopTime(18, 0), by: 'Robin Ellery', estimator: '' };
  const version = {
    ...{ id: '0190eeee-0000-7000-8000-000000000001' as VersionId, deleted: false },
    ...{ parent: { workfileId: base.workfile.id, estimateId: base.estimate.id } },
    of: { ...of, grandTotalCents: 0, netCents: 0 },
  };
  const locked = { ...base.estimate, lock: { at: 5, by: 'Robin Ellery' } };
  const answers = { 'version.read': { facts: { insurance } } };
  await openWorkfile({ sheet: { ...base, insurance, estimate: locked, versions: [version] }, answers });
  await userEvent.click(section('Insurance'));
  await userEvent.click(field('Deductible'));
  await expect.element(page.getByText(/E01 was locked on/)).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}a{/Control}250{Tab}');
  await expect.element(field('Deductible')).toHaveAccessibleDescription('E01 was locked with $500.00.');
  await expect
    .element(page.getByText('E01 was locked on 11/18/2026 by Robin Ellery with another deductible.'))
    .toBeVisible();
  await expect.element(page.getByText(/Begin a supplement/)).toBeVisible();
  await choosePayer('Self Pay');
  await expect
    .element(page.getByRole('combobox', { name: 'Payer' }))
    .toHaveAccessibleDescription('E01 was locked with Insurance Company.');
});

test('F4 in Model lists the models that the make is known to have built, and another one is taken, too', async () => {
  const window = await openWorkfile({ answers: { 'vehicle.models': ['Edge', 'F-150', 'Mustang'] } });
  await userEvent.click(section('Vehicle'));
  const model = page.getByRole('combobox', { name: 'Model' });
  await userEvent.click(page.getByRole('combobox', { name: 'Make' }));
  await userEvent.keyboard('{Control>}a{/Control}Ford{Enter}');
  await expect.poll(() => window.askedFor('vehicle.models')).toContainEqual({ make: 'Ford' });
  await userEvent.click(model);
  await userEvent.keyboard('{Control>}a{/Control}{Delete}{F4}');
  await expect.element(page.getByRole('option', { name: 'Mustang' })).toBeVisible();
  await userEvent.keyboard('f-1{ArrowDown}{Enter}');
  await expect.poll(() => window.sheet().vehicle.identity.model).toBe('F-150');
  await userEvent.click(model);
  await userEvent.keyboard('{Control>}a{/Control}Model T{Enter}');
  await expect.poll(() => window.sheet().vehicle.identity.model).toBe('Model T');
});
