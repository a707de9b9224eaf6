/** Commands while networks, PCs and clouds fail: each happens once, and what comes too late is refused and kept. */
import { expect, test } from 'vitest';
import { listKept } from '../../../src-main/db/kept.ts';
import { atEachMoment, twoAtRest } from './stage.ts';

test('an edit made offline of an estimate that another PC locked meanwhile is refused, kept with its value, and listed with the reason', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.network.down.add(back.place);
  stage.lock(front, sheet);
  await stage.round(front);
  stage.price(back, sheet, 300);
  stage.network.down.clear();
  await stage.rest();
  expect(
    listKept(back.store).map(({ id, group, reason, mine }) => [id, group, reason, JSON.parse(mine).priceCents]),
  ).toEqual([[sheet.line, 'part', 'locked', 300]]);
  expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([0, 0]);
  expect(stage.end()).toEqual([]);
});

test('an edit made before the lock on the same PC is part of what is locked', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.price(front, sheet, 100);
  stage.lock(front, sheet);
  stage.price(front, sheet, 200);
  await stage.rest();
  expect(stage.priceOn(back, sheet)).toBe(100);
  expect(listKept(front.store).map(({ reason }) => reason)).toEqual(['locked']);
  expect(stage.end()).toEqual([]);
});

test('two PCs that make a repair order of one workfile make one, with the number of the first', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const [first, second] = [stage.convert(front, sheet), stage.convert(back, sheet)];
  expect(first).not.toBe(second);
  await stage.rest();
  expect(stage.pcs.map((pc) => stage.value(pc, ['workfile', sheet.workfile, 'number']).ro)).toEqual([first, first]);
  expect(stage.commandOn(back)).toMatchObject({ state: 'refused', result: { reason: 'converted' } });
  expect(stage.end()).toEqual([]);
});

test.each([
  ['PC', 'restarts'],
  ['cloud', 'dies'],
])('a %s that %s at any moment of a command makes it happen once, and hears the same answer', async (who) => {
  const moments = await atEachMoment(async (moment) => {
    const { stage, front, sheet } = await twoAtRest();
    const number = stage.convert(front, sheet);
    const isOnItsWay = await stage.begin(front, moment);
    if (who === 'PC') front.restart();
    else stage.cloud.killOne();
    await stage.rest();
    const numbers = stage.cloud.shop.log.filter(({ group }) => group === 'number');
    expect(numbers.map(({ value }) => value.ro)).toEqual([number]);
    expect(stage.commandOn(front)).toMatchObject({ state: 'done', result: { number } });
    expect(stage.end()).toEqual([]);
    return isOnItsWay;
  });
  expect(moments).toBeGreaterThan(10);
});

test('a cloud that was put back does what it had done once more, under the number that people have seen', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const other = stage.open(back);
  await stage.rest();
  const backup = stage.cloud.backup();
  const number = stage.convert(front, sheet);
  await stage.rest();
  stage.restoreCloud(backup, true);
  const later = stage.convert(back, other);
  await stage.rest();
  expect(stage.value(back, ['workfile', sheet.workfile, 'number']).ro).toBe(number);
  expect(stage.value(front, ['workfile', other.workfile, 'number']).ro).toBe(later);
  expect(stage.end()).toEqual([]);
});

test('numbers leased before and after a restore of the cloud never meet', async () => {
  const { stage, front, sheet } = await twoAtRest();
  const backup = stage.cloud.backup();
  const late = stage.addPc();
  await stage.rest();
  stage.restoreCloud(backup, true);
  const later = stage.addPc();
  await stage.rest();
  const others = [late, later].map((pc) => [pc, stage.open(pc)] as const);
  await stage.rest();
  const numbers = [stage.convert(front, sheet), ...others.map(([pc, own]) => stage.convert(pc, own))];
  expect(new Set(numbers).size).toBe(3);
  expect(numbers).not.toContain(null);
  await stage.rest();
  expect(stage.end()).toEqual([]);
});
