import { expect, test } from 'vitest';
import { recallOf } from '../../../../src-shared/domain/dms/partner.ts';
import {
  type CdkSecrets,
  type CdkSettings,
  cdkCapabilities,
  cdkSettings,
} from '../../../../src-shared/domain/dms/settings/cdk.ts';
import {
  type DmsConnection,
  type DmsSettings,
  dmsCapabilities,
  dmsConnection,
  dmsPartnerNames,
  dmsPartners,
  dmsSettings,
} from '../../../../src-shared/domain/dms/settings/connection.ts';
import {
  type OpenTrackSecrets,
  type OpenTrackSettings,
  openTrackSettings,
} from '../../../../src-shared/domain/dms/settings/opentrack.ts';
import { partnerTypeOf } from '../../../../src-shared/domain/dms/settings/setting.ts';
import { cdkSetup as cdk, openTrackSetup as openTrack } from '../../../support/dms/shop-setups.ts';

test('what a shop need not say has the value that the partner documents', () => {
  const usual: Partial<CdkSettings> = { url: 'https://api.fortellis.io', posting: 'save', receiptAccounts: {} };
  expect(cdkSettings.parse(cdk)).toMatchObject(usual);
  const usualThere: Partial<OpenTrackSettings> = { url: 'https://ot.dms.dealertrack.com', password: 'text' };
  expect(openTrackSettings.parse(openTrack)).toMatchObject(usualThere);
});

test.each([
  'http://api.fortellis.io',
  'https://fortellis.io.example.com',
  'https://notfortellis.io',
  'https://api.fortellis.io@example.com',
  'https://user:word@api.fortellis.io',
  'https://api.fortellis.io:8443',
  'https://api.fortellis.io/',
  'https://api.fortellis.io?to=elsewhere',
  'https://127.0.0.1',
  'api.fortellis.io',
])('secrets are sent to no host but the partner’s own: %s', (url) => {
  expect(cdkSettings.safeParse({ ...cdk, url }).success).toBe(false);
});

test('a test environment of the partner is one of its hosts', () => {
  expect(cdkSettings.safeParse({ ...cdk, url: 'https://api.fortellis.io/cdk-test' }).success).toBe(true);
  const staging = { ...openTrack, url: 'https://otstaging.arkona.com/opentrack' };
  expect(openTrackSettings.safeParse(staging).success).toBe(true);
});

test('a code is one word of the length that the partner takes', () => {
  for (const wrong of [{ company: '1234' }, { company: '' }, { journal: '7 5' }, { receivableAccount: '12345678' }])
    expect(cdkSettings.safeParse({ ...cdk, ...wrong }).success).toBe(false);
  expect(cdkSettings.safeParse({ ...cdk, userName: 'Shop file*SHF' }).success).toBe(true);
});

test('a field that nobody knows is refused, and so is a secret among the settings', () => {
  expect(cdkSettings.safeParse({ ...cdk, clientSecret: 'word' }).success).toBe(false);
  expect(dmsSettings.safeParse({ partner: 'cdk', settings: cdk, secrets: {} }).success).toBe(false);
});

test('a connection needs the secrets of its own partner', () => {
  const ours: CdkSecrets = { clientId: 'key', clientSecret: 'word' };
  const theirs: OpenTrackSecrets = { username: 'SHOPFILE', password: 'word' };
  const whole: DmsConnection = dmsConnection.parse({ partner: 'cdk', settings: cdk, secrets: ours });
  const shown: DmsSettings = dmsSettings.parse({ partner: 'cdk', settings: cdk });
  expect(whole).toEqual({ ...shown, secrets: ours });
  for (const secrets of [theirs, {}, { ...ours, clientSecret: '' }])
    expect(dmsConnection.safeParse({ partner: 'cdk', settings: cdk, secrets }).success).toBe(false);
  expect(dmsSettings.safeParse({ partner: 'cdk', settings: openTrack }).success).toBe(false);
});

test('a type of receipt is exported only where the shop gave it an account', () => {
  const { receiptAccounts } = cdkSettings.parse({ ...cdk, receiptAccounts: { cash: '1020', visa: '1030' } });
  expect(partnerTypeOf(receiptAccounts, 'cash')).toBe('1020');
  expect(partnerTypeOf(receiptAccounts, 'write-off')).toBeNull();
  expect(cdkSettings.safeParse({ ...cdk, receiptAccounts: { barter: '1' } }).success).toBe(false);
});

test('how an export is found again depends on its kind', () => {
  expect(recallOf(cdkCapabilities, 'payment')).toBe('none');
  expect(recallOf(cdkCapabilities, 'repair-order')).toBe('late-reference');
});

test('each partner has a name and says what it takes', () => {
  for (const partner of dmsPartners) {
    expect(dmsPartnerNames[partner]).not.toBe('');
    expect(dmsCapabilities[partner].customers.search).toBe(true);
  }
});
