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
import { journalBook } from '../../../../src-shared/sync/journal.ts';

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

test('what a newer cloud says of journal files is read as far as it can be, and nothing of it is taken for none', () => {
  const settings = { firstDay: '2026-05-01', company: '', journal: '', receivableAccount: '1210', receiptAccounts: {} };
  const file = { n: 1, through: '2026-05-31', first: '2026-05-01', last: '2026-05-29', entries: 1, totalCents: 100 };
  const made = { ...file, at: 1, by: 'Dana Whitfield' };
  const due = { through: '2026-05-31', entries: 0, totalCents: 0, more: 0, left: [], waiting: 0 };
  const book = { settings, today: '2026-05-31', partner: '', isRestored: false, files: [made], lost: [], due };
  expectTaken(journalBook, book, { ...book, settings: null }, { ...book, settings: 'unreadable' });
  const newer = { ...book, more: 1, files: [{ ...made, format: 'xml' }], due: { ...due, byDay: [] } };
  expect(journalBook.parse(newer)).toEqual(book);
  for (const more of [{ department: '7' }, { receiptAccounts: { barter: '1090' } }])
    expect(journalBook.parse({ ...book, settings: { ...settings, ...more } }).settings).toBe('unreadable-here');
  expect(journalBook.parse({ ...book, files: [{ ...made, n: 2, entries: 'many' }, made] }).files).toEqual([
    { n: 2 },
    made,
  ]);
});
