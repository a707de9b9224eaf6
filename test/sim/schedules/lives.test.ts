/** Machines and clouds that come back from an older copy: they find out, nothing is doubled, and nothing is lost. */
import { expect, test } from 'vitest';
import { atEachMoment, Stage, twoAtRest } from './stage.ts';

test('a PC that was put back from a copy knows that it is not what the cloud has, and catches up', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const copy = back.image();
  stage.price(front, sheet, 100);
  stage.price(back, sheet, 100);
  const added = stage.addLine(back, sheet, 'fender');
  await stage.rest();
  stage.putBack(back, copy);
  await stage.rest();
  expect(stage.priceOn(back, sheet)).toBe(100);
  expect(stage.value(back, ['line', added, 'text'])).toMatchObject({ description: 'fender' });
  expect(stage.end()).toEqual([]);
});

test('a PC that was put back and goes on working from there loses neither its new work nor its old', async () => {
  const { stage, back, sheet } = await twoAtRest();
  const copy = back.image();
  const before = stage.addLine(back, sheet, 'before');
  await stage.rest();
  stage.putBack(back, copy);
  const device = back.device;
  const after = stage.addLine(back, sheet, 'after');
  await stage.rest();
  const lines = [...stage.cloud.shop.records.values()].filter(({ kind }) => kind === 'line').map(({ id }) => id);
  expect(lines.sort()).toEqual([sheet.line, before, after].sort());
  expect(back.device).not.toBe(device);
  expect(stage.end()).toEqual([]);
});

test('a folder that was copied to a second PC becomes two PCs, and what either wrote arrives', async () => {
  const { stage, back, sheet } = await twoAtRest();
  stage.price(back, sheet, 100);
  const twin = stage.copyPc(back);
  const [mine, theirs] = [stage.addLine(back, sheet, 'mine'), stage.addLine(twin, sheet, 'theirs')];
  await stage.rest();
  expect(new Set(stage.pcs.map((pc) => pc.device)).size).toBe(3);
  const lines = [...stage.cloud.shop.records.values()].filter(({ kind }) => kind === 'line').map(({ id }) => id);
  expect(lines.sort()).toEqual([sheet.line, mine, theirs].sort());
  expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([100, 100, 100]);
  expect(stage.end()).toEqual([]);
});

test.each([true, false])(
  'a cloud that lost its tail gets it back from the PCs, whether it says so (%s) or not',
  async (says) => {
    const { stage, front, back, sheet } = await twoAtRest();
    const backup = stage.cloud.backup();
    stage.price(front, sheet, 100);
    const added = stage.addLine(back, sheet, 'fender');
    await stage.rest();
    stage.restoreCloud(backup, says);
    stage.edit(back, sheet, ['line', sheet.line, 'labor'], { tenths: 5 });
    await stage.rest();
    expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([100, 100]);
    expect(stage.cloud.shop.records.get(`line/${added}`)?.deleted).toBe(false);
    expect(stage.cloud.shop.records.get(`line/${sheet.line}`)?.value.labor).toMatchObject({ tenths: 5 });
    expect(stage.end()).toEqual([]);
  },
);

test('what the cloud writes by itself has one name: a conflict that is found again after a restore is the same conflict', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const backup = stage.cloud.backup();
  stage.price(front, sheet, 100);
  stage.price(back, sheet, 200);
  await stage.rest();
  const before = stage.openConflicts.map(({ id }) => id);
  expect(before).toHaveLength(1);
  stage.restoreCloud(backup, true);
  await stage.rest();
  expect(stage.openConflicts.map(({ id }) => id)).toEqual(before);
  expect([...stage.cloud.shop.records.keys()].filter((key) => key.startsWith('conflict/'))).toHaveLength(1);
  expect(stage.end()).toEqual([]);
});

test('a cloud that is put back at any moment of a round brings nobody out of step for good', async () => {
  const moments = await atEachMoment(async (moment) => {
    const { stage, front, back, sheet } = await twoAtRest();
    const backup = stage.cloud.backup();
    stage.price(front, sheet, 100);
    await stage.rest();
    const added = stage.addLine(back, sheet, 'fender');
    const isOnItsWay = await stage.begin(back, moment);
    stage.restoreCloud(backup, true);
    await stage.rest();
    expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([100, 100]);
    expect(stage.cloud.shop.records.get(`line/${added}`)).toBeDefined();
    expect(stage.end()).toEqual([]);
    return isOnItsWay;
  });
  expect(moments).toBeGreaterThan(10);
});

test('a PC that comes when all is over has everything after its first rounds', async () => {
  const { stage, front, sheet } = await twoAtRest();
  stage.price(front, sheet, 100);
  await stage.rest();
  const late = stage.addPc();
  await stage.rest();
  expect(stage.priceOn(late, sheet)).toBe(100);
  expect(stage.end()).toEqual([]);
});

test('a PC that brings a record back from below an edit of its own brings what its maker wrote', async () => {
  const stage = new Stage();
  const empty = stage.cloud.backup();
  const front = stage.addPc();
  const sheet = stage.open(front);
  await stage.rest();
  // It has the state alone, and heard of no edit.
  const late = stage.addPc();
  await stage.rest();
  stage.network.down.add(front.place);
  stage.edit(late, sheet, ['line', sheet.line, 'text'], { description: 'fender' });
  stage.restoreCloud(empty, true);
  for (let rounds = 0; rounds < 6; rounds += 1) await stage.round(late);
  const ofLine = stage.cloud.shop.log.filter(({ id }) => id === sheet.line);
  const words = { description: 'bumper' };
  expect(ofLine.map(({ value }) => value.text ?? value)).toEqual([words, { description: 'fender' }]);
  stage.network.down.clear();
  await stage.rest();
  expect(stage.end()).toEqual([]);
});
