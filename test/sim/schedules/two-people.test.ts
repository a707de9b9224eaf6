/** Two people at one record: nothing is silently overwritten, nobody conflicts with themselves, nothing comes back. */
import { expect, test } from 'vitest';
import { atEachMoment, twoAtRest } from './stage.ts';

test('an edit that waited while another PC read the cloud is no older for it: the next edit there meets it in a conflict', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.price(front, sheet, 100);
  await stage.round(front);
  stage.price(front, sheet, 200);
  await stage.round(back);
  await stage.round(front);
  stage.price(back, sheet, 300);
  await stage.round(back);
  await stage.round(front);
  expect(stage.priceOn(front, sheet)).toBe(200);
  expect(stage.keptPrices).toEqual([300]);
  await stage.rest();
  expect(stage.end()).toEqual([]);
});

test('a line that one PC removed while another one changed it stays removed, and the change is kept beside it', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.remove(front, sheet);
  stage.price(back, sheet, 300);
  await stage.rest();
  const records = [...stage.cloud.shop.records.values()];
  expect(records.find(({ id }) => id === sheet.line)?.deleted).toBe(true);
  expect(stage.keptPrices).toEqual([300]);
  expect(stage.end()).toEqual([]);
});

test('a line that was changed on one PC and then removed by another one, which had not seen the change, can be restored with it', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.price(front, sheet, 300);
  await stage.round(front);
  stage.remove(back, sheet);
  await stage.rest();
  stage.remove(front, sheet, sheet.line, false);
  await stage.rest();
  expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([300, 300]);
  expect(stage.end()).toEqual([]);
});

test('two PCs that write the same value at once have no conflict, then or later', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  for (const price of [100, 200, 300]) {
    stage.price(front, sheet, price);
    stage.price(back, sheet, price);
    await stage.rest();
  }
  expect(stage.cloud.shop.conflicts.size).toBe(0);
  expect(stage.end()).toEqual([]);
});

test('different groups of one line merge, and neither PC is asked anything', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.price(front, sheet, 100);
  stage.edit(back, sheet, ['line', sheet.line, 'labor'], { tenths: 15 });
  stage.edit(back, sheet, ['line', sheet.line, 'text'], { description: 'front bumper' });
  await stage.rest();
  expect(stage.cloud.shop.conflicts.size).toBe(0);
  expect(stage.value(front, ['line', sheet.line, 'labor'])).toMatchObject({ tenths: 15 });
  expect(stage.priceOn(back, sheet)).toBe(100);
  expect(stage.end()).toEqual([]);
});

test('somebody who types at any moment of a round keeps what they typed, and has no conflict with themselves', async () => {
  const moments = await atEachMoment(async (moment) => {
    const { stage, front, sheet } = await twoAtRest();
    stage.price(front, sheet, 1);
    const isOnItsWay = await stage.begin(front, moment);
    stage.price(front, sheet, 2);
    expect(stage.priceOn(front, sheet)).toBe(2);
    await stage.rest();
    expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([2, 2]);
    expect(stage.cloud.shop.conflicts.size).toBe(0);
    expect(stage.end()).toEqual([]);
    return isOnItsWay;
  });
  expect(moments).toBeGreaterThan(10);
});

test('what arrives at any moment never replaces what is typed here and was not sent', async () => {
  const moments = await atEachMoment(async (moment) => {
    const { stage, front, back, sheet } = await twoAtRest();
    stage.price(back, sheet, 100);
    await stage.round(back);
    const isOnItsWay = await stage.begin(front, moment);
    const before = stage.priceOn(front, sheet);
    stage.price(front, sheet, 2);
    while (front.isBusy) {
      await stage.begin(front, 1);
      expect(stage.priceOn(front, sheet)).toBe(2);
    }
    await stage.rest();
    // Who saw the other price replaces it; who did not is in a conflict with it.
    expect(stage.keptPrices).toEqual(before === 100 ? [] : [2]);
    expect(stage.end()).toEqual([]);
    return isOnItsWay;
  });
  expect(moments).toBeGreaterThan(5);
});

test('forty keystrokes while another PC has changed the same field make one conflict, not forty', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const type = async (from: number) => {
    for (let i = 0; i < 20; i += 1) {
      stage.price(front, sheet, from + i);
      await stage.begin(front, 7);
    }
  };
  await type(100);
  await stage.round(front);
  expect(stage.cloud.shop.conflicts.size).toBe(0);
  await stage.round(back);
  stage.price(back, sheet, 1);
  await stage.round(back);
  await type(200);
  await stage.rest();
  expect(stage.cloud.shop.conflicts.size).toBeLessThanOrEqual(1);
  expect([...stage.keptPrices, stage.priceOn(front, sheet)]).toContain(219);
  expect(stage.end()).toEqual([]);
});
