/** A manager sets the connection up on a PC: written in the cloud, tested there, and known to every PC of the shop. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { type Dealer, openDealer } from '../../support/dealer.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-dms-connection-'));
let dealer: Dealer;
let shop: Shop;
let manager: ShopPc;
let estimator: ShopPc;

beforeAll(async () => {
  dealer = await openDealer(path.join(folder, 'dealer.ndjson'), 'reference');
  shop = await openShop({ dealer });
  manager = await shop.pc('OFFICE', 'office');
  estimator = await shop.pc('FRONT');
  await untilSynced(manager);
  await untilSynced(estimator);
});
afterAll(async () => {
  await shop.close();
  await dealer.close();
  rmSync(folder, { recursive: true, force: true });
});

const known = async (pc: ShopPc) => shopConnection((await pc.ask('library.read', {})).dmsConnections);
const settings = { recall: 'reference', newVehicles: true, reservations: true, payments: false } as const;

test('it is read with what it takes, and who may not set it up is refused before the cloud is asked', async () => {
  const { connection } = await manager.ask('dms.connection', {});
  expect(connection).toMatchObject({ on: true, setup: { partner: 'simulated' }, secretsSet: [] });
  for (const name of ['dms.connection', 'dms.test-connection'] as const) {
    expect(await estimator.reply(name, {})).toMatchObject({ failure: { kind: 'forbidden', need: 'configure-dms' } });
  }
  const written = { on: true, setup: { partner: 'simulated', settings } } as const;
  expect(await estimator.reply('dms.save-connection', written)).toMatchObject({ failure: { kind: 'forbidden' } });
});

test('what is saved is what every PC of the shop knows', async () => {
  await manager.ask('dms.save-connection', { on: true, setup: { partner: 'simulated', settings } });
  for (const pc of [manager, estimator]) {
    await until(`${pc.name} knows`, async () => (await known(pc))?.takes.payments === false);
    expect((await known(pc))?.about).toMatchObject({ on: true, name: 'Simulated dealer' });
  }
});

test('one that is on needs its credentials; one that is off is kept without, and then tells what is missing', async () => {
  const own = { enterpriseCode: 'ZZ', companyNumber: 'ZZ1', serviceWriterId: '100' };
  const usual = { laborOpCode: '*', transactionCode: 'CP', serviceType: 'MR', password: 'text' } as const;
  const url = 'https://ot.dms.dealertrack.com';
  const setup = { partner: 'opentrack', settings: { url, ...own, ...usual } } as const;
  expect(await manager.reply('dms.save-connection', { on: true, setup })).toMatchObject({
    failure: { kind: 'invalid', field: 'secrets' },
  });
  await manager.ask('dms.save-connection', { on: false, setup, secrets: { username: 'shop' } });
  const { connection } = await manager.ask('dms.connection', {});
  expect(connection).toMatchObject({ on: false, secretsSet: ['username'] });
  expect(await manager.ask('dms.test-connection', {})).toEqual({
    steps: [
      { step: 'settings', ok: true, words: 'Dealertrack DMS (OpenTrack)' },
      { step: 'secrets', ok: false, words: 'password' },
    ],
  });
});

test('a test goes through to the dealer, and says so when nobody answers there', async () => {
  await manager.ask('dms.save-connection', { on: true, setup: { partner: 'simulated', settings } });
  const lastStep = async () => (await manager.ask('dms.test-connection', {})).steps.at(-1);
  expect(await lastStep()).toMatchObject({ step: 'customers', ok: true });
  await dealer.kill();
  expect(await lastStep()).toMatchObject({ step: 'reach', ok: false });
});

test('without network it is neither read nor written', async () => {
  manager.network.cut();
  await untilPhase(manager, 'offline');
  const written = { on: false, setup: { partner: 'simulated', settings } } as const;
  for (const reply of [await manager.reply('dms.connection', {}), await manager.reply('dms.save-connection', written)])
    expect(reply).toMatchObject({ failure: { kind: 'offline' } });
});
