import { expect, test } from 'vitest';
import { stepWords, whyNotSave } from '../../../../src-renderer/words/dms/connection-words.ts';
import { settingGroups } from '../../../../src-renderer/words/dms/setting-words.ts';
import {
  checkSettings,
  settingsBegun,
  wrongSecrets,
} from '../../../../src-shared/domain/dms/settings/check-settings.ts';
import { dmsPartners } from '../../../../src-shared/domain/dms/settings/connection.ts';

test('settings begin empty, or as they usually are', () => {
  expect(settingsBegun('opentrack')).toMatchObject({ enterpriseCode: '', laborOpCode: '*', password: 'text' });
  expect(settingsBegun('cdk')).toMatchObject({ subscriptionId: '', posting: 'save', receiptAccounts: {} });
  expect(checkSettings('simulated', settingsBegun('simulated'))).toHaveProperty('setup');
});

test('what is empty or not as the partner writes it is named, a receipt type with its list', () => {
  const { enterpriseCode: _, ...usual } = settingsBegun('opentrack');
  const typed = { ...usual, enterpriseCode: 'A B', companyNumber: '1', serviceWriterId: '' };
  expect(checkSettings('opentrack', typed)).toEqual({ wrong: ['enterpriseCode', 'serviceWriterId'] });
  const accounts = { ...settingsBegun('cdk'), receiptAccounts: { cash: '12345678' } };
  const { wrong } = checkSettings('cdk', accounts) as { wrong: readonly string[] };
  expect(wrong).toContain('receiptAccounts.cash');
});

test('an address that is not one of the partner’s hosts is not taken', () => {
  const own = { enterpriseCode: 'ZZ', companyNumber: '1', serviceWriterId: '2' };
  const typed = { ...settingsBegun('opentrack'), ...own, url: 'https://example.com' };
  expect(checkSettings('opentrack', typed)).toEqual({ wrong: ['url'] });
});

test('credentials that were typed are as their partner writes them, or are named; what was not typed is not', () => {
  expect(wrongSecrets('cdk', { clientId: 'a b', clientSecret: 's3cret!' })).toEqual(['clientId']);
  expect(wrongSecrets('opentrack', { username: 'ü'.repeat(3), password: '' })).toEqual(['username']);
  expect(wrongSecrets('opentrack', { username: 'x'.repeat(81) })).toEqual(['username']);
  expect(wrongSecrets('simulated', {})).toEqual([]);
});

test('every setting of every partner has a field, and only those', () => {
  for (const partner of dmsPartners) {
    const named = settingGroups[partner].flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(named.toSorted()).toEqual(Object.keys(settingsBegun(partner)).toSorted());
  }
});

test('why something cannot be saved names the first field, then the credentials', () => {
  const typed = { partner: 'cdk', settings: settingsBegun('cdk') } as const;
  const none = { wrong: [], missing: [] };
  expect(whyNotSave(typed, ['subscriptionId', 'company'], none)).toBe('Subscription ID is still empty.');
  const account = 'The account of Cash is not as the partner writes it.';
  expect(whyNotSave(typed, ['receiptAccounts.cash'], none)).toBe(account);
  const missing = ['clientSecret'];
  expect(whyNotSave(typed, [], { wrong: [], missing })).toMatch(/^Credentials are missing: Client secret/);
  const wrong = ['clientId'];
  expect(whyNotSave(typed, [], { wrong, missing })).toBe('Client ID is not as the partner writes it.');
  expect(whyNotSave(typed, [], none)).toBeUndefined();
});

test('a step of a test says what it found', () => {
  expect(stepWords({ step: 'secrets', ok: false, words: 'clientId, clientSecret' })).toBe(
    'Credentials are missing or not right: Client ID, Client secret',
  );
  expect(stepWords({ step: 'customers', ok: false, words: 'No such company' })).toMatch(/No such company$/);
});
