/** T08, schedules by hand: two people, two clocks, one workfile. Each was a loss or a plague somewhere else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/cloud.ts';
import { syncRound } from './faulty-shop.ts';
import { decisionsOn, hoursOf, lineAt, lineOn, openTwoPcs, priceOf, type TwoPcs, textOf } from './two-pcs.ts';

const hour = 3_600_000;
const year = 8_760 * hour;

let cloud: TestCloud;
/** Two PCs whose clocks are years apart. */
let pcs: TwoPcs;
beforeAll(async () => {
  cloud = await startTestCloud();
  pcs = await openTwoPcs(cloud, { first: hour, second: -10 * year });
});
afterAll(async () => {
  await pcs.shop.close();
  await cloud.close();
});

test('clocks that are an hour or ten years off make no conflict copies', async () => {
  const { first, second, workfile, apart, atRest } = pcs;
  const { id, lines } = await workfile(20);
  await apart(async () => {
    for (const [n, line] of lines.entries()) {
      await (n % 2 === 0 ? first : second).ask('line.change', priceOf(line, 100 + n));
      await (n % 2 === 0 ? second : first).ask('line.change', hoursOf(line, 10 + n));
    }
  });
  await atRest();
  for (const pc of [first, second]) expect(await decisionsOn(pc, id)).toEqual([]);
  const last = await lineOn(first, id, lineAt(lines, 19));
  expect([last?.part.priceCents, last?.labor.tenths]).toEqual([119, 29]);
});

test('an edit made after the clock was set back is judged by what its author saw, not by when', async () => {
  const { first, second, workfile, atRest } = pcs;
  const { id, lines } = await workfile();
  const line = lineAt(lines, 0);
  await first.ask('line.change', textOf(line, 'written an hour ahead'));
  await syncRound(first);
  await first.stop();
  await first.start({ clockSkewMs: -2 * hour });
  first.network.cut();
  await syncRound(second);
  await second.ask('line.change', textOf(line, 'written by the other PC'));
  await syncRound(second);
  await first.ask('line.change', textOf(line, 'written in the past'));
  first.network.restore();
  await syncRound(first);
  await atRest();
  expect((await lineOn(first, id, line))?.text.description).toBe('written by the other PC');
  const [decision] = await decisionsOn(first, id);
  expect(decision).toMatchObject({
    place: { recordId: line.id, group: 'text' },
    mine: { words: 'written in the past' },
  });
  await first.ask('decision.choose', { ids: [decision?.id ?? ''], choice: 'mine' });
  await atRest();
  expect((await lineOn(second, id, line))?.text.description).toBe('written in the past');
});

test('a line removed on a PC whose clock is behind stays removed, and the edit made elsewhere is told, not lost', async () => {
  const { first, second, workfile, apart, atRest } = pcs;
  const { id, lines } = await workfile();
  const line = lineAt(lines, 1);
  await apart(async () => {
    await first.ask('line.remove', { lineIds: [line.id] });
    await second.ask('line.change', priceOf(line, 70_700));
  });
  const rest = await atRest();
  expect(rest.cloud.deleted).toContain(`line/${line.id}`);
  for (const pc of [first, second]) expect(await lineOn(pc, id, line)).toBeUndefined();
  const place = { kind: 'line', recordId: line.id, group: 'part' };
  expect(await decisionsOn(second, id)).toMatchObject([
    { place, reason: 'deleted', mine: { value: { priceCents: 70_700 } } },
  ]);
});

test('equal values and marks of saving are no conflict', async () => {
  const { first, second, workfile, apart, atRest } = pcs;
  const { id, lines } = await workfile();
  const line = lineAt(lines, 0);
  await apart(async () => {
    for (const pc of [first, second]) {
      await pc.ask('line.change', priceOf(line, 4_200));
      await pc.reply('workfile.save', { workfileId: id });
    }
  });
  await atRest();
  for (const pc of [first, second]) expect(await decisionsOn(pc, id)).toEqual([]);
});

test('PCs that are equal do not rewrite each other', async () => {
  const { workfile, atRest, shop } = pcs;
  const { lines } = await workfile();
  await pcs.apart(async () => {
    await pcs.first.ask('line.change', textOf(lineAt(lines, 0), 'one'));
    await pcs.second.ask('line.move', { lineIds: [lineAt(lines, 2).id], after: null });
  });
  const { cloud: before } = await atRest();
  for (let n = 0; n < 5; n += 1) for (const pc of shop.pcs) await syncRound(pc);
  const { cloud: after } = await atRest();
  expect(after.log.length).toBe(before.log.length);
});

test('of two prices typed in the same moment neither wins in silence', async () => {
  const { first, second, workfile, atRest } = pcs;
  const { lines } = await workfile(10);
  for (const [n, line] of lines.entries()) {
    await Promise.all([
      first.ask('line.change', priceOf(line, 1_000 + n)),
      second.ask('line.change', priceOf(line, 2_000 + n)),
    ]);
  }
  const { cloud: state } = await atRest();
  const known = [...state.aside, ...state.log.map(({ value }) => JSON.stringify(value))].join(' ');
  for (const n of lines.keys()) for (const price of [1_000 + n, 2_000 + n]) expect(known).toContain(String(price));
});

test('what was set aside names its workfile, record and field, with both values', async () => {
  const { first, second, workfile, apart, atRest } = pcs;
  const { id, lines } = await workfile();
  await apart(async () => {
    await first.ask('line.change', priceOf(lineAt(lines, 0), 11_100));
    await second.ask('line.change', priceOf(lineAt(lines, 0), 22_200));
  });
  await atRest();
  const line = lineAt(lines, 0);
  for (const pc of [first, second]) {
    const [decision, ...others] = await decisionsOn(pc, id);
    expect(others).toEqual([]);
    expect(decision?.place).toMatchObject({ kind: 'line', recordId: line.id, group: 'part', line: { number: 1 } });
    expect(decision?.place.workfileLabel).not.toBe('');
    const prices = [decision?.mine, decision?.theirs].map((side) => side?.value.priceCents);
    expect(prices).toEqual(pc === first ? [11_100, 22_200] : [22_200, 11_100]);
    expect([decision?.mine.pc, decision?.theirs?.pc]).toEqual(pc === first ? ['PC-1', 'PC-2'] : ['PC-2', 'PC-1']);
  }
});

test('a decision that meets a newer value is a conflict again, and holds nothing up', async () => {
  const { first, second, workfile, apart, atRest } = pcs;
  const { id, lines } = await workfile();
  const line = lineAt(lines, 0);
  await apart(async () => {
    await first.ask('line.change', priceOf(line, 10_000));
    await second.ask('line.change', priceOf(line, 20_000));
  });
  const [decision] = await decisionsOn(second, id);
  await apart(async () => {
    await first.ask('line.change', priceOf(line, 30_000));
    await second.ask('decision.choose', { ids: [decision?.id ?? ''], choice: 'mine' });
    await second.ask('line.change', textOf(lineAt(lines, 1), 'sent in the same batch'));
  });
  await atRest();
  expect((await lineOn(first, id, lineAt(lines, 1)))?.text.description).toBe('sent in the same batch');
  const open = await decisionsOn(first, id);
  expect(open.flatMap(({ mine, theirs }) => [mine.value.priceCents, theirs?.value.priceCents])).toEqual([
    30_000, 20_000,
  ]);
});
