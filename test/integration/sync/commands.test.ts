/** Commands on PCs of a shop: queued without a network, in their place among the edits, exactly once, and taken back in time. */
import { cp } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalWords } from '../../../src-renderer/words/command-words.ts';
import type { ProfileId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import type { GivenCommand } from '../../../src-shared/ipc/command-shapes.ts';
import { type CutProxy, openCutProxy } from '../../support/cut-proxy.ts';
import { type DesktopOptions, openDesktop, until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { linesOf, lockEstimate, sheetOf, writeEstimate } from '../../support/desktop-estimate.ts';
import { openKillableDesktop } from '../../support/desktop-killable.ts';
import { openShop, people, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

let shop: Shop;
let first: ShopPc;
let second: ShopPc;
beforeAll(async () => {
  shop = await openShop();
  first = await shop.pc('PC-1');
  second = await shop.pc('PC-2', 'office');
  for (const pc of [first, second]) await round(pc);
});
afterAll(() => shop.close());

/** A workfile of two lines that both PCs have. */
async function sharedWorkfile(seed: number): Promise<WorkfileId> {
  const workfileId = await writeEstimate(first, 2, seed);
  await round(first);
  await round(second);
  return workfileId;
}
/** Opens a PC without a network, makes a repair order on it, and lets it hear what the cloud says to the number. */
async function numbered(options: DesktopOptions, network: CutProxy) {
  network.cut();
  const pc = await openDesktop(options);
  const workfileId = await pc.ask('workfile.create', {});
  await pc.ask('workfile.convert', { workfileId });
  network.restore();
  await pc.ask('sync.now', {});
  const state = await until(`${options.name} has its answer`, async () => {
    const [command] = await pc.ask('command.list', {});
    return /waiting|sent/.test(command?.state ?? '')
      ? null
      : `${command?.state} ${command?.refusal?.reason ?? ''}`.trim();
  });
  return { pc, workfileId, state };
}

async function goOffline(...pcs: readonly ShopPc[]): Promise<void> {
  for (const pc of pcs) {
    pc.network.cut();
    await pc.ask('sync.now', {});
    await untilPhase(pc, 'offline');
  }
}
/** A try that began before this call may still carry what was cancelled since: the second one that fails did not. */
async function failTwice(pc: ShopPc): Promise<void> {
  const tries = async () => (await pc.ask('sync.problems', {})).tries;
  const before = await tries();
  await until(`${pc.name} failed twice`, async () => {
    await pc.ask('sync.now', {});
    return (await tries()) >= before + 2;
  });
}
async function comeBack(...pcs: readonly ShopPc[]): Promise<void> {
  for (const pc of pcs) {
    pc.network.restore();
    await pc.ask('sync.now', {});
    await round(pc);
  }
}
const given = async (pc: ShopPc, workfileId: WorkfileId): Promise<readonly GivenCommand[]> =>
  (await pc.ask('command.list', {})).filter((command) => command.workfileId === workfileId);
const stateOf = async (pc: ShopPc, workfileId: WorkfileId) => (await given(pc, workfileId))[0]?.state;
const untilState = (pc: ShopPc, workfileId: WorkfileId, state: GivenCommand['state']) =>
  until(`${pc.name} has a command ${state}`, async () => (await stateOf(pc, workfileId)) === state);
const lock = lockEstimate;
const describeLine = (pc: ShopPc, line: Line, description: string) =>
  pc.ask('line.change', { lineId: line.id, group: 'text', value: { description } });
const textsOf = async (pc: ShopPc, workfileId: WorkfileId) =>
  (await linesOf(pc, workfileId)).map(({ text }) => text.description);
const refusedOf = async (pc: ShopPc, workfileId: WorkfileId) =>
  (await pc.ask('decision.list', {})).decisions.filter(({ place }) => place.workfileId === workfileId);

describe('a lock', () => {
  test('given without a network waits, and closes the estimate everywhere once the cloud is back', async () => {
    const workfileId = await sharedWorkfile(1);
    await goOffline(first);
    expect(await lock(first, workfileId)).toEqual({ ok: true, value: null });
    expect(await stateOf(first, workfileId)).toBe('waiting');
    expect((await first.ask('sync.state', {})).waiting).toBe(1);
    const [head] = (await first.ask('workfile.list', page)).rows;
    expect(head).toMatchObject({ id: workfileId, waiting: true });
    expect(await lock(first, workfileId)).toMatchObject({ failure: { kind: 'conflict', what: 'command-waiting' } });

    await comeBack(first);
    expect(await stateOf(first, workfileId)).toBe('done');
    await round(second);
    for (const pc of [first, second]) {
      expect((await sheetOf(pc, workfileId)).estimate.lock).toMatchObject({ by: 'Robin Ellery' });
    }
    expect(await lock(first, workfileId)).toMatchObject({ failure: { kind: 'locked', holder: 'Robin Ellery' } });
    expect((await first.ask('sync.state', {})).waiting).toBe(0);
  });

  test('takes in what was changed before it, and leaves out what was changed after it, even of the same field', async () => {
    const workfileId = await sharedWorkfile(2);
    const [line, other] = (await linesOf(first, workfileId)) as [Line, Line];
    await goOffline(first);
    await describeLine(first, line, 'before the lock');
    await lock(first, workfileId);
    await describeLine(first, line, 'after the lock');
    await describeLine(first, other, 'late');
    expect(await textsOf(first, workfileId)).toEqual(['after the lock', 'late']);

    await comeBack(first);
    await round(second);
    for (const pc of [first, second]) {
      expect(await textsOf(pc, workfileId)).toEqual(['before the lock', other.text.description]);
    }
    const refused = await refusedOf(first, workfileId);
    expect(refused.map(({ reason }) => reason)).toEqual(['locked', 'locked']);
    expect(refused.map(({ mine }) => mine.words).join()).toMatch(/after the lock.*late/);
  });

  test('keeps the edit that another PC made meanwhile without a network, with the reason', async () => {
    const workfileId = await sharedWorkfile(3);
    const [line] = (await linesOf(second, workfileId)) as [Line];
    await goOffline(second);
    await describeLine(second, line, 'made offline');
    await lock(first, workfileId);
    await round(first);
    expect(await stateOf(first, workfileId)).toBe('done');
    await comeBack(second);
    expect(await textsOf(second, workfileId)).toEqual(await textsOf(first, workfileId));
    expect(await refusedOf(second, workfileId)).toMatchObject([{ reason: 'locked', place: { group: 'text' } }]);
  });

  test('that both PCs gave is done once, and the other one hears who was first', async () => {
    const workfileId = await sharedWorkfile(4);
    await goOffline(first, second);
    await lock(first, workfileId);
    await lock(second, workfileId);
    await comeBack(first);
    await comeBack(second);
    expect(await stateOf(first, workfileId)).toBe('done');
    expect((await given(second, workfileId))[0]).toMatchObject({
      state: 'refused',
      refusal: { reason: 'locked', by: 'Robin Ellery' },
    });
  });

  test('is refused where nothing is to be locked', async () => {
    const empty = await first.ask('workfile.create', {});
    expect(await lock(first, empty)).toMatchObject({ failure: { kind: 'conflict', what: 'lock-empty' } });
    const estimateId = '0190a000-0000-7000-8000-00000000dead' as never;
    expect(await first.reply('estimate.lock', { estimateId, estimator: 'Casey Moor' })).toMatchObject({
      failure: { kind: 'not-found' },
    });
  });
});

describe('exactly once', () => {
  test('a command whose answer is lost after its effect is asked again in the same words and done once', async () => {
    const workfileId = await sharedWorkfile(5);
    const before = first.network.count('POST /commands/convert-to-ro');
    const lost = first.network.loseAnswer('POST /commands/convert-to-ro');
    const { number } = await first.ask('workfile.convert', { workfileId });
    await lost;
    await untilState(first, workfileId, 'done');
    expect(first.network.count('POST /commands/convert-to-ro') - before).toBeGreaterThanOrEqual(2);
    await round(second);
    for (const pc of [first, second]) {
      const { workfile } = await sheetOf(pc, workfileId);
      expect([workfile.number.ro, workfile.stage.stage]).toEqual([number, 'repair-order']);
    }
  });

  test('a PC that is closed while its command waits sends it when it is opened again', async () => {
    const third = await shop.pc('PC-3');
    await round(third);
    const workfileId = await sharedWorkfile(6);
    await round(third);
    await goOffline(third);
    const { number } = await third.ask('workfile.convert', { workfileId });
    const again = await third.reopen();
    expect(await stateOf(again, workfileId)).toMatch(/waiting|sent/);
    await comeBack(again);
    expect((await given(again, workfileId))[0]).toMatchObject({ state: 'done', number });
  });
});

describe('numbers', () => {
  test('two PCs that convert at once without a network give different numbers, which stay', async () => {
    const workfiles = [await sharedWorkfile(10), await sharedWorkfile(11)] as const;
    const more = [await sharedWorkfile(12), await sharedWorkfile(13)] as const;
    await goOffline(first, second);
    const numbers: (string | null)[] = [];
    for (const [i, pc] of [first, second].entries()) {
      for (const workfileId of [workfiles[i], more[i]]) {
        numbers.push((await pc.ask('workfile.convert', { workfileId: workfileId as WorkfileId })).number);
      }
    }
    expect(numbers).not.toContain(null);
    expect(new Set(numbers).size).toBe(4);
    await comeBack(first, second);
    await round(first);
    for (const pc of [first, second]) {
      const labels = [workfiles[0], more[0], workfiles[1], more[1]].map(
        async (workfileId) => (await sheetOf(pc, workfileId)).workfile.number.ro,
      );
      expect(await Promise.all(labels)).toEqual(numbers);
      const { rows } = await pc.ask('workfile.list', { ...page, text: String(numbers[3]) });
      expect(rows).toMatchObject([{ id: more[1], label: numbers[3], stage: 'repair-order' }]);
    }
  });

  test('a PC that used all its numbers shows none, and the cloud gives some that nobody else has', async () => {
    await goOffline(first);
    const asked = new Map<WorkfileId, string | null>();
    // A PC never holds more: it asks for twenty when nine are left.
    for (let i = 0; i < 30; i += 1) {
      const workfileId = await first.ask('workfile.create', {});
      asked.set(workfileId, (await first.ask('workfile.convert', { workfileId })).number);
    }
    expect([...asked.values()].at(0)).not.toBeNull();
    expect([...asked.values()].at(-1)).toBeNull();
    await comeBack(first);
    await round(second);
    const numbers = await Promise.all(
      [...asked.keys()].map(async (workfileId) => (await sheetOf(second, workfileId)).workfile.number.ro),
    );
    expect(new Set(numbers).size).toBe(30);
    expect([...asked.values()].every((number, i) => number === null || number === numbers[i])).toBe(true);
    const { number } = await first.ask('workfile.convert', { workfileId: await first.ask('workfile.create', {}) });
    expect(numbers).not.toContain(number);
    expect(number).not.toBeNull();
  });

  test('a number that was given is not given again after a kill', async () => {
    const network = await openCutProxy(shop.cloudUrl);
    const options = { dataDir: shop.folderOf('killed'), cloudUrl: network.url, name: 'PC-5' };
    const pc = await openKillableDesktop(options);
    await pc.ask('session.sign-in', people.estimator);
    await untilSynced(pc);
    network.cut();
    await untilPhase(pc, 'offline');
    const killed = await pc.ask('workfile.create', {});
    const { number } = await pc.ask('workfile.convert', { workfileId: killed });
    await pc.kill();
    const again = await openKillableDesktop(options);
    expect((await again.ask('command.list', {}))[0]).toMatchObject({ state: 'waiting', number });
    const next = await again.ask('workfile.create', {});
    expect((await again.ask('workfile.convert', { workfileId: next })).number).toBe(String(Number(number) + 1));
    network.restore();
    await again.ask('sync.now', {});
    await untilSynced(again);
    expect((await sheetOf(again, killed)).workfile.number.ro).toBe(number);
    await again.close();
    await network.close();
  });

  test('a copy of a data folder gives no number of its twin that the cloud would take twice', async () => {
    const network = await openCutProxy(shop.cloudUrl);
    const twins = ['twin-a', 'twin-b'].map((name) => ({ dataDir: shop.folderOf(name), cloudUrl: network.url, name }));
    const [a, b] = twins as [DesktopOptions, DesktopOptions];
    const one = await openDesktop(a);
    await one.ask('session.sign-in', people.estimator);
    await untilSynced(one);
    await one.close();
    await cp(a.dataDir, b.dataDir, { recursive: true });
    // One after the other: at the same moment, either of them may be the one that the cloud asks to become another PC.
    const [left, right] = [await numbered(a, network), await numbered(b, network)] as const;
    const states = [left, right].map(({ state }) => state);
    expect(states).toEqual(['done', 'refused number-used']);
    await right.pc.ask('workfile.convert', { workfileId: right.workfileId });
    const done = await until('the copy has its number', async () => {
      const [command] = await right.pc.ask('command.list', {});
      return command?.state === 'done' && command;
    });
    expect(done.number).not.toBe((await left.pc.ask('command.list', {}))[0]?.number);
    expect((await sheetOf(right.pc, right.workfileId)).workfile.number.ro).toBe(done.number);
    await left.pc.close();
    await right.pc.close();
    await network.close();
  });

  test('a number typed on both PCs without a network is given once, and the second hears what to do', async () => {
    const [one, two] = [await sharedWorkfile(23), await sharedWorkfile(24)];
    await goOffline(first, second);
    const number = '15000';
    const before = await first.ask('numbering.read', {});
    expect(await first.ask('workfile.convert', { workfileId: one, number })).toEqual({ number });
    expect(await first.ask('numbering.read', {})).toEqual(before);
    expect(await first.reply('workfile.convert', { workfileId: two, number })).toMatchObject({
      failure: { kind: 'conflict', what: 'number-used' },
    });
    await second.ask('workfile.convert', { workfileId: two, number });
    await comeBack(first);
    await comeBack(second);
    expect((await sheetOf(second, one)).workfile.number.ro).toBe(number);
    expect((await sheetOf(second, two)).workfile.stage.stage).toBe('opportunity');
    const [refused] = await given(second, two);
    expect(refused).toMatchObject({ state: 'refused', refusal: { reason: 'number-used', number } });
    expect(refusalWords(refused as GivenCommand)).toContain('Convert again');
    expect((await second.ask('numbering.look-up', { number })).usedBy).toMatchObject({ workfileId: one });
    const next = await second.ask('workfile.convert', { workfileId: two });
    await round(second);
    expect((await sheetOf(second, two)).workfile.number.ro).toBe(next.number);
  });

  test('the shop’s prefix stands before the numbers of both PCs, which stay apart by their digits', async () => {
    const [one, two] = [await sharedWorkfile(25), await sharedWorkfile(26)];
    const about = { name: 'Our shop', kind: 'facility', company: '', claimOffice: '' } as const;
    const record = { about, usual: { isDefault: true }, numbering: { prefix: 'NS-' } };
    const [id] = await second.ask('library.add', { kind: 'profile', records: [record] });
    const profileId = id as ProfileId;
    await round(second);
    await round(first);
    expect(await first.ask('numbering.read', {})).toMatchObject({ prefix: 'NS-' });
    const { number } = await first.ask('workfile.convert', { workfileId: one });
    const other = await second.ask('workfile.convert', { workfileId: two });
    expect([number, other.number].map((text) => text?.slice(0, 3))).toEqual(['NS-', 'NS-']);
    expect(number).not.toBe(other.number);
    await round(first);
    await round(second);
    for (const pc of [first, second]) expect((await sheetOf(pc, one)).workfile.number.ro).toBe(number);
    const known = await second.ask('numbering.look-up', { number: String(number).slice(3) });
    expect(known.usedBy).toMatchObject({ workfileId: one, label: number });
    const [done] = await given(first, one);
    expect(done).toMatchObject({ state: 'done', number });
    await second.ask('profile.change', { profileId, group: 'numbering', value: { prefix: '' } });
    await round(second);
    await round(first);
  });

  test('one workfile converted on both PCs keeps the first number, and the second hears which', async () => {
    const workfileId = await sharedWorkfile(22);
    await goOffline(first, second);
    const { number } = await first.ask('workfile.convert', { workfileId });
    await second.ask('workfile.convert', { workfileId });
    await comeBack(first);
    await comeBack(second);
    expect((await given(second, workfileId))[0]).toMatchObject({
      state: 'refused',
      refusal: { reason: 'converted', number },
    });
    expect((await sheetOf(second, workfileId)).workfile.number.ro).toBe(number);
  });
});

describe('cancelling', () => {
  test('before it was sent, nothing reaches the cloud and the edits behind it go on their way', async () => {
    const workfileId = await sharedWorkfile(30);
    const [line] = (await linesOf(first, workfileId)) as [Line];
    await goOffline(first);
    await lock(first, workfileId);
    await describeLine(first, line, 'behind the lock');
    const [command] = await given(first, workfileId);
    const sent = first.network.count('POST /commands/lock-estimate');
    await first.ask('command.cancel', { id: command?.id ?? '' });
    expect(await stateOf(first, workfileId)).toBe('cancelled');
    await comeBack(first);
    expect(first.network.count('POST /commands/lock-estimate')).toBe(sent);
    await round(second);
    expect((await textsOf(second, workfileId))[0]).toBe('behind the lock');
    expect((await sheetOf(second, workfileId)).estimate.lock.at).toBe(0);
    expect(await first.reply('command.cancel', { id: command?.id ?? '' })).toMatchObject({
      failure: { kind: 'conflict', what: 'command-taken' },
    });
  });

  test('one that may be on its way is taken back unless the cloud has it: the request was lost', async () => {
    const workfileId = await sharedWorkfile(31);
    const lost = first.network.loseRequest('POST /commands/lock-estimate', 0).then(first.network.cut);
    await lock(first, workfileId);
    await lost;
    await untilPhase(first, 'offline');
    const [command] = await given(first, workfileId);
    expect(command?.state).toBe('sent');
    await first.ask('command.cancel', { id: command?.id ?? '' });
    expect(await stateOf(first, workfileId)).toBe('cancelling');
    await failTwice(first);
    await comeBack(first);
    expect(await stateOf(first, workfileId)).toBe('cancelled');
    await round(second);
    expect((await sheetOf(second, workfileId)).estimate.lock.at).toBe(0);
  });

  test('one that may be on its way is taken back unless the cloud has it: only the answer was lost', async () => {
    const workfileId = await sharedWorkfile(32);
    const lost = first.network.loseAnswer('POST /commands/lock-estimate').then(first.network.cut);
    await lock(first, workfileId);
    await lost;
    await untilPhase(first, 'offline');
    const [command] = await given(first, workfileId);
    await first.ask('command.cancel', { id: command?.id ?? '' });
    await comeBack(first);
    expect(await stateOf(first, workfileId)).toBe('done');
    expect((await sheetOf(first, workfileId)).estimate.lock.at).toBeGreaterThan(0);
  });
});

const page = { text: '', offset: 0, limit: 5, sort: 'changed', descending: true } as const;
