/** Signing in: who gets a session, what everybody else is told, and what a session is worth afterwards. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revokeDevice } from '../../../src-cloud/db/devices.ts';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import { apiError, sessionUser, signInAnswer } from '../../../src-shared/api/contract.ts';
import { freshId, startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { call, newIdentity, openPc, signIn } from '../../support/cloud-pc.ts';

let cloud: TestCloud;
let shop: TestShop;
beforeAll(async () => {
  cloud = await startTestCloud();
  shop = await cloud.openShop('Harbor Lane');
});
afterAll(() => cloud.close());

const codeOf = (text: string) => apiError.parse(JSON.parse(text)).error.code;

test('a right password opens a session of the shop the person belongs to', async () => {
  const who = await shop.hire('estimator');
  const answer = await signIn(cloud.url, who, newIdentity());
  expect(answer.status).toBe(200);
  const { token, user } = signInAnswer.parse(answer.json());
  expect(user).toMatchObject({ email: who.email, shopId: shop.id, shopName: 'Harbor Lane', role: 'estimator' });
  expect(user.timeZone).toBe('America/Chicago');
  const session = await call(`${cloud.url}/session`, 'GET', { token });
  expect(sessionUser.parse(session.json())).toEqual(user);
});

test('the address counts without regard to case', async () => {
  const who = await shop.hire('office');
  const answer = await signIn(cloud.url, { ...who, email: who.email.toUpperCase() }, newIdentity());
  expect(answer.status).toBe(200);
});

test('a wrong password and an unknown address are told the same, after about the same time', async () => {
  const who = await shop.hire('estimator');
  const timed = async (email: string) => {
    const began = performance.now();
    const answer = await signIn(cloud.url, { email, password: 'not the password' }, newIdentity());
    return { answer, ms: performance.now() - began };
  };
  await timed(who.email);
  const wrong = await timed(who.email);
  const unknown = await timed(`nobody-${freshId()}@example.com`);
  expect([wrong.answer.status, unknown.answer.status]).toEqual([401, 401]);
  expect([codeOf(wrong.answer.text), codeOf(unknown.answer.text)]).toEqual(['unauthorized', 'unauthorized']);
  expect(unknown.ms).toBeGreaterThan(wrong.ms / 3);
});

test('the eleventh wrong password in a row has to wait, and the right one too', async () => {
  const who = await shop.hire('estimator');
  const tries = Array.from({ length: 11 }, () =>
    signIn(cloud.url, { email: who.email, password: 'not the password' }, newIdentity()),
  );
  const statuses = (await Promise.all(tries)).map((answer) => answer.status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  const right = await signIn(cloud.url, who, newIdentity());
  expect(right.status).toBe(429);
  expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  await cloud.database.lend((sql) => sql.query('delete from sign_in_attempt'));
});

test('a person without a shop is refused and keeps no session', async () => {
  const who = { name: 'Nobody', email: `alone-${freshId()}@example.com`, password: 'a long enough secret' };
  const id = await cloud.authenticator.ensureUser(who);
  expect((await signIn(cloud.url, who, newIdentity())).status).toBe(403);
  const left = await cloud.database.lend((sql) => sql.query('select 1 from session where person_id = $1', [id]));
  expect(left).toHaveLength(0);
});

test('a session ends with signing out', async () => {
  const pc = await openPc(cloud.url, await shop.hire('manager'));
  expect((await call(`${cloud.url}/session`, 'DELETE', { token: pc.token })).status).toBe(204);
  expect((await call(`${cloud.url}/session`, 'GET', { token: pc.token })).status).toBe(401);
});

test('a token that was changed, cut or made up opens nothing', async () => {
  const { token } = await openPc(cloud.url, await shop.hire('manager'));
  const stored = token.split('.')[0] ?? '';
  const forged = [stored, `${stored}.AAAA`, token.slice(0, -4), token.toUpperCase(), 'x', `${token}x`, '%', '..'];
  for (const bad of forged) expect((await call(`${cloud.url}/session`, 'GET', { token: bad })).status).toBe(401);
});

test('a revoked PC is refused at once and cannot sign in again', async () => {
  const who = await shop.hire('estimator');
  const pc = await openPc(cloud.url, who);
  await inShop(cloud.database, shop.id, (sql) => revokeDevice(sql, shop.id, pc.identity.device));
  expect((await pc.pullReply()).status).toBe(403);
  expect((await signIn(cloud.url, who, pc.identity)).status).toBe(403);
});

test('a second copy of a PC is told that its identity is in use', async () => {
  const who = await shop.hire('estimator');
  const pc = await openPc(cloud.url, who);
  const twin = await signIn(cloud.url, who, { ...pc.identity, incarnation: freshId() });
  expect(twin.status).toBe(409);
  expect(twin.json()).toMatchObject({ reason: 'device-forked', error: { code: 'conflict' } });
});

test('one PC may be used by two people one after the other', async () => {
  const [first, second] = [await shop.hire('estimator'), await shop.hire('manager')];
  const pc = await openPc(cloud.url, first);
  expect((await openPc(cloud.url, second, pc.identity)).user.email).toBe(second.email);
});

test('what is written to the log names nobody', async () => {
  const who = await shop.hire('estimator');
  await signIn(cloud.url, who, newIdentity());
  const text = JSON.stringify(cloud.logged);
  expect(text).toContain('/session');
  for (const secret of [who.email, who.password, who.name]) expect(text).not.toContain(secret);
});
