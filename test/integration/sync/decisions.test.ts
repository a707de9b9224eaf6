/** Two PCs change the same price while apart: both values are kept, shown on both, and decided by a person once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { noPanel } from '../../../src-shared/domain/estimate/refinish/known-panel.ts';
import { linesOf, setPrice, sheetOf, writeEstimate } from '../../support/desktop-estimate.ts';
import { openShop, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

let shop: Shop;
let front: ShopPc;
let parts: ShopPc;
let workfileId: WorkfileId;

beforeAll(async () => {
  shop = await openShop();
  front = await shop.pc('FRONT-PC');
  parts = await shop.pc('PARTS-PC', 'office');
  // The office edits contacts; both may edit those.
  workfileId = await writeEstimate(front, 3);
  await round(front);
  await round(parts);
});
afterAll(() => shop.close());

const lineAt = async (pc: ShopPc, at: number): Promise<Line> => {
  const line = (await linesOf(pc, workfileId))[at];
  if (line === undefined) throw new Error('no such line');
  return line;
};
const cellOf = async (pc: ShopPc): Promise<string> => (await sheetOf(pc, workfileId)).contacts[0]?.cell.number ?? '';

async function typeCell(pc: ShopPc, number: string): Promise<void> {
  const [owner] = (await sheetOf(pc, workfileId)).contacts;
  if (owner === undefined) throw new Error('no owner');
  await pc.ask('contact.change', { contactId: owner.id, group: 'cell', value: { number } });
}

/** Both type another number while they know nothing of each other; the parts PC is the first to reach the cloud. */
async function disagree(first: string, later: string): Promise<void> {
  await front.ask('sync.set-offline', { offline: true });
  await typeCell(front, later);
  await typeCell(parts, first);
  await round(parts);
  await front.ask('sync.set-offline', { offline: false });
  await round(front);
  await round(parts);
}

const decisionsOn = async (pc: ShopPc) => (await pc.ask('decision.list', {})).decisions;

test('both PCs list the same two values, each with its own as mine, who wrote them and where', async () => {
  await typeCell(front, '(312) 555-0142');
  await round(front);
  await round(parts);
  await disagree('(312) 555-0177', '(312) 555-0199');
  const [onFront] = await decisionsOn(front);
  const [onParts] = await decisionsOn(parts);
  expect(onFront).toMatchObject({
    what: 'conflict',
    reason: 'conflict',
    isMine: true,
    place: { workfileId, kind: 'contact', group: 'cell', role: 'owner', owner: expect.stringContaining('Turpin') },
    before: { words: '(312) 555-0142' },
    mine: { words: '(312) 555-0199', pc: 'FRONT-PC' },
    theirs: { words: '(312) 555-0177', pc: 'PARTS-PC' },
  });
  expect(onParts).toMatchObject({
    id: onFront?.id,
    isMine: true,
    mine: { words: '(312) 555-0177', pc: 'PARTS-PC' },
    theirs: { words: '(312) 555-0199', pc: 'FRONT-PC' },
  });
  expect(onFront?.mine.by).not.toBe('');
  expect((await front.ask('sync.state', {})).decisions).toBe(1);
  const page = await front.ask('workfile.list', { text: '', offset: 0, limit: 10, sort: 'changed', descending: true });
  expect(page.rows.find(({ id }) => id === workfileId)?.undecided).toBe(true);
});

test('keeping mine is one step that both PCs see, and undo brings value and question back', async () => {
  const [decision] = await decisionsOn(front);
  await front.ask('decision.choose', { ids: [decision?.id ?? ''], choice: 'mine' });
  expect(await cellOf(front)).toBe('(312) 555-0199');
  await round(front);
  await round(parts);
  expect(await cellOf(parts)).toBe('(312) 555-0199');
  expect(await decisionsOn(parts)).toEqual([]);
  expect(await front.ask('decision.undo', {})).toEqual({ undone: true });
  expect(await cellOf(front)).toBe('(312) 555-0177');
  expect(await decisionsOn(front)).toHaveLength(1);
  await round(front);
  await round(parts);
  expect(await decisionsOn(parts)).toHaveLength(1);
});

test('keeping theirs leaves the standing value, and the other PC has nothing to decide any more', async () => {
  const [decision] = await decisionsOn(front);
  await front.ask('decision.choose', { ids: [decision?.id ?? ''], choice: 'theirs' });
  await round(front);
  await round(parts);
  expect(await cellOf(front)).toBe('(312) 555-0177');
  expect(await decisionsOn(front)).toEqual([]);
  expect(await decisionsOn(parts)).toEqual([]);
});

test('a third value ends the question, and so does simply typing another one', async () => {
  await disagree('(312) 555-0101', '(312) 555-0102');
  const [decision] = await decisionsOn(front);
  await front.ask('decision.edit', { id: decision?.id ?? '', value: { number: '(312) 555-0103' } });
  expect(await decisionsOn(front)).toEqual([]);
  await round(front);
  await round(parts);
  expect(await cellOf(parts)).toBe('(312) 555-0103');
  await disagree('(312) 555-0104', '(312) 555-0105');
  expect(await decisionsOn(parts)).toHaveLength(1);
  await typeCell(parts, '(312) 555-0106');
  expect(await decisionsOn(parts)).toEqual([]);
  await round(parts);
  await round(front);
  expect(await decisionsOn(front)).toEqual([]);
  await parts.ask('workfile.undo', { workfileId });
  expect(await decisionsOn(parts)).toHaveLength(1);
  await parts.ask('workfile.redo', { workfileId });
  await round(parts);
  await round(front);
});

test('after somebody else went on in the workfile, undoing the decision is refused with the reason', async () => {
  await disagree('(312) 555-0111', '(312) 555-0112');
  const [decision] = await decisionsOn(front);
  await front.ask('decision.choose', { ids: [decision?.id ?? ''], choice: 'theirs' });
  await setPrice(front, await lineAt(front, 1), 4242);
  expect(await front.reply('decision.undo', {})).toEqual({
    ok: false,
    failure: { kind: 'conflict', what: 'undo-decision' },
  });
  await round(front);
  await round(parts);
});

test('the queue, what was sent and the PCs of the shop are told as they are', async () => {
  await front.ask('sync.set-offline', { offline: true });
  await setPrice(front, await lineAt(front, 1), 5151);
  const queue = await front.ask('sync.queue', {});
  expect(queue).toMatchObject({
    total: 1,
    edits: [{ isHeld: false, tries: 0, place: { kind: 'line', line: { number: 2 } } }],
  });
  expect(queue.bytes).toBeGreaterThan(20);
  expect(await front.reply('sync.devices', {})).toEqual({ ok: false, failure: { kind: 'offline' } });
  await front.ask('sync.set-offline', { offline: false });
  await round(front);
  expect(await front.ask('sync.queue', {})).toMatchObject({ total: 0, bytes: 0, oldestAt: 0, edits: [] });
  const sent = await front.ask('sync.sent', { since: 0 });
  expect(sent[0]).toMatchObject({ edits: 1, conflicts: 0, refused: 0 });
  expect(sent.some(({ conflicts }) => conflicts === 1)).toBe(true);
  const devices = await front.ask('sync.devices', {});
  expect(devices.map(({ name, isThisPc, isRevoked }) => ({ name, isThisPc, isRevoked }))).toEqual(
    expect.arrayContaining([
      { name: 'FRONT-PC', isThisPc: true, isRevoked: false },
      { name: 'PARTS-PC', isThisPc: false, isRevoked: false },
    ]),
  );
  expect(Math.min(...devices.map(({ seenAt }) => Date.now() - seenAt))).toBeLessThan(120_000);
  expect(await front.ask('sync.problems', {})).toMatchObject({ tries: 0, setAside: [], damagedPhotos: 0 });
});

test('a contact that one deleted and the other edited is restored by keeping the edit, and undo deletes it again', async () => {
  const contactId = await front.ask('contact.add', { workfileId, role: 'other' });
  await round(front);
  await round(parts);
  await front.ask('sync.set-offline', { offline: true });
  await front.ask('contact.change', { contactId, group: 'email', value: { address: 'lee@example.com' } });
  await parts.ask('contact.remove', { contactId });
  await round(parts);
  await front.ask('sync.set-offline', { offline: false });
  await round(front);
  const emails = async (pc: ShopPc) =>
    (await sheetOf(pc, workfileId)).contacts.filter(({ id }) => id === contactId).map(({ email }) => email.address);
  expect(await emails(front)).toEqual([]);
  const [decision] = await decisionsOn(front);
  expect(decision).toMatchObject({
    reason: 'deleted',
    mine: { words: 'lee@example.com' },
    theirs: { words: 'Deleted' },
  });
  await front.ask('decision.choose', { ids: [decision?.id ?? ''], choice: 'mine' });
  expect(await emails(front)).toEqual(['lee@example.com']);
  await front.ask('decision.undo', {});
  expect(await emails(front)).toEqual([]);
  const [again] = await decisionsOn(front);
  await front.ask('decision.choose', { ids: [again?.id ?? ''], choice: 'mine' });
  await round(front);
  await round(parts);
  expect(await emails(parts)).toEqual(['lee@example.com']);
  expect(await decisionsOn(parts)).toEqual([]);
});

test('the same choice for several fields of a workfile is one step of undo', async () => {
  const [owner] = (await sheetOf(front, workfileId)).contacts;
  const numbers = async () => {
    const [now] = (await sheetOf(front, workfileId)).contacts;
    return [now?.home.number, now?.business.number];
  };
  const typeBoth = async (pc: ShopPc, number: string) => {
    for (const group of ['home', 'business'] as const) {
      await pc.ask('contact.change', { contactId: owner?.id ?? ('' as never), group, value: { number } });
    }
  };
  await typeBoth(front, '(312) 555-0100');
  await round(front);
  await round(parts);
  await front.ask('sync.set-offline', { offline: true });
  await typeBoth(front, '(312) 555-0121');
  await typeBoth(parts, '(312) 555-0122');
  await round(parts);
  await front.ask('sync.set-offline', { offline: false });
  await round(front);
  const ids = (await decisionsOn(front)).map(({ id }) => id);
  expect(ids).toHaveLength(2);
  await front.ask('decision.choose', { ids, choice: 'mine' });
  expect(await numbers()).toEqual(['(312) 555-0121', '(312) 555-0121']);
  await front.ask('workfile.undo', { workfileId });
  expect(await numbers()).toEqual(['(312) 555-0122', '(312) 555-0122']);
  expect(await decisionsOn(front)).toHaveLength(2);
});

test('a line that waits is called by the number it has in the grid, below the rows that another one brings along', async () => {
  const second = await lineAt(front, 1);
  const hood = {
    work: { operation: 'replace' },
    refinish: { tenths: 30, included: false },
    panel: { ...noPanel, kind: 'major', place: 'hood' },
  } as const;
  const { estimate } = await sheetOf(front, workfileId);
  await front.ask('line.add', { estimateId: estimate.id, after: null, lines: [hood] });
  await round(front);
  await front.ask('sync.set-offline', { offline: true });
  await setPrice(front, second, 6161);
  const { edits } = await front.ask('sync.queue', {});
  // The hood, its clear coat, the line that was the first, and this one.
  expect(edits).toMatchObject([{ place: { line: { number: 4 } } }]);
  await front.ask('sync.set-offline', { offline: false });
  await round(front);
});
