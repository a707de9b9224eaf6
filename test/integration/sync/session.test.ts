/** Who is signed in is asked again about once an hour and in doubt; without a network the last answer holds. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCloudClient } from '../../../src-main/sync/cloud-client.ts';
import { createSignIn, type Pass } from '../../../src-main/sync/sign-in.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import { openCutProxy } from '../../support/cut-proxy.ts';
import { openShop, people, type Shop } from '../../support/desktop-shop.ts';
import { freshStore, steppingClock } from '../../support/store.ts';

const hour = 60 * 60 * 1000;
let shop: Shop;
let opened: Awaited<ReturnType<typeof openSessions>>;
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(async () => {
  opened = await openSessions();
  return () => opened.close();
});
afterAll(() => shop.close());

async function openSessions() {
  const { store, close } = await freshStore(Math.floor(performance.now()));
  store.connection.exec("delete from meta where name in ('session', 'shop')");
  const network = await openCutProxy(shop.cloudUrl);
  const ticking = steppingClock();
  const time = { later: 0 };
  const sessions = createSignIn({
    store,
    client: createCloudClient(network.url, new AbortController().signal),
    pcName: 'PC-1',
    clock: () => ticking() + time.later,
    secrets: { protect: async (plain) => plain, reveal: async (sealed) => sealed },
  });
  unwrap(await sessions.signIn(people.estimator.email, people.estimator.password));
  const pass = (await sessions.pass()) as Pass;
  return {
    network,
    time,
    sessions,
    pass,
    asked: () => network.count('GET /session'),
    async close() {
      await network.close();
      close();
    },
  };
}

test('a role that changed is known within the hour, and nothing is asked before', async () => {
  const { sessions, pass, time, asked } = opened;
  await shop.setRole('estimator', 'office');
  expect(unwrap(await sessions.refresh(pass))).toBe('same');
  expect(asked()).toBe(0);
  time.later = hour;
  expect(unwrap(await sessions.refresh(pass))).toBe('changed');
  expect(sessions.user()?.role).toBe('office');
  expect(unwrap(await sessions.refresh(pass))).toBe('same');
  expect(asked()).toBe(1);
  await shop.setRole('estimator', 'estimator');
});

test('without a network the last answer holds and is asked for again', async () => {
  const { sessions, pass, network } = opened;
  sessions.doubt();
  network.cut();
  expect(await sessions.refresh(pass)).toEqual({ ok: false, failure: { kind: 'offline' } });
  expect(sessions.state()).toMatchObject({ kind: 'signed-in', tokenEnded: false });
  network.restore();
  expect(unwrap(await sessions.refresh(pass))).toBe('same');
});

test('a token that ended is told of, but only while it is the present one', async () => {
  const { sessions, pass } = opened;
  await createCloudClient(shop.cloudUrl, new AbortController().signal).signOut(pass.token);
  sessions.doubt();
  expect(await sessions.refresh(pass)).toEqual({ ok: false, failure: { kind: 'forbidden', need: 'sign-in' } });
  unwrap(await sessions.signIn(people.office.email, people.office.password));
  expect(sessions.tokenEnded(pass)).toBe(false);
  expect(sessions.state()).toMatchObject({ kind: 'signed-in', tokenEnded: false });
});
