/** Exports that the cloud cannot take to their partner, or not to the same books: they wait, and none is sent twice or lost. */
import { afterEach, expect, test, vi } from 'vitest';
import { commandShopsOf } from '../../../src-cloud/db/command-store.ts';
import { createSeal } from '../../../src-cloud/db/seal.ts';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import type { Reply } from '../../../src-cloud/dms/partner.ts';
import { askExport, type Place } from '../../../src-cloud/services/dms/ask-export.ts';
import { writeConnection } from '../../../src-cloud/services/dms/connection-desk.ts';
import { askRepairOrder } from '../../../src-cloud/services/dms/repair-orders.ts';
import { type DmsDeps, inTurn } from '../../../src-cloud/services/dms/turn.ts';
import { createWatch } from '../../../src-cloud/services/dms/watch.ts';
import { attend } from '../../../src-cloud/services/dms/worker.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { booksOf, capabilitiesOf, dmsSettings } from '../../../src-shared/domain/dms/settings/connection.ts';
import { startTestCloud } from '../../support/cloud.ts';
import { openPc } from '../../support/cloud-pc.ts';
import { begin, openDealerShop, paymentOf, put } from '../../support/dealer-shop.ts';
import { customerUpdate } from '../../support/dms/partner-requests.ts';
import { openTrackSetup } from '../../support/dms/shop-setups.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const patience = { timeout: 60_000, interval: 50 };

test('an export outlives a key that is wrong for a while, and nothing that was sealed is lost', async () => {
  const shop = await openDealerShop();
  closing.push(shop.close);
  const inOwn = (text: string, values: readonly string[] = []) =>
    inShop(shop.cloud.database, shop.shop.id, (sql) => sql.query<{ secrets: string }>(text, [...values]));
  const read = async () => (await inOwn('select secrets from dms_connection'))[0]?.secrets ?? '';
  const sealed = await read();
  await inOwn('update dms_connection set secrets = $1', [createSeal(new Uint8Array(32).fill(9)).close('{}', 'there')]);
  const receipt = await shop.take(await shop.begin());
  expect(await shop.ask(paymentOf(shop.pc, receipt))).toMatchObject({ result: { state: 'queued' } });
  const waited = () => shop.cloud.logged.filter(({ event }) => event === 'export-waits');
  await vi.waitFor(() => expect(waited()[0]).toMatchObject({ fields: { name: 'no-partner' } }), patience);
  await inOwn('update dms_connection set secrets = $1', [sealed]);
  await vi.waitFor(async () => expect((await shop.value(receipt, 'dms')).state).toBe('posted'), patience);
});

test('secrets that do not open stay as they are, until all of them are written anew', async () => {
  const shop = await openDealerShop();
  closing.push(shop.close);
  const setup = { partner: 'opentrack', settings: openTrackSetup };
  const write = async (connection: object) => (await put(shop.pc, '/dms/connection', { setup, ...connection })).status;
  const inOwn = (text: string, values: readonly string[] = []) =>
    inShop(shop.cloud.database, shop.shop.id, (sql) => sql.query<{ secrets: string }>(text, [...values]));
  await write({ on: false, secrets: { username: 'shop', password: 'secret' } });
  const foreign = createSeal(new Uint8Array(32).fill(9)).close('{}', 'there');
  await inOwn('update dms_connection set secrets = $1', [foreign]);
  expect(await write({ on: false })).toBe(204);
  expect(await inOwn('select secrets from dms_connection')).toEqual([{ secrets: foreign }]);
  expect(await write({ on: false, secrets: { username: 'shop' } })).toBe(400);
  expect(await inOwn('select secrets from dms_connection')).toEqual([{ secrets: foreign }]);
  expect(await write({ on: false, secrets: { username: 'shop', password: 'secret' } })).toBe(204);
  expect(await inOwn('select secrets from dms_connection')).not.toEqual([{ secrets: foreign }]);
});

const known = (id: string) => ({ id, source: 'typed', by: 'Someone', at: 1 });

type Ask = (place: Place, workfile: string) => Promise<unknown>;

/** A shop with one of two stores of a dealer, whose answers to what is sent never arrive. */
async function openStores(says: Reply<string | null> = { kind: 'answer', value: null }) {
  const cloud = await startTestCloud();
  closing.push(cloud.close);
  const { id: shop, hire } = await cloud.openShop();
  const pc = await openPc(cloud.url, await hire('manager'));
  const workfile = await begin(pc, { dmsRepairId: known('48213') });
  const asked: string[] = [];
  const time = { now: 1_000_000 };
  const none = async () => ({ kind: 'none', reason: '' }) as const;
  const shops = commandShopsOf(cloud.database, none as never);
  const stopwatch = () => time.now;
  const deps: DmsDeps = {
    commandShops: (shop, work) =>
      shops(shop, (store) => work({ ...store, dms: { ...store.dms, readNow: async () => time.now } })),
    ...{ live: { tell: () => undefined }, stopwatch, watch: createWatch(stopwatch) },
    ...{ pause: async () => undefined, log: () => undefined },
    ...{ seal: createSeal(new Uint8Array(32)), timing: { leaseMs: 4_000, timeoutMs: 2_000, slackMs: 100, lagMs: 300 } },
    partnerOf: (connection) => ({
      ...{ capabilities: capabilitiesOf(connection), findCustomers: none, findVehicles: none },
      async send() {
        asked.push(`send ${booksOf(connection)}`);
        return { kind: 'unknown' };
      },
      async lookUp() {
        asked.push(`look ${booksOf(connection)}`);
        return says;
      },
    }),
  };
  const author = { device: pc.identity.device, person: 'nobody' } as never;
  const connect = (companyNumber: string) =>
    writeConnection(
      deps,
      { shop, author },
      {
        on: true,
        setup: dmsSettings.parse({ partner: 'opentrack', settings: { ...openTrackSetup, companyNumber } }),
        secrets: { username: 'shop', password: 'secret' },
      },
    );
  const asker = { ...(author as object), name: 'A manager' } as never;
  await connect('ZE7');
  /** Asks for an export, of which nobody knows the outcome then. */
  const begun = async (kind: 'repair-order' | 'customer', ask: Ask) => {
    const key = { shop, kind, subject: workfile } as const;
    const stateOf = async () => (await deps.commandShops(shop, (store) => store.dms.holdExport(key)))?.job.state;
    await inTurn(deps, shop, async ({ store, order }) => ({
      answer: await ask({ store, order, asker, answered: undefined }, workfile),
      reached: order,
    }));
    await attend(deps, key);
    expect((await stateOf())?.kind).toBe('uncertain');
    return async () => {
      time.now += 60_000;
      await attend(deps, key);
      return stateOf();
    };
  };
  return {
    asked,
    begun,
    /** Goes to another store before its outcome is known. */
    async move(kind: 'repair-order' | 'customer', ask: Ask) {
      const attendLater = await begun(kind, ask);
      await connect('ZE8');
      return attendLater();
    },
  };
}

test('a repair order in doubt is never looked up in the books of another store, nor sent again', async () => {
  const { asked, move } = await openStores();
  const state = await move('repair-order', closed);
  expect(asked).toEqual(['send opentrack ZE ZE7']);
  expect(state?.kind).toBe('needs-check');
});

const closed: Ask = (place, workfile) => askRepairOrder(place, workfile, { stage: 'closed' });

test('a dealer who answers neither that it has a repair order nor that it has not is asked five times, then a person looks', async () => {
  const { asked, begun } = await openStores({ kind: 'none', reason: 'A list that nobody can read' });
  const attendLater = await begun('repair-order', closed);
  for (let n = 1; n < 5; n += 1) expect(await attendLater()).toMatchObject({ kind: 'uncertain', looks: n });
  expect(await attendLater()).toEqual({ kind: 'needs-check' });
  await attendLater();
  expect(asked).toHaveLength(6);
});

test('a dealer who does not answer is asked for as long as that lasts', async () => {
  const { begun } = await openStores({ kind: 'none', reason: '' });
  const attendLater = await begun('repair-order', closed);
  for (let n = 0; n < 7; n += 1) expect((await attendLater())?.kind).toMatch(/looking|uncertain/);
});

test('a correction in doubt is not made of whoever has the same ID at another store, and nobody has to look', async () => {
  const { asked, move } = await openStores();
  const state = await move('customer', (place, workfile) =>
    askExport(place, {
      ...{ kind: 'customer', subject: workfile, workfile, isUpdate: true },
      make: async () => ok(customerUpdate('C-7')),
    }),
  );
  expect(asked).toEqual(['send opentrack ZE ZE7']);
  expect(state).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/another DMS/) });
});
