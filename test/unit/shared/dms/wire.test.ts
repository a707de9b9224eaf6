import { expect, test } from 'vitest';
import { capabilitiesOf, dmsCapabilities, dmsSettings } from '../../../../src-shared/domain/dms/settings/connection.ts';
import {
  connectionAnswer,
  connectionInput,
  connectionTest,
  customerMatches,
  customerSearch,
  dmsRefusalAnswer,
  reserveAnswer,
  reserveRequest,
  vehicleMatches,
  vehicleSearch,
} from '../../../../src-shared/sync/dms.ts';

const workfileId = '01933c00-0000-7000-8000-000000000001';
const openTrack = {
  ...{ url: 'https://ot.dms.dealertrack.com', enterpriseCode: 'ZZ', companyNumber: 'ZZ1', password: 'text' },
  ...{ serviceWriterId: '100', laborOpCode: '*', transactionCode: 'CP', serviceType: 'MR' },
};
const setup = { partner: 'opentrack', settings: openTrack };

type Schema = { safeParse(raw: unknown): { readonly success: boolean; readonly data?: unknown } };
function expectTaken(schema: Schema, ...values: readonly unknown[]): void {
  for (const value of values) expect(schema.safeParse(value)).toEqual({ success: true, data: value });
}

test('searches go by words, by a workfile, or by both', () => {
  expectTaken(customerSearch, {}, { workfileId }, { text: { last: 'Moor', phone: '312' } });
  expectTaken(vehicleSearch, { workfileId }, { vin: '123456' });
  const [customer] = [{ customerId: '7', last: 'Moor', first: 'Ann', company: '', phone: '', address: '' }];
  expectTaken(customerMatches, { matches: [] }, { matches: [customer] });
  const vehicle = { vehicleId: '9', vin: '', year: null, make: 'Honda', model: '', plate: '' };
  expectTaken(vehicleMatches, { matches: [vehicle] });
  expect(customerSearch.safeParse({ workfileId: 'x' }).success).toBe(false);
});

test('a number is there, or comes later', () => {
  expectTaken(reserveRequest, { workfileId });
  expectTaken(reserveAnswer, { number: '1000001' }, { state: 'later' });
  expect(reserveAnswer.safeParse({ number: '' }).success).toBe(false);
});

test('a connection is written with secrets and read with their names alone', () => {
  expectTaken(connectionInput, { on: true, setup }, { on: true, setup, secrets: { username: 'u', password: 'p' } });
  const shown = { on: true, setup, capabilities: dmsCapabilities.opentrack, secretsSet: ['username'] };
  expectTaken(connectionAnswer, { connection: null }, { connection: shown });
  expect(connectionInput.safeParse({ on: true, setup: { ...setup, partner: 'cdk' } }).success).toBe(false);
  expect(connectionInput.safeParse({ on: true, setup, password: 'p' }).success).toBe(false);
});

test('a test of the connection says how far it came, and a refusal why', () => {
  expectTaken(connectionTest, { steps: [{ step: 'reach', ok: false, words: 'No answer' }] });
  expectTaken(dmsRefusalAnswer, { reason: 'dms-refused', words: 'Closed for the night' });
});

test('what a shop wants of the simulated dealer is what it takes', () => {
  const simulated = dmsSettings.parse({ partner: 'simulated', settings: { payments: false, recall: 'none' } });
  expect(capabilitiesOf(simulated)).toMatchObject({ payments: false, recall: 'none', vehicles: { create: true } });
  expect(capabilitiesOf(dmsSettings.parse(setup))).toBe(dmsCapabilities.opentrack);
});
