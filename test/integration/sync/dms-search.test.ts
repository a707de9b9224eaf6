/** Customers and vehicles of the dealer: found through a real cloud, chosen, or made there from a workfile. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Dealer, openDealer } from '../../support/dealer.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-dms-search-'));
const vin = '2HGFB2F50CH303481';
let dealer: Dealer;
let shop: Shop;
let pc: ShopPc;
let workfileId: WorkfileId;

beforeAll(async () => {
  dealer = await openDealer(path.join(folder, 'dealer.ndjson'), 'reference');
  shop = await openShop({ dealer });
  pc = await shop.pc('PC-1');
  workfileId = await newWorkfile();
  await untilSynced(pc);
});
afterAll(async () => {
  await shop.close();
  await dealer.close();
  rmSync(folder, { recursive: true, force: true });
});

async function newWorkfile(): Promise<WorkfileId> {
  const made = await pc.ask('workfile.create', {});
  const { contacts, vehicle } = await pc.ask('workfile.open', { workfileId: made });
  const contactId = contacts.find(({ parent }) => parent.role === 'owner')?.id ?? ('' as never);
  await pc.ask('contact.change', { contactId, group: 'name', value: { last: 'Turpin', first: 'Sharon', company: '' } });
  const identity = { ...vehicle.identity, vin, year: 2012, make: 'Honda', model: 'Civic' };
  await pc.ask('vehicle.change', { vehicleId: vehicle.id, group: 'identity', value: identity });
  return made;
}

const ids = async () => {
  const { workfile } = await pc.ask('workfile.open', { workfileId });
  return { customer: workfile.dmsCustomerId, vehicle: workfile.dmsVehicleId };
};

test('a customer who is not listed becomes a new record there, whose ID comes by itself, and is found from then on', async () => {
  const words = 'Turpin Sharon';
  expect(await pc.ask('dms.find-customers', { words })).toEqual({ kind: 'found', matches: [] });
  await pc.ask('dms.export-customer', { workfileId });
  await until('the Customer ID is here', async () => (await ids()).customer !== undefined);
  const { customer } = await ids();
  expect(customer).toMatchObject({ source: 'exported' });
  const found = await pc.ask('dms.find-customers', { words });
  expect(found).toMatchObject({
    kind: 'found',
    matches: [{ customerId: customer?.id, last: 'Turpin', first: 'Sharon' }],
  });
  expect(await pc.reply('dms.export-customer', { workfileId })).toMatchObject({ failure: { what: 'dms-known' } });
});

test('a vehicle goes there under the make and the model that were said, and is found by how its VIN ends', async () => {
  await pc.ask('dms.export-vehicle', { workfileId, make: 'HONDA', model: 'CIVIC LX' });
  await until('the Vehicle ID is here', async () => (await ids()).vehicle !== undefined);
  const found = await pc.ask('dms.find-vehicles', { vin: vin.slice(-8) });
  expect(found).toMatchObject({ kind: 'found', matches: [{ vin, make: 'HONDA', model: 'CIVIC LX' }] });
});

test('without network a search says so, and a new record waits and goes when the cloud is back', async () => {
  workfileId = await newWorkfile();
  pc.network.cut();
  await untilPhase(pc, 'offline');
  expect(await pc.reply('dms.find-customers', { words: 'Turpin' })).toMatchObject({ failure: { kind: 'offline' } });
  expect(await pc.reply('dms.export-vehicle', { workfileId, make: 'Honda', model: 'Civic' })).toMatchObject({
    failure: { what: 'dms-no-customer' },
  });
  await pc.ask('dms.export-customer', { workfileId });
  expect((await pc.ask('command.list', {}))[0]).toMatchObject({ name: 'export-customer', state: 'waiting' });
  pc.network.restore();
  await pc.ask('sync.now', {});
  await until('the Customer ID is here', async () => (await ids()).customer !== undefined);
});

test('a customer who is corrected without network is corrected there when the cloud is back', async () => {
  const { workfile, contacts } = await pc.ask('workfile.open', { workfileId });
  const contactId = contacts.find(({ parent }) => parent.role === 'owner')?.id ?? ('' as never);
  pc.network.cut();
  await untilPhase(pc, 'offline');
  const value = { last: 'Turpin-Hale', first: 'Sharon', company: '' };
  await pc.ask('contact.change', { contactId, group: 'name', value });
  await pc.ask('dms.update-customer', { workfileId });
  expect((await pc.ask('command.list', {}))[0]).toMatchObject({ name: 'update-customer', state: 'waiting' });
  pc.network.restore();
  await pc.ask('sync.now', {});
  const told = async () => (await pc.ask('workfile.open', { workfileId })).dmsEvents.map(({ what }) => what.what);
  await until('the update is told', async () => (await told()).includes('customer-updated'));
  const customerId = workfile.dmsCustomerId?.id;
  expect(await pc.ask('dms.find-customers', { words: 'Turpin-Hale' })).toMatchObject({
    kind: 'found',
    matches: [{ customerId, last: 'Turpin-Hale' }],
  });
});

test('a dealer who does not answer is said to be away', async () => {
  await dealer.kill();
  const answer = await pc.ask('dms.find-customers', { words: 'Turpin' });
  expect(answer).toEqual({ kind: 'refused', reason: 'dms-unreachable', words: '' });
});
