/** The connection to a dealer's system: who writes it, what anybody can read of it, and what a test of it says. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSeal, keyFrom } from '../../../src-cloud/db/seal.ts';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import { shopConnectionId } from '../../../src-shared/domain/dms/shop-connection.ts';
import { secret as cloudSecret, startTestCloud } from '../../support/cloud.ts';
import { call, openPc, type Pc } from '../../support/cloud-pc.ts';
import { type DealerShop, openDealerShop, put } from '../../support/dealer-shop.ts';

let shop: DealerShop;
let estimator: Pc;
beforeAll(async () => {
  shop = await openDealerShop();
  estimator = await openPc(shop.cloud.url, await shop.shop.hire('estimator'));
});
afterAll(() => shop.close());

const secret = 'a-password-nobody-reads';
const openTrack = {
  partner: 'opentrack',
  settings: { enterpriseCode: 'ZZ', companyNumber: 'ZZ1', serviceWriterId: '100' },
};
const show = (pc: Pc) => call(`${pc.url}/dms/connection`, 'GET', { token: pc.token });
const tested = async (pc: Pc) => (await pc.post('/dms/connection/test', '')).json();

test('only who leads the shop sees or writes it', async () => {
  expect((await show(estimator)).status).toBe(403);
  expect((await put(estimator, '/dms/connection', { on: false, setup: openTrack })).status).toBe(403);
  expect((await estimator.post('/dms/connection/test', '')).status).toBe(403);
  expect((await show(shop.pc)).json()).toMatchObject({ connection: { on: true, setup: { partner: 'simulated' } } });
});

test('every PC knows what the partner takes', async () => {
  expect(await shop.value(shopConnectionId, 'about')).toMatchObject({ on: true, partner: 'simulated' });
  await shop.connect(true, { payments: false });
  expect(await shop.value(shopConnectionId, 'takes')).toMatchObject({ payments: false, customerSearch: true });
  await shop.connect();
  expect(await shop.value(shopConnectionId, 'takes')).toMatchObject({ payments: true });
});

test('a test of it says how far it came', async () => {
  expect(await tested(shop.pc)).toMatchObject({
    steps: [{ step: 'settings', ok: true }, { step: 'secrets' }, { step: 'reach' }, { step: 'customers', ok: true }],
  });
});

test('secrets go in and never come out; one that is on needs them all', async () => {
  expect((await put(shop.pc, '/dms/connection', { on: true, setup: openTrack })).status).toBe(400);
  const written = { on: false, setup: openTrack, secrets: { username: 'shop', password: secret } };
  expect((await put(shop.pc, '/dms/connection', written)).status).toBe(204);
  const shown = await show(shop.pc);
  expect(shown.json()).toMatchObject({ connection: { secretsSet: ['username', 'password'] } });
  expect((await put(shop.pc, '/dms/connection', { on: true, setup: openTrack })).status).toBe(204);
  const rows = await inShop(shop.cloud.database, shop.shop.id, (sql) => sql.query('select * from dms_connection'));
  const pulled = JSON.stringify((await shop.pc.pull()).changes);
  for (const text of [shown.text, JSON.stringify(rows), pulled, JSON.stringify(shop.cloud.logged)])
    expect(text).not.toContain(secret);
  const unknown = { on: false, setup: openTrack, secrets: { pin: '1' } };
  expect((await put(shop.pc, '/dms/connection', unknown)).status).toBe(400);
  await shop.connect();
});

test('a secret that is not as its partner writes it is not taken, also switched off', async () => {
  for (const on of [true, false]) {
    const pasted = { on, setup: openTrack, secrets: { username: 'shop', password: `a ${secret}` } };
    const refused = await put(shop.pc, '/dms/connection', pasted);
    expect([refused.status, refused.json()]).toMatchObject([400, { error: { field: 'secrets.password' } }]);
  }
  expect((await show(shop.pc)).json()).toMatchObject({ connection: { setup: { partner: 'simulated' } } });
  const blank = { on: false, setup: openTrack, secrets: { username: 'shop', password: ` ${secret}\n` } };
  expect((await put(shop.pc, '/dms/connection', blank)).status).toBe(204);
  expect((await show(shop.pc)).json()).toMatchObject({ connection: { secretsSet: ['username', 'password'] } });
  await shop.connect();
});

test('one that was kept like that counts as missing, and a test says so before anybody is asked', async () => {
  const sealed = createSeal(keyFrom(cloudSecret)).close(
    JSON.stringify({ username: 'shop', password: 'a b' }),
    `dms_connection ${shop.shop.id}`,
  );
  await put(shop.pc, '/dms/connection', { on: false, setup: openTrack });
  const { database } = shop.cloud;
  await inShop(database, shop.shop.id, (sql) => sql.query('update dms_connection set secrets = $1', [sealed]));
  expect((await show(shop.pc)).json()).toMatchObject({ connection: { secretsSet: ['username'] } });
  expect(await tested(shop.pc)).toEqual({
    steps: [
      { step: 'settings', ok: true, words: 'Dealertrack DMS (OpenTrack)' },
      { step: 'secrets', ok: false, words: 'password' },
    ],
  });
  expect((await put(shop.pc, '/dms/connection', { on: true, setup: openTrack })).status).toBe(400);
  await shop.connect();
});

test('a cloud without a simulated dealer offers none, and switches none on', async () => {
  const cloud = await startTestCloud();
  const pc = await openPc(cloud.url, await (await cloud.openShop()).hire('manager'));
  expect((await show(pc)).json()).toEqual({ connection: null, partners: ['cdk', 'opentrack'] });
  const simulated = { on: true, setup: { partner: 'simulated', settings: {} } };
  const refused = await put(pc, '/dms/connection', simulated);
  expect([refused.status, refused.json()]).toMatchObject([400, { error: { field: 'partner' } }]);
  // One that a shop has from elsewhere can be switched off.
  expect((await put(pc, '/dms/connection', { ...simulated, on: false })).status).toBe(204);
  await cloud.close();
  expect((await show(shop.pc)).json()).toMatchObject({ partners: ['cdk', 'opentrack', 'simulated'] });
});

test('secrets that do not open any more are missing, and are written anew', async () => {
  const username = 'shop';
  await put(shop.pc, '/dms/connection', { on: true, setup: openTrack, secrets: { username, password: secret } });
  const otherKey = createSeal(new Uint8Array(32).fill(9)).close('{}', 'elsewhere');
  const { database } = shop.cloud;
  await inShop(database, shop.shop.id, (sql) => sql.query('update dms_connection set secrets = $1', [otherKey]));
  expect((await show(shop.pc)).json()).toMatchObject({ connection: { secretsSet: [] } });
  const steps = [{ step: 'settings' }, { step: 'secrets', ok: false, words: 'username, password' }];
  expect(await tested(shop.pc)).toMatchObject({ steps });
  const one = { on: true, setup: openTrack, secrets: { username } };
  expect((await put(shop.pc, '/dms/connection', one)).status).toBe(400);
  expect((await put(shop.pc, '/dms/connection', { ...one, secrets: { username, password: secret } })).status).toBe(204);
  await shop.connect();
});

test('a sealed text opens in its own place, under its own key, unaltered', () => {
  const seal = createSeal(new Uint8Array(32).fill(7));
  const sealed = seal.close(secret, 'here');
  expect(sealed).not.toContain(secret);
  expect(seal.open(sealed, 'here')).toBe(secret);
  expect(seal.close(secret, 'here')).not.toBe(sealed);
  expect(() => seal.open(sealed, 'there')).toThrow();
  expect(() => createSeal(new Uint8Array(32).fill(8)).open(sealed, 'here')).toThrow();
  expect(() => seal.open(`${sealed.slice(0, -4)}AAA=`, 'here')).toThrow();
  expect(() => seal.open('v9 a b c', 'here')).toThrow('unknown form');
});
