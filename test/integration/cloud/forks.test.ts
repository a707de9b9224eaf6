/** Replays, forks and restores: the same batch is answered the same, and a second life of a PC is noticed. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import type { Mark } from '../../../src-shared/sync/protocol.ts';
import type { Credentials } from '../../support/cloud.ts';
import { freshId, startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { newIdentity, openPc, Pc, signIn } from '../../support/cloud-pc.ts';
import { newSheet } from '../../support/cloud-records.ts';

let cloud: TestCloud;
let shop: TestShop;
let who: Credentials;
let pc: Pc;
beforeAll(async () => {
  cloud = await startTestCloud();
  shop = await cloud.openShop();
});
afterAll(() => cloud.close());
beforeEach(async () => {
  who = await shop.hire('estimator');
  pc = await openPc(cloud.url, who);
});

const twinOf = (one: Pc): Pc => {
  const twin = new Pc(one.url, one.token, one.user, one.identity);
  return Object.assign(twin, { edits: one.edits, n: one.n, prev: one.prev });
};
const logLength = async () => (await pc.pull()).lastSeq;

test('the same bytes sent again get the same answer and do nothing', async () => {
  const body = pc.seal(newSheet(pc).edits);
  const first = await pc.pushBody(body);
  expect(await pc.pushBody(body)).toEqual(first);
  expect(await logLength()).toBe(first.seq);
});

test('the same bytes sent eight times at once are applied once', async () => {
  const before = await logLength();
  const body = pc.seal(newSheet(pc).edits);
  const answers = await Promise.all(Array.from({ length: 8 }, () => pc.pushBody(body)));
  for (const answer of answers) expect(answer.verdicts).toEqual(answers[0]?.verdicts);
  expect(await logLength()).toBe(before + 4);
});

test('edits sent again in another batch do nothing', async () => {
  const { edits } = newSheet(pc);
  await pc.push(...edits);
  expect((await pc.push(...edits)).map((one) => one.verdict)).toEqual(Array(4).fill('nothing'));
});

test('a batch number with other bytes is a fork', async () => {
  const twin = twinOf(pc);
  await pc.push(...newSheet(pc).edits);
  const answer = await twin.post('/sync/push', twin.seal(newSheet(twin).edits));
  expect(answer.status).toBe(409);
  expect(answer.json()).toMatchObject({ reason: 'device-forked' });
});

test('a batch that follows another one than the cloud knows is a fork', async () => {
  await pc.push(...newSheet(pc).edits);
  pc.prev = 'a'.repeat(64);
  expect((await pc.post('/sync/push', pc.seal(newSheet(pc).edits))).json()).toMatchObject({ reason: 'device-forked' });
  const fresh = await openPc(cloud.url, who);
  fresh.prev = 'a'.repeat(64);
  expect((await fresh.post('/sync/push', fresh.seal(newSheet(fresh).edits))).status).toBe(409);
});

test('a gap in the numbers of batches is no fork: the PC hears of it and begins a new chain', async () => {
  await pc.push(...newSheet(pc).edits);
  pc.seal(newSheet(pc).edits);
  const refused = await pc.post('/sync/push', pc.seal(newSheet(pc).edits));
  expect([refused.status, refused.json()]).toMatchObject([409, { reason: 'lost-batch' }]);
  pc.prev = '';
  expect((await pc.push(...newSheet(pc).edits)).map((one) => one.verdict)).toEqual(Array(4).fill('applied'));
});

test('a batch of another PC or another life of this one is refused', async () => {
  const stranger = new Pc(pc.url, pc.token, pc.user, newIdentity());
  expect((await stranger.post('/sync/push', stranger.seal(newSheet(stranger).edits))).status).toBe(403);
  const copy = new Pc(pc.url, pc.token, pc.user, { ...pc.identity, incarnation: freshId() });
  const answer = await copy.post('/sync/push', copy.seal(newSheet(copy).edits));
  expect(answer.json()).toMatchObject({ reason: 'device-forked' });
  expect((await copy.pullReply()).json()).toMatchObject({ reason: 'device-forked' });
});

test('a PC with a new identity sends what its old one had sent, and nothing happens twice', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const before = await logLength();
  const reborn = await openPc(cloud.url, who);
  expect((await reborn.push(...sheet.edits)).map((one) => one.verdict)).toEqual(Array(4).fill('nothing'));
  expect(await logLength()).toBe(before);
});

test('a twin that only pulls is noticed by its last answered batch', async () => {
  await pc.push(...newSheet(pc).edits);
  const last = { n: 1, hash: pc.prev };
  expect((await pc.pullReply({ last })).status).toBe(200);
  const answer = await pc.pullReply({ last: { n: 1, hash: 'b'.repeat(64) } });
  expect(answer.json()).toMatchObject({ reason: 'device-forked' });
});

test('a cursor that is not of this order is told so', async () => {
  await pc.push(...newSheet(pc).edits);
  const { lastSeq, epoch, changes } = await pc.pull();
  const at = changes.at(-1)?.[2] ?? null;
  expect((await pc.pull({ cursor: lastSeq, at, epoch })).changes).toEqual([]);
  const reasons = [
    { cursor: lastSeq, at, epoch: 'another epoch' },
    { cursor: lastSeq + 1, at: null, epoch },
    { cursor: lastSeq, at: changes[0]?.[2] ?? null, epoch },
    { cursor: lastSeq, at, epoch, last: { n: 5, hash: 'c'.repeat(64) } },
  ];
  for (const ask of reasons) {
    const answer = await pc.pullReply(ask);
    expect([answer.status, answer.json()]).toMatchObject([409, { reason: 'epoch' }]);
  }
  expect((await pc.pull({ cursor: lastSeq, at, epoch: '' })).epoch).toBe(epoch);
});

test('a PC whose past is no longer true is told the newest mark that still is', async () => {
  const bodies = [newSheet(pc), newSheet(pc)].map(({ edits }) => pc.seal(edits));
  const marks: Mark[] = [];
  for (const body of bodies) {
    await pc.pushBody(body);
    const { lastSeq, mark } = await pc.pull();
    marks.unshift([lastSeq, mark]);
  }
  const [[cursor, newest], older] = marks as [Mark, Mark];
  const { epoch } = await pc.pull({ cursor, marks });
  expect((await pc.pull({ cursor, marks, epoch })).mark).toBe(newest);

  // Another PC is first after the tail was lost; then the same edit gets the same number as before.
  await loseTail(older[0]);
  const reborn = await openPc(cloud.url, who);
  const others = newSheet(reborn).edits.slice(0, 3);
  const last = JSON.parse(bodies[1] ?? '').edits[0];
  expect((await reborn.push(...others, last)).at(-1)).toEqual({ verdict: 'applied', seq: cursor });

  const answer = await pc.pullReply({ cursor, at: last[0], marks, epoch });
  expect([answer.status, answer.json()]).toMatchObject([409, { reason: 'epoch', epoch, seq: cursor, mark: older }]);
  expect((await pc.pull({ cursor: older[0], marks: [older], epoch })).changes).toHaveLength(4);
  const stranger = await pc.pullReply({ cursor: cursor + 1, marks: [], epoch });
  expect(stranger.json()).toMatchObject({ reason: 'epoch', mark: null });
});

test('after a restore that lost the tail, the retained batches bring everything back', async () => {
  const bodies = [pc.seal(newSheet(pc).edits), pc.seal(newSheet(pc).edits), pc.seal(newSheet(pc).edits)];
  for (const body of bodies) await pc.pushBody(body);
  const whole = await pc.pull();
  const keep = whole.lastSeq - 8;
  await loseTail(keep);
  expect((await pc.pullReply({ last: { n: 3, hash: pc.prev } })).json()).toMatchObject({ reason: 'epoch' });
  for (const body of bodies) await pc.pushBody(body);
  const after = await pc.pull({ last: { n: 3, hash: pc.prev } });
  expect(after.changes.map((change) => change[2])).toEqual(whole.changes.map((change) => change[2]));
});

/** What an older copy of the database would hold; only a database's owner can take it there. */
async function loseTail(keep: number): Promise<void> {
  await cloud.database.lend(async (sql) => {
    await sql.query('reset role');
    await sql.query('delete from record where shop_id = $1 and seq > $2', [shop.id, keep]);
    await sql.query('delete from log where shop_id = $1 and seq > $2', [shop.id, keep]);
    await sql.query('delete from batch where shop_id = $1 and device_id = $2 and n > 1', [shop.id, pc.identity.device]);
    await sql.query(
      `update shop set last_seq = $2, last_mark = (select mark from log where shop_id = $1 and seq = $2) where id = $1`,
      [shop.id, keep],
    );
    await sql.query('set role app_user');
  });
  const { lastSeq } = await pc.pull();
  expect(lastSeq).toBe(keep);
}

test('a PC signs in again under the same identity after its session ended', async () => {
  expect((await signIn(cloud.url, who, pc.identity)).status).toBe(200);
  const rows = await inShop(cloud.database, shop.id, (sql) =>
    sql.query('select 1 from device where id = $1', [pc.identity.device]),
  );
  expect(rows).toHaveLength(1);
});
