import { expect, test } from 'vitest';
import { openPartner } from '../../../../src-cloud/dms/open-partner.ts';
import { dmsCapabilities, dmsConnection } from '../../../../src-shared/domain/dms/settings/connection.ts';
import { testPorts } from '../../../support/dms/partner-requests.ts';
import { cdkSetup, openTrackSetup } from '../../../support/dms/shop-setups.ts';

const openTrack = dmsConnection.parse({
  partner: 'opentrack',
  settings: openTrackSetup,
  secrets: { username: 'SHOPFILE', password: 'word' },
});
const cdk = dmsConnection.parse({
  partner: 'cdk',
  settings: cdkSetup,
  secrets: { clientId: 'key', clientSecret: 'word' },
});
const simulated = dmsConnection.parse({ partner: 'simulated', settings: { payments: false }, secrets: {} });

test('a connection opens the adapter of its partner', () => {
  expect(openPartner(openTrack, testPorts(), null)?.capabilities).toBe(dmsCapabilities.opentrack);
  expect(openPartner(cdk, testPorts(), null)?.capabilities).toBe(dmsCapabilities.cdk);
});

test('a simulated dealer is where the cloud says, takes what the shop set, and is nowhere in another cloud', () => {
  expect(openPartner(simulated, testPorts(), 'http://127.0.0.1:4700')?.capabilities.payments).toBe(false);
  expect(openPartner(simulated, testPorts(), null)).toBeNull();
});
