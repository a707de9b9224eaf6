// Configure › DMS connection in a real browser over a scripted backend: set up, tested, and only seen by others.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useConnectionForm } from '../../../src-renderer/stores/dms/connection.ts';
import { settingsBegun } from '../../../src-shared/domain/dms/settings/check-settings.ts';
import { openTrackCapabilities } from '../../../src-shared/domain/dms/settings/opentrack.ts';
import type { ConnectionAnswer } from '../../../src-shared/sync/dms.ts';
import { connection } from './sample-connection.ts';
import { noLibrary } from './scripted-answers.ts';
import { openWindow } from './scripted-window.tsx';

const known = {
  ...connection,
  about: { on: true, partner: 'cdk', name: 'CDK Drive (Fortellis)', storeIds: 'sub-7' },
};
const own = { enterpriseCode: 'ZZ', companyNumber: 'ZZ1', serviceWriterId: '100' };
const opentrack = {
  on: true,
  setup: { partner: 'opentrack', settings: { ...settingsBegun('opentrack'), ...own } },
  capabilities: openTrackCapabilities,
  secretsSet: ['username', 'password'],
} as unknown as NonNullable<ConnectionAnswer['connection']>;

beforeEach(() => useConnectionForm.setState(useConnectionForm.getInitialState(), true));

async function openConnection(script: Parameters<typeof openWindow>[0] = {}) {
  const window = await openWindow({
    role: 'manager',
    answers: { 'dms.connection': { connection: opentrack } },
    ...script,
  });
  await userEvent.click(page.getByRole('list', { name: 'Places' }).getByRole('button', { name: 'Configure' }));
  await userEvent.click(page.getByRole('button', { name: /^DMS connection/ }));
  return window;
}
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
async function isDisabled(name: string): Promise<void> {
  await expect.element(page.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true');
}
/** What must be filled in has a star behind its name. */
const field = (label: string) => page.getByLabelText(new RegExp(`^${label}\\*?$`));
const type = async (label: string, text: string) => {
  await userEvent.fill(field(label), text);
  await userEvent.keyboard('{Tab}');
};

test('a role that does not set it up sees that there is none, and why nothing can be changed', async () => {
  await openConnection({ role: 'estimator' });
  await expect.element(page.getByText('No DMS connection', { exact: true })).toBeVisible();
  await expect.element(page.getByText(/does not include “Set up the DMS connection”/)).toBeVisible();
});

test('or who the partner is, what it takes, and what it calls receipts', async () => {
  const types = { list: [{ type: 'cash', word: 'CASH-1' }] };
  await openConnection({ role: 'estimator', library: { ...noLibrary, dmsConnections: [{ ...known, types }] } });
  await expect.element(page.getByText('CDK Drive (Fortellis)', { exact: true })).toBeVisible();
  await expect.element(page.getByText('Takes payments')).toBeVisible();
  await expect.element(page.getByText('CASH-1')).toBeVisible();
});

test('without network it is only seen, and said so', async () => {
  await openConnection({ sync: { phase: 'offline' }, library: { ...noLibrary, dmsConnections: [known] } });
  await expect.element(page.getByText(/^You are offline: the connection is set up online only/)).toBeVisible();
  await expect.element(page.getByText('sub-7')).toBeVisible();
});

test('a setting and a secret are written; secrets that are not typed stay', async () => {
  const window = await openConnection();
  await expect.element(field('Enterprise code')).toHaveValue('ZZ');
  await type('Service writer', '200');
  await type('Password', 'new-secret');
  await press('Save');
  const settings = { ...settingsBegun('opentrack'), ...own, serviceWriterId: '200' };
  await expect
    .poll(() => window.askedFor('dms.save-connection'))
    .toEqual([{ on: true, setup: { partner: 'opentrack', settings }, secrets: { password: 'new-secret' } }]);
  await isDisabled('Save');
  await expect.element(field('Password')).toHaveValue('');
});

test('another partner begins with its own settings, says what is missing, and can be given up again', async () => {
  await openConnection();
  await type('Partner', 'CDK Drive (Fortellis)');
  await expect.element(field('Subscription ID')).toHaveValue('');
  await expect.element(field('Insurance Check')).toBeVisible();
  await isDisabled('Save');
  await type('Receivables account', '12 345');
  await expect.element(page.getByText('The partner does not write it like this.')).toBeVisible();
  await press('Discard changes');
  await expect.element(field('Enterprise code')).toHaveValue('ZZ');
});

test('what the chosen partner takes is shown to whoever sets it up', async () => {
  await openConnection();
  const takes = page.getByRole('region', { name: 'What this partner takes' });
  const answer = (words: string) => takes.getByText(words, { exact: true }).element().nextElementSibling?.textContent;
  await expect.element(takes).toBeVisible();
  expect([answer('Takes payments'), answer('Takes corrections of customers')]).toEqual(['No', 'Yes']);
  await type('Partner', 'CDK Drive (Fortellis)');
  await expect.poll(() => answer('Takes payments')).toBe('Yes');
  expect([answer('Reserves RO numbers'), answer('Takes new vehicles')]).toEqual(['No', 'Yes']);
});

test('what was typed stays while one looks elsewhere', async () => {
  await openConnection();
  await type('Service writer', '300');
  await userEvent.click(page.getByRole('list', { name: 'Places' }).getByRole('button', { name: 'Configure' }));
  await userEvent.click(page.getByRole('button', { name: /^DMS connection/ }));
  await expect.element(field('Service writer')).toHaveValue('300');
});

test('a test shows each step, and needs what is saved', async () => {
  const steps = [
    { step: 'settings', ok: true, words: 'Dealertrack DMS (OpenTrack)' },
    { step: 'secrets', ok: true, words: '' },
    { step: 'reach', ok: true, words: '' },
    { step: 'customers', ok: false, words: 'No such company' },
  ];
  const answers = { 'dms.connection': { connection: opentrack }, 'dms.test-connection': { steps } };
  await openConnection({ answers });
  await press('Test connection');
  await expect.element(page.getByText('The DMS answers')).toBeVisible();
  await expect.element(page.getByText('It refused a search of customers: No such company')).toBeVisible();
  await type('Service writer', '300');
  await isDisabled('Test connection');
});

test('a blank that was pasted with a secret is not part of it, and one that cannot be right is said where it stands', async () => {
  const window = await openConnection();
  await type('Password', 'two words');
  await expect.element(page.getByText('The partner does not write it like this.')).toBeVisible();
  await isDisabled('Save');
  await type('Password', ' new-secret ');
  await press('Save');
  await expect
    .poll(() => window.askedFor('dms.save-connection'))
    .toMatchObject([{ secrets: { password: 'new-secret' } }]);
});

test('a partner that the cloud has no way to is not offered', async () => {
  await openConnection({ answers: { 'dms.connection': { connection: opentrack, partners: ['cdk', 'opentrack'] } } });
  await userEvent.click(field('Partner'));
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('option', { name: 'CDK Drive (Fortellis)' })).toBeVisible();
  expect(page.getByRole('option', { name: 'Simulated dealer' }).query()).toBeNull();
});

test('credentials that the cloud still misses are said', async () => {
  const refuse = { 'dms.save-connection': { kind: 'invalid', field: 'secrets', issue: 'bad-format' } } as const;
  await openConnection({ refuse });
  await type('Service writer', '300');
  await press('Save');
  await expect.element(page.getByText('The credentials are not complete.')).toBeVisible();
  await expect.element(field('Service writer')).toHaveValue('300');
});
