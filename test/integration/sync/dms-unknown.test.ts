/** A new customer of whom nobody knows whether the dealer has them: a person looks, and the workfile gets the ID. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isOutcomeUnknown } from '../../../src-shared/domain/dms/unknown-outcome.ts';
import { type Dealer, openDealer } from '../../support/dealer.ts';
import { until, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-dms-unknown-'));
const exportTiming = { leaseMs: 4_000, timeoutMs: 2_000, slackMs: 100, lagMs: 300 };
const settings = { recall: 'none', newVehicles: true, reservations: true, payments: true } as const;
let dealer: Dealer;
let shop: Shop;
let pc: ShopPc;
let workfileId: WorkfileId;

beforeAll(async () => {
  dealer = await openDealer(path.join(folder, 'dealer.ndjson'), 'none');
  shop = await openShop({ dealer, exportTiming });
  pc = await shop.pc('OFFICE', 'office');
  await pc.ask('dms.save-connection', { on: true, setup: { partner: 'simulated', settings } });
  workfileId = await pc.ask('workfile.create', {});
  const { contacts } = await pc.ask('workfile.open', { workfileId });
  const contactId = contacts.find(({ parent }) => parent.role === 'owner')?.id ?? ('' as never);
  await pc.ask('contact.change', { contactId, group: 'name', value: { last: 'Turpin', first: '', company: '' } });
  await untilSynced(pc);
});
afterAll(async () => {
  await shop.close();
  await dealer.close();
  rmSync(folder, { recursive: true, force: true });
});

const sheet = () => pc.ask('workfile.open', { workfileId });

test('what somebody found is the Customer ID, told once, and the dealer has the customer once', async () => {
  await dealer.lay({ kind: 'lost-answer' });
  await pc.ask('dms.export-customer', { workfileId });
  await until('nobody knows', async () => isOutcomeUnknown((await sheet()).dmsEvents, 'dmsCustomerId'));
  const [booked, ...others] = await dealer.journal();
  expect(others).toEqual([]);
  const subject = { kind: 'customer', id: workfileId } as const;
  const found = { subject, found: booked?.reference ?? '', reason: 'Seen in the list of customers' };
  expect(await pc.reply('dms.resolve-export', { ...found, subject: { ...subject, kind: 'vehicle' } })).toMatchObject({
    failure: { kind: 'conflict', what: 'export-settled' },
  });
  await pc.ask('dms.resolve-export', found);
  await until('the Customer ID is here', async () => (await sheet()).workfile.dmsCustomerId !== undefined);
  const { workfile, dmsEvents } = await sheet();
  expect(workfile.dmsCustomerId).toMatchObject({ id: booked?.reference, source: 'exported' });
  expect(dmsEvents.filter(({ what }) => what.what === 'checked')).toHaveLength(1);
  expect(isOutcomeUnknown(dmsEvents, 'dmsCustomerId')).toBe(false);
  expect(await pc.reply('dms.resolve-export', found)).toMatchObject({ failure: { what: 'export-settled' } });
});
