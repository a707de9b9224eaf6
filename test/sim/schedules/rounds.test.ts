/** Rounds that fail, repeat or have nothing to do: each edit arrives once, and quiet stays quiet. */
import { expect, test } from 'vitest';
import { listKept } from '../../../src-main/db/kept.ts';
import { atEachMoment, Stage, twoAtRest } from './stage.ts';

test('PCs that are equal write nothing, neither here nor in the cloud, however many rounds they run', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  stage.price(front, sheet, 100);
  stage.price(back, sheet, 200);
  await stage.rest();
  const before = stage.pcs.map((pc) => pc.writes);
  const { lastSeq } = stage.cloud.shop;
  for (let i = 0; i < 5; i += 1) for (const pc of stage.pcs) await stage.round(pc);
  expect(stage.pcs.map((pc) => pc.writes)).toEqual(before);
  expect(stage.cloud.shop.lastSeq).toBe(lastSeq);
});

test('a PC that dies at any moment of a round sends the same batch again, and every edit arrives once', async () => {
  const moments = await atEachMoment(async (moment) => {
    const { stage, front, sheet } = await twoAtRest();
    stage.price(front, sheet, 100);
    stage.addLine(front, sheet, 'fender');
    const { device } = front;
    const isOnItsWay = await stage.begin(front, moment);
    front.restart();
    await stage.rest();
    const lines = [...stage.cloud.shop.records.values()].filter(({ kind }) => kind === 'line');
    expect(lines).toHaveLength(2);
    // It was answered, not taken for a copy of itself.
    expect(front.device).toBe(device);
    expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([100, 100]);
    expect(stage.end()).toEqual([]);
    return isOnItsWay;
  });
  expect(moments).toBeGreaterThan(10);
});

test('a cloud that dies at any moment loses nothing: what the PC has is sent until it is answered', async () => {
  const moments = await atEachMoment(async (moment) => {
    const { stage, front, sheet } = await twoAtRest();
    stage.price(front, sheet, 100);
    const isOnItsWay = await stage.begin(front, moment);
    stage.cloud.killOne();
    await stage.round(front);
    expect(stage.priceOn(front, sheet)).toBe(100);
    await stage.rest();
    expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([100, 100]);
    expect(stage.cloud.shop.conflicts.size).toBe(0);
    expect(stage.end()).toEqual([]);
    return isOnItsWay;
  });
  expect(moments).toBeGreaterThan(10);
});

test('a day of work whose every answer is lost arrives once: no record is there twice', async () => {
  const stage = new Stage();
  const [front, back] = [stage.addPc(), stage.addPc()];
  const sheets = Array.from({ length: 5 }, () => stage.open(front));
  const { device } = front;
  Object.assign(stage.network.faults, { cutAnswer: 100, double: 100 });
  for (let i = 0; i < 4; i += 1) await stage.round(front);
  Object.assign(stage.network.faults, { cutAnswer: 0, double: 0 });
  await stage.rest();
  const kinds = [...stage.cloud.shop.records.values()].map(({ kind }) => kind);
  expect(front.device).toBe(device);
  expect(kinds.filter((kind) => kind === 'workfile')).toHaveLength(sheets.length);
  expect(kinds.filter((kind) => kind === 'line')).toHaveLength(sheets.length);
  expect(back.texts('select id from workfile').length).toBeLessThanOrEqual(sheets.length);
  expect(stage.end()).toEqual([]);
});

test('an edit that the cloud refuses stops no other, and its PC can tell which field of which record it was', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const backup = stage.cloud.backup();
  const late = stage.addLine(front, sheet, 'fender');
  await stage.rest();
  // The line is lost in the cloud, and the PC that made it is away.
  stage.restoreCloud(backup, true);
  stage.network.down.add(front.place);
  stage.edit(back, sheet, ['line', late, 'part'], { priceCents: 700 });
  stage.price(back, sheet, 100);
  for (let i = 0; i < 6; i += 1) await stage.round(back);
  expect(stage.cloud.shop.records.get(`line/${sheet.line}`)?.value.part).toMatchObject({ priceCents: 100 });
  const held = [
    ...listKept(back.store).map(({ kind, id, group }) => [kind, id, group]),
    ...back
      .texts(
        'select json_array(kind, id, group_name) from outbox union select json_array(kind, id, group_name) from again',
      )
      .map((text) => JSON.parse(text) as string[]),
  ];
  const isThere = stage.cloud.shop.records.get(`line/${late}`)?.value.part?.priceCents === 700;
  expect(isThere || held.some(([kind, id, group]) => `${kind}/${id}/${group}` === `line/${late}/part`)).toBe(true);
  stage.network.down.clear();
  await stage.rest();
  expect(stage.cloud.shop.records.get(`line/${late}`)).toBeDefined();
  expect(stage.end()).toEqual([]);
});

test('a row that was damaged on its disk is never sent; what stands beside it is', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const other = stage.addLine(front, sheet, 'fender');
  await stage.rest();
  stage.price(front, sheet, 100);
  stage.edit(front, sheet, ['line', other, 'part'], { priceCents: 200 });
  front.store.connection.prepare("update line set text_description = '' where id = ?").run(sheet.line);
  await stage.round(front);
  await stage.round(back);
  expect(stage.value(back, ['line', sheet.line, 'text'])).toMatchObject({ description: 'bumper' });
  expect(stage.value(back, ['line', other, 'part'])).toMatchObject({ priceCents: 200 });
  expect(listKept(front.store).map(({ id, group, reason }) => [id, group, reason])).toEqual([
    [sheet.line, 'part', 'damaged-row'],
  ]);
});

test('a PC that silently lost a change says so when the workfile is compared, names it, and gets it again', async () => {
  const { stage, front, back, sheet } = await twoAtRest();
  const untouched = stage.open(front);
  await stage.rest();
  stage.value(back, ['line', sheet.line, 'part']);
  const before = back.store.connection.prepare('select * from line where id = ?').get(sheet.line) as object;
  stage.price(front, sheet, 100);
  await stage.rest();
  const columns = Object.keys(before);
  const put = `insert or replace into line (${columns.join(', ')}) values (${columns.map((name) => `:${name}`).join(', ')})`;
  back.store.connection.prepare(put).run(before);
  expect(stage.problems()).not.toEqual([]);
  // Anything that changes in the workfile has it compared.
  stage.edit(front, sheet, ['contact', sheet.contact, 'name'], { last: 'Turpin' });
  await stage.rest();
  expect(stage.priceOn(back, sheet)).toBe(100);
  const told = stage.world.story.filter((line) => line.includes('sync.differed'));
  expect(told).toEqual([expect.stringContaining(sheet.workfile)]);
  expect(told.join()).not.toContain(untouched.workfile);
  expect(stage.end()).toEqual([]);
});
