/** Supplements while networks and PCs fail: what is written behind a waiting lock goes where its writer meant it. */
import { expect, test } from 'vitest';
import { listKept } from '../../../src-main/db/kept.ts';
import { atEachMoment, twoAtRest } from './stage.ts';

test('a lock and the next supplement wait together, and what is written behind them is of the supplement', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.network.down.add(front.place);
  stage.price(front, sheet, 100);
  stage.lock(front, sheet);
  stage.startSupplement(front, sheet, 'S01');
  stage.price(front, sheet, 200);
  stage.network.down.clear();
  await stage.rest();
  expect(stage.versions).toEqual(['E01 100']);
  expect(stage.pcs.map((pc) => [stage.versionOn(pc, sheet), stage.priceOn(pc, sheet)])).toEqual([
    ['S01', 200],
    ['S01', 200],
  ]);
  expect(stage.pcs.map((pc) => listKept(pc.store))).toEqual([[], []]);
  stage.lock(back, sheet);
  await stage.rest();
  expect(stage.versions).toEqual(['E01 100', 'S01 200']);
  expect(stage.end()).toEqual([]);
});

test('where the lock is refused the supplement is too, and what was written behind both stays in the open version', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.network.down.add(front.place);
  stage.lock(front, sheet);
  stage.startSupplement(front, sheet, 'S01');
  stage.price(front, sheet, 200);
  stage.edit(back, sheet, ['line', sheet.line, 'state'], { open: true });
  await stage.round(back);
  stage.network.down.clear();
  await stage.rest();
  const { state, result } = stage.commandOn(front) ?? {};
  expect([state, result?.reason]).toEqual(['refused', 'not-locked']);
  expect(stage.versions).toEqual([]);
  expect(stage.pcs.map((pc) => [stage.versionOn(pc, sheet), stage.priceOn(pc, sheet)])).toEqual([
    ['E01', 200],
    ['E01', 200],
  ]);
  expect(listKept(front.store)).toEqual([]);
  expect(stage.end()).toEqual([]);
});

test('two PCs that start the same supplement write one, and neither loses a line', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.lock(front, sheet);
  await stage.rest();
  for (const pc of [front, back]) stage.startSupplement(pc, sheet, 'S01');
  stage.price(front, sheet, 300);
  stage.edit(back, sheet, ['line', sheet.line, 'labor'], { tenths: 15 });
  await stage.rest();
  expect(stage.pcs.map((pc) => stage.commandOn(pc)?.state)).toEqual(['done', 'done']);
  expect(stage.pcs.map((pc) => stage.versionOn(pc, sheet))).toEqual(['S01', 'S01']);
  expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([300, 300]);
  expect(stage.value(front, ['line', sheet.line, 'labor']).tenths).toBe(15);
  expect(stage.end()).toEqual([]);
});

test('an edit that another PC made before the lock is refused while it is locked, and taken once a supplement is open', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.network.down.add(back.place);
  stage.price(back, sheet, 400);
  stage.lock(front, sheet);
  await stage.round(front);
  stage.network.down.clear();
  await stage.rest();
  expect(listKept(back.store).map(({ reason }) => reason)).toEqual(['locked']);
  stage.startSupplement(front, sheet, 'S01');
  await stage.rest();
  stage.price(back, sheet, 500);
  await stage.rest();
  expect(stage.pcs.map((pc) => [stage.versionOn(pc, sheet), stage.priceOn(pc, sheet)])).toEqual([
    ['S01', 500],
    ['S01', 500],
  ]);
  expect(stage.versions).toEqual(['E01 0']);
  expect(stage.end()).toEqual([]);
});

test('an edit made of the estimate that arrives after the supplement was started is of the supplement', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.network.down.add(back.place);
  stage.price(back, sheet, 400);
  stage.lock(front, sheet);
  stage.startSupplement(front, sheet, 'S01');
  await stage.round(front);
  stage.network.down.clear();
  await stage.rest();
  expect(stage.versions).toEqual(['E01 0']);
  expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([400, 400]);
  expect(listKept(back.store)).toEqual([]);
  expect(stage.end()).toEqual([]);
});

test('a PC that restarts at any moment of a lock and a supplement locks and starts once', async () => {
  const moments = await atEachMoment(async (moment) => {
    const { stage, front, sheet } = await twoAtRest();
    stage.price(front, sheet, 100);
    stage.lock(front, sheet);
    stage.startSupplement(front, sheet, 'S01');
    stage.price(front, sheet, 200);
    const isOnItsWay = await stage.begin(front, moment);
    front.restart();
    await stage.rest();
    expect(stage.versions).toEqual(['E01 100']);
    expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([200, 200]);
    expect(stage.end()).toEqual([]);
    return isOnItsWay;
  });
  expect(moments).toBeGreaterThan(10);
});

test('a cloud that was put back locks and starts again, as people have seen it', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const backup = stage.cloud.backup();
  stage.price(front, sheet, 100);
  stage.lock(front, sheet);
  stage.startSupplement(front, sheet, 'S01');
  await stage.rest();
  stage.restoreCloud(backup, true);
  stage.price(back, sheet, 200);
  await stage.rest();
  expect(stage.pcs.map((pc) => stage.versionOn(pc, sheet))).toEqual(['S01', 'S01']);
  expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([200, 200]);
  expect(stage.versions).toEqual(['E01 100']);
  expect(stage.end()).toEqual([]);
});

test('a lock that was lost with the PC that had asked for it leaves no version behind, and is given anew', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const [backup, copy] = [stage.cloud.backup(), front.image()];
  stage.price(back, sheet, 100);
  await stage.rest();
  stage.lock(front, sheet);
  await stage.rest();
  stage.putBack(front, copy);
  stage.restoreCloud(backup, true);
  await stage.rest();
  expect(stage.versions).toEqual([]);
  expect(stage.pcs.map((pc) => stage.versionOn(pc, sheet))).toEqual(['E01', 'E01']);
  expect(stage.problems()).toEqual([]);
  // What an insurer may have in hand is not gone for good.
  expect(back.texts('select replaced from mending').join()).toContain('"label":"E01"');
  stage.lock(back, sheet);
  await stage.rest();
  expect(stage.versions).toEqual(['E01 100']);
  expect(stage.end()).toEqual([]);
});

test('a lock that waits to be asked for again by somebody else keeps what was locked until they sign in', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const backup = stage.cloud.backup();
  stage.price(front, sheet, 100);
  stage.lock(front, sheet);
  await stage.rest();
  const [before] = front.texts('select author from command order by n desc limit 1');
  stage.giveTo(front, 'another person');
  stage.restoreCloud(backup, true);
  await stage.rest();
  stage.price(back, sheet, 200);
  await stage.rest();
  expect([stage.versions, stage.versionOn(back, sheet)]).toEqual([[], 'E01']);
  expect(front.texts('select of_label from version')).toEqual(['E01']);
  stage.giveTo(front, String(before));
  await stage.rest();
  expect(stage.versions).toEqual(['E01 100']);
  expect(stage.end()).toEqual([]);
});

test('where somebody else locked first after a restore, the version of the refused lock makes room for theirs', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const backup = stage.cloud.backup();
  stage.price(front, sheet, 100);
  stage.lock(front, sheet);
  await stage.rest();
  stage.restoreCloud(backup, true);
  stage.network.down.add(front.place);
  for (let rounds = 0; rounds < 4; rounds += 1) await stage.round(back);
  expect(back.texts('select id from version')).toEqual([]);
  stage.lock(back, sheet);
  await stage.round(back);
  stage.network.down.clear();
  await stage.rest();
  expect(stage.commandOn(front)?.state).toBe('refused');
  expect(stage.versions).toEqual(['E01 100']);
  expect(listKept(front.store)).toEqual([]);
  expect(stage.end()).toEqual([]);
});
