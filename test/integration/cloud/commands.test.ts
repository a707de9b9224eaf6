/** Commands: effect and answer are one transaction, exactly once, by the rules of who may and what is still possible. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import type { CommandAnswer } from '../../../src-shared/sync/commands.ts';
import { freshId, startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import {
  convertOf,
  leaseOf,
  lockOf,
  newCommand,
  type Sent,
  send,
  sendRaw,
  startOf,
} from '../../support/cloud-commands.ts';
import { newIdentity, openPc, Pc } from '../../support/cloud-pc.ts';
import { labor, newSheet, payerOf } from '../../support/cloud-records.ts';

let cloud: TestCloud;
let shop: TestShop;
let pc: Pc;
let other: Pc;
beforeAll(async () => {
  cloud = await startTestCloud();
  shop = await cloud.openShop();
  const who = await shop.hire('estimator');
  pc = await openPc(cloud.url, who);
  other = await openPc(cloud.url, who);
});
afterAll(() => cloud.close());

async function sharedSheet() {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits, payerOf(pc, sheet));
  return sheet;
}
const changesSince = async (reader: Pc, cursor: number) => (await reader.pull({ cursor })).changes;
const reasonOf = (answer: CommandAnswer) => (answer.state === 'refused' ? answer.reason : answer.state);
const byHandOf = (workfile: string, number: string) => {
  const asked = convertOf(pc, workfile, number);
  return { ...asked, params: { ...asked.params, byHand: true } };
};
const numberOf = (answer: CommandAnswer) => (answer.state === 'done' ? answer.result.number : answer.state);
const blockOf = (answer: CommandAnswer) => {
  if (answer.state !== 'done') throw new Error(`no block: ${answer.state}`);
  return answer.result.block as readonly [number, number];
};

describe('locking', () => {
  test('a lock reaches every PC under the edit id that its PC gave away, and closes the estimate', async () => {
    const sheet = await sharedSheet();
    const { cursor } = await other.pull();
    const lock = lockOf(pc, sheet.estimate);
    expect(await send(pc, lock)).toEqual({ state: 'done', seq: cursor + 2, result: {} });
    const [version, change, ...more] = await changesSince(other, cursor);
    expect(more).toEqual([]);
    expect(version?.slice(1, 6)).toEqual([cursor + 1, lock.edits[0], 'version', lock.params.versionId, '*']);
    expect(version?.[6]).toMatchObject({
      parent: { workfileId: sheet.workfile, estimateId: sheet.estimate },
      of: { label: 'E01', lockedAt: 1_000, by: pc.user.name, estimator: 'Casey Moor', grandTotalCents: 0 },
      lines: { list: [{ id: sheet.line }] },
    });
    expect(change?.slice(1, 7)).toEqual([
      cursor + 2,
      lock.edits[1],
      'estimate',
      sheet.estimate,
      'lock',
      { at: 1_000, by: pc.user.name },
    ]);
    const late = other.edit('line', sheet.line, 'labor', labor(9), sheet.edits[3]?.[0] ?? null);
    expect(await other.push(late)).toMatchObject([{ verdict: 'refused', code: 'locked' }]);
  });

  test('an estimate that is locked, or has no lines, or is not there, is not locked', async () => {
    const sheet = await sharedSheet();
    await send(pc, lockOf(pc, sheet.estimate));
    expect(await send(other, lockOf(other, sheet.estimate))).toEqual({
      state: 'refused',
      reason: 'locked',
      details: { by: pc.user.name, at: 1_000, label: 'E01', answeredAt: expect.any(Number) },
    });
    const bare = newSheet(pc);
    await pc.push(...bare.edits.slice(0, 3));
    expect(reasonOf(await send(pc, lockOf(pc, bare.estimate)))).toBe('empty');
    expect(reasonOf(await send(pc, lockOf(pc, freshId())))).toBe('missing');
  });

  test('an estimate with an open line, or that nobody is named to pay for, is not locked', async () => {
    const open = await sharedSheet();
    const base = open.edits[3]?.[0] ?? null;
    await pc.push(pc.edit('line', open.line, 'state', { open: true }, base));
    expect(await send(pc, lockOf(pc, open.estimate))).toMatchObject({
      reason: 'not-ready',
      details: { first: 'line-open', others: 0 },
    });
    const unpaid = newSheet(pc);
    await pc.push(...unpaid.edits);
    expect(await send(pc, lockOf(pc, unpaid.estimate))).toMatchObject({ details: { first: 'payer-missing' } });
  });

  test('an estimate that somebody changed before the lock came is not what its locker saw, and is not locked', async () => {
    const sheet = await sharedSheet();
    const seen = '0'.repeat(64);
    const { params } = lockOf(pc, sheet.estimate);
    expect(reasonOf(await send(pc, newCommand(pc, 'lock-estimate', { ...params, seen })))).toBe('changed');
    expect(reasonOf(await send(pc, newCommand(pc, 'lock-estimate', params)))).toBe('done');
  });

  test('a lock that an older program asked for, with one edit id and no version, is done once, under the workfile’s estimator', async () => {
    const sheet = await sharedSheet();
    await pc.push(
      pc.edit('workfile', sheet.workfile, 'tracking', { estimator: 'Devon Ames' }, sheet.edits[0]?.[0] ?? null),
    );
    const { cursor } = await other.pull();
    const { edits, id, name } = lockOf(pc, sheet.estimate);
    const old = { name, id, edits: edits.slice(0, 1), params: { estimateId: sheet.estimate, at: 1_000 } };
    const answer = await send(pc, old);
    expect(answer).toEqual({ state: 'done', seq: cursor + 2, result: {} });
    expect(await send(pc, old)).toEqual(answer);
    const [version, lock, ...more] = await changesSince(other, cursor);
    expect(more).toEqual([]);
    expect(version?.slice(3, 6)).toEqual(['version', id, '*']);
    expect(version?.[6]).toMatchObject({ of: { label: 'E01', estimator: 'Devon Ames', lockedAt: 1_000 } });
    expect(lock?.slice(2, 6)).toEqual([edits[0], 'estimate', sheet.estimate, 'lock']);
  });

  test('a supplement opens a locked estimate as its next version, once for all who start it', async () => {
    const sheet = await sharedSheet();
    expect(reasonOf(await send(pc, startOf(pc, sheet.estimate, 'S01')))).toBe('not-locked');
    await send(pc, lockOf(pc, sheet.estimate));
    expect(reasonOf(await send(pc, startOf(pc, sheet.estimate, 'S02')))).toBe('other-version');
    expect(reasonOf(await send(pc, startOf(pc, sheet.estimate, 'S01')))).toBe('done');
    expect(reasonOf(await send(other, startOf(other, sheet.estimate, 'S01')))).toBe('done');
    const line = other.edit('line', sheet.line, 'labor', labor(9), sheet.edits[3]?.[0] ?? null);
    expect(await other.push(line)).toMatchObject([{ verdict: 'applied' }]);
    await send(pc, lockOf(pc, sheet.estimate));
    expect(await send(other, startOf(other, sheet.estimate, 'S01'))).toMatchObject({
      reason: 'locked',
      details: { label: 'S01' },
    });
  });

  test('what only commands write is refused from a PC: a version, a lock, a label', async () => {
    const sheet = await sharedSheet();
    const parent = { workfileId: sheet.workfile, estimateId: sheet.estimate };
    const base = sheet.edits[2]?.[0] ?? null;
    const verdicts = await pc.push(
      pc.create('version', freshId(), { parent, of: { label: 'E01' } }),
      pc.edit('estimate', sheet.estimate, 'version', { label: 'S01' }, base),
      pc.edit('estimate', sheet.estimate, 'lock', { at: 1, by: 'x' }, base),
    );
    expect(verdicts.map((one) => one.verdict)).toEqual(['refused', 'refused', 'refused']);
  });

  test('a technician locks nothing and the office converts but does not lock', async () => {
    const sheet = await sharedSheet();
    const technician = await openPc(cloud.url, await shop.hire('technician'));
    const office = await openPc(cloud.url, await shop.hire('office'));
    expect(reasonOf(await send(technician, lockOf(technician, sheet.estimate)))).toBe('forbidden');
    expect(reasonOf(await send(technician, convertOf(technician, sheet.workfile)))).toBe('forbidden');
    expect(reasonOf(await send(office, lockOf(office, sheet.estimate)))).toBe('forbidden');
    expect(reasonOf(await send(office, convertOf(office, sheet.workfile)))).toBe('done');
  });

  test('another shop does not see the estimate', async () => {
    const sheet = await sharedSheet();
    const stranger = await openPc(cloud.url, await (await cloud.openShop('Other')).hire('manager'));
    expect(reasonOf(await send(stranger, lockOf(stranger, sheet.estimate)))).toBe('missing');
  });
});

describe('exactly once', () => {
  test('the same words get the stored answer, from another PC too, and nothing is written again', async () => {
    const sheet = await sharedSheet();
    const convert = convertOf(pc, sheet.workfile);
    const first = await send(pc, convert);
    const { lastSeq } = await pc.pull();
    const { name, id, edits, params } = convert;
    const turned = { number: params.number ?? null, workfileId: params.workfileId ?? null };
    expect(await send(pc, convert)).toEqual(first);
    expect(await send(other, { name, id, edits, params: turned })).toEqual(first);
    expect((await pc.pull()).lastSeq).toBe(lastSeq);
  });

  test('one that is asked ten times at once takes effect once', async () => {
    const sheet = await sharedSheet();
    const { lastSeq } = await pc.pull();
    const convert = convertOf(pc, sheet.workfile);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(pc, convert)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await pc.pull()).lastSeq).toBe(lastSeq + 2);
  });

  test('an id that was used for something else is refused with 409 and does nothing', async () => {
    const [one, two] = [await sharedSheet(), await sharedSheet()];
    const lock = lockOf(pc, one.estimate);
    await send(pc, lock);
    const { lastSeq } = await pc.pull();
    for (const changed of [
      { ...lock, params: { estimateId: two.estimate, at: 1_000 } },
      { ...convertOf(pc, two.workfile), id: lock.id },
      { ...lock, edits: lockOf(pc, one.estimate).edits },
    ] satisfies Sent[]) {
      const reply = await sendRaw(pc, changed);
      expect(reply.status).toBe(409);
      expect(reply.json()).toEqual({ state: 'refused', reason: 'other-command', details: {} });
    }
    expect((await pc.pull()).lastSeq).toBe(lastSeq);
    expect(await send(pc, lock)).toMatchObject({ state: 'done' });
  });

  test('a refusal is as final as an effect', async () => {
    const sheet = newSheet(pc);
    await pc.push(...sheet.edits.slice(0, 3));
    const lock = lockOf(pc, sheet.estimate);
    expect(reasonOf(await send(pc, lock))).toBe('empty');
    await pc.push(...sheet.edits.slice(3), payerOf(pc, sheet));
    expect(reasonOf(await send(pc, lock))).toBe('empty');
    expect(reasonOf(await send(pc, lockOf(pc, sheet.estimate)))).toBe('done');
  });

  test.each([
    ['too few edit ids', (sheet: { workfile: string }) => ({ ...convertOf(pc, sheet.workfile), edits: [] })],
    ['unknown parameters', () => newCommand(pc, 'lock-estimate', { estimateId: 'nobody' })],
    ['a number that is none', (sheet: { workfile: string }) => convertOf(pc, sheet.workfile, 'RO-\u00e9')],
    ['nothing a table takes', () => newCommand(pc, 'lock-estimate', { estimateId: 'a\u0000b\ud800' })],
  ])('%s are refused as invalid', async (_what, make) => {
    const answer = await send(pc, make(await sharedSheet()));
    expect(answer).toEqual({ state: 'refused', reason: 'invalid', details: { answeredAt: expect.any(Number) } });
  });

  test('every refusal says when it was given, by the cloud’s clock, and says the same when it is asked for again', async () => {
    const technician = await openPc(pc.url, await shop.hire('technician'));
    const sheet = await sharedSheet();
    const refused = [lockOf(technician, sheet.estimate), lockOf(technician, freshId())];
    for (const command of refused) {
      const answer = await send(technician, command);
      expect(answer).toMatchObject({ reason: 'forbidden', details: { answeredAt: expect.any(Number) } });
      expect(await send(technician, command)).toEqual(answer);
    }
  });

  test('a name that is no command is not found, and a copy of a PC is told so', async () => {
    const lock = lockOf(pc, freshId());
    expect((await sendRaw(pc, { ...lock, name: 'toString' as never })).status).toBe(404);
    const copy = new Pc(pc.url, pc.token, pc.user, { ...newIdentity(), device: pc.identity.device });
    expect((await sendRaw(copy, lock)).json()).toMatchObject({ reason: 'device-forked' });
  });
});

describe('numbers', () => {
  test('blocks never overlap, and the same question gets the same block', async () => {
    const asked = leaseOf(pc, 20);
    const mine = blockOf(await send(pc, asked));
    const theirs = blockOf(await send(other, leaseOf(other, 20)));
    expect(mine[1] - mine[0]).toBe(19);
    expect(theirs[0]).toBe(mine[1] + 1);
    expect(blockOf(await send(pc, asked))).toEqual(mine);
  });

  test('a leased number becomes the number of a repair order, once', async () => {
    const [first] = blockOf(await send(pc, leaseOf(pc, 5)));
    const [one, two] = [await sharedSheet(), await sharedSheet()];
    const { cursor } = await other.pull();
    expect(numberOf(await send(pc, convertOf(pc, one.workfile, String(first))))).toBe(String(first));
    const changes = await changesSince(other, cursor);
    expect(changes.map((change) => change[6])).toEqual([{ ro: String(first) }, { stage: 'repair-order' }]);
    expect(reasonOf(await send(other, convertOf(other, two.workfile, String(first))))).toBe('number-used');
    expect(await send(other, convertOf(other, one.workfile))).toMatchObject({
      state: 'refused',
      reason: 'converted',
      details: { number: String(first) },
    });
  });

  test('a number by hand is given where nobody has it, and later numbers follow it', async () => {
    const [one, two] = [await sharedSheet(), await sharedSheet()];
    const [, last] = blockOf(await send(pc, leaseOf(pc, 5)));
    const number = String(last + 300);
    expect(numberOf(await send(pc, byHandOf(one.workfile, number)))).toBe(number);
    expect(await send(pc, byHandOf(two.workfile, number))).toMatchObject({
      state: 'refused',
      reason: 'number-used',
      details: { number },
    });
    expect(blockOf(await send(pc, leaseOf(pc, 5)))[0]).toBe(last + 301);
  });

  test('a number by hand is not given out of the block of another PC, nor far above all others', async () => {
    const sheet = await sharedSheet();
    const [first, last] = blockOf(await send(other, leaseOf(other, 5)));
    expect(reasonOf(await send(pc, byHandOf(sheet.workfile, String(first))))).toBe('number-held');
    expect(reasonOf(await send(pc, byHandOf(sheet.workfile, String(last + 10_001))))).toBe('number-far');
    expect(reasonOf(await send(pc, byHandOf(sheet.workfile, '0123')))).toBe('invalid');
    const [mine] = blockOf(await send(pc, leaseOf(pc, 5)));
    expect(numberOf(await send(pc, byHandOf(sheet.workfile, String(mine))))).toBe(String(mine));
  });

  test('a prefix stands before the digits, which are given once with it and without it', async () => {
    const [one, two, three] = [await sharedSheet(), await sharedSheet(), await sharedSheet()];
    const [first] = blockOf(await send(pc, leaseOf(pc, 5)));
    const asked = (workfile: string, params: object) => {
      const command = convertOf(pc, workfile, String(first));
      return { ...command, params: { ...command.params, ...params } };
    };
    const command = asked(one.workfile, { prefix: 'NS-' });
    expect(numberOf(await send(pc, command))).toBe(`NS-${first}`);
    expect(numberOf(await send(pc, command))).toBe(`NS-${first}`);
    expect(reasonOf(await send(pc, asked(two.workfile, { prefix: 'NS-', byHand: true })))).toBe('number-used');
    const next = await send(pc, asked(three.workfile, { number: null, prefix: 'NS-' }));
    expect(numberOf(next)).toMatch(/^NS-\d{5}$/);
    expect(reasonOf(await send(pc, asked(two.workfile, { prefix: 'ns 1' })))).not.toBe('done');
  });

  test('what lies in the bin, or is a total loss, becomes no repair order', async () => {
    const [binned, lost] = [await sharedSheet(), await sharedSheet()];
    const base = (sheet: typeof binned) => sheet.edits[0]?.[0] ?? null;
    const loss = { total: true, reason: 'Frame', date: '2026-11-20', decidedBy: 'Robin' };
    await pc.push(
      pc.edit('workfile', binned.workfile, 'bin', { at: 1_000, by: 'Robin' }, base(binned)),
      pc.edit('workfile', lost.workfile, 'totalLoss', loss, base(lost)),
    );
    expect(reasonOf(await send(other, convertOf(other, binned.workfile)))).toBe('binned');
    expect(reasonOf(await send(other, convertOf(other, lost.workfile)))).toBe('total-loss');
    // What was converted before a restore was none of both then.
    const again = { ...convertOf(other, binned.workfile), answered: { number: '9001' } };
    expect(numberOf(await send(other, again))).toBe('9001');
  });

  test('without a number the cloud gives the next one that nobody holds', async () => {
    const [, last] = blockOf(await send(pc, leaseOf(pc, 3)));
    const [one, two] = [await sharedSheet(), await sharedSheet()];
    expect(numberOf(await send(pc, convertOf(pc, one.workfile)))).toBe(String(last + 1));
    expect(numberOf(await send(pc, convertOf(pc, two.workfile)))).toBe(String(last + 2));
    expect(blockOf(await send(other, leaseOf(other, 1)))).toEqual([last + 3, last + 3]);
  });

  test('numbers that were in use before the first block are not given again', async () => {
    const old = await cloud.openShop('Old shop');
    const front = await openPc(cloud.url, await old.hire('estimator'));
    const sheet = newSheet(front);
    await front.push(...sheet.edits);
    await inShop(cloud.database, old.id, (sql) =>
      sql.query(`update record set value = jsonb_set(value, '{number}', '{"ro":"48213"}') where kind = 'workfile'`),
    );
    expect(blockOf(await send(front, leaseOf(front, 2)))).toEqual([48_214, 48_215]);
  });
});

describe('after a restore', () => {
  /** The cloud comes back without its commands and blocks, and what more is said. */
  const restore = (from: TestShop, ...lost: readonly (readonly [text: string, values: readonly unknown[]])[]) =>
    cloud.database.lend(async (sql) => {
      await sql.query('reset role');
      await sql.query('update shop set epoch = gen_random_uuid()::text where id = $1', [from.id]);
      await sql.query('delete from number_block where shop_id = $1', [from.id]);
      await sql.query('delete from command where shop_id = $1', [from.id]);
      for (const [text, values] of lost) await sql.query(text, values);
      await sql.query('set role app_user');
    });

  test('a command that the cloud lost takes effect again with the number that people have seen', async () => {
    const lost = await cloud.openShop('Lost tail');
    const front = await openPc(cloud.url, await lost.hire('estimator'));
    const sheet = newSheet(front);
    await front.push(...sheet.edits);
    const convert = convertOf(front, sheet.workfile);
    const before = await send(front, convert);
    const early = JSON.stringify({ number: { ro: '' }, stage: { stage: 'opportunity' } });
    await restore(
      lost,
      ['update record set value = value || $2::jsonb where id = $1', [sheet.workfile, early]],
      ['delete from log where edit = any($1::text[])', [convert.edits]],
      ['update shop set last_seq = last_seq - 2 where id = $1', [lost.id]],
    );
    const answered = before.state === 'done' ? before.result : {};
    const again = await send(front, { ...convert, answered });
    expect(again).toEqual(before);
    const { changes } = await front.pull();
    expect(changes.slice(-2).map((change) => change[2])).toEqual(convert.edits);
    // Its number is noted, and others that may have been given away are passed over.
    const [first] = blockOf(await send(front, leaseOf(front, 1)));
    expect(first).toBeGreaterThan(Number(numberOf(before)) + 1_000);
  });

  test('the next block leaves room for what other PCs may still hold', async () => {
    const lost = await cloud.openShop('Lost blocks');
    const front = await openPc(cloud.url, await lost.hire('estimator'));
    const held = blockOf(await send(front, leaseOf(front, 20)));
    await restore(lost);
    const next = blockOf(await send(front, leaseOf(front, 20, [held])));
    expect(next[0]).toBe(held[1] + 1_001);
    expect(blockOf(await send(front, leaseOf(front, 20)))[0]).toBe(next[1] + 1);
  });
});

describe('cancelling', () => {
  test('a command that comes after its cancelling does nothing', async () => {
    const sheet = await sharedSheet();
    const lock = lockOf(pc, sheet.estimate);
    const cancel = newCommand(pc, 'cancel-command', { command: lock.id });
    expect(reasonOf(await send(pc, cancel))).toBe('done');
    expect(reasonOf(await send(pc, cancel))).toBe('done');
    expect(reasonOf(await send(pc, lock))).toBe('cancelled');
    const line = pc.edit('line', sheet.line, 'labor', labor(9), sheet.edits[3]?.[0] ?? null);
    expect(await pc.push(line)).toMatchObject([{ verdict: 'applied' }]);
  });

  test('a command that was taken cannot be cancelled any more', async () => {
    const sheet = await sharedSheet();
    const lock = lockOf(pc, sheet.estimate);
    await send(pc, lock);
    const cancel = newCommand(pc, 'cancel-command', { command: lock.id });
    expect(reasonOf(await send(pc, cancel))).toBe('taken');
    expect(reasonOf(await send(pc, lock))).toBe('done');
    const itself = newCommand(pc, 'cancel-command', { command: lock.id });
    expect(reasonOf(await send(pc, { ...itself, params: { command: itself.id } }))).toBe('invalid');
  });
});
