/** Clocks decide nothing: they may be hours or years apart, and edits may be a millisecond apart. */
import { expect, test } from 'vitest';
import { Stage } from './stage.ts';

const hour = 60 * 60 * 1000;
const year = 365 * 24 * hour;

/** A right clock beside a wrong one, with a workfile that both PCs have. */
async function beside(skewMs: number) {
  const stage = new Stage();
  const [right, wrong] = [stage.addPc(), stage.addPc({ skewMs })];
  const sheet = stage.open(right);
  await stage.rest();
  return { stage, right, wrong, sheet };
}

test.each([
  ['an hour behind', -hour],
  ['an hour ahead', hour],
  ['ten years ahead', 10 * year],
])(
  'a PC whose clock is %s takes its turns with another one for thirty edits, and not one is a conflict',
  async (_, skew) => {
    const { stage, right, wrong, sheet } = await beside(skew);
    for (let i = 1; i <= 15; i += 1) {
      for (const [pc, price] of [
        [right, i * 10],
        [wrong, i * 10 + 1],
      ] as const) {
        stage.price(pc, sheet, price);
        await stage.round(pc);
        for (const other of stage.pcs) await stage.round(other);
      }
    }
    expect(stage.cloud.shop.conflicts.size).toBe(0);
    expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([151, 151]);
    expect(stage.end()).toEqual([]);
  },
);

test('a PC whose clock is years off syncs like any other: no round of it fails', async () => {
  const { stage, wrong, sheet } = await beside(-10 * year);
  stage.price(wrong, sheet, 500);
  expect(await stage.round(wrong)).toBe('rest');
  expect(await stage.rest()).toBe(1);
  expect(stage.world.story.filter((line) => line.includes('failed'))).toEqual([]);
  expect(stage.end()).toEqual([]);
});

test.each([-hour, 0, hour])(
  'two prices typed at the same moment are both kept, though one clock is %i ms off',
  async (skew) => {
    const { stage, right, wrong, sheet } = await beside(skew);
    stage.price(right, sheet, 100);
    stage.price(wrong, sheet, 200);
    await stage.rest();
    // The price that reached the cloud first stands, whatever the clocks say.
    expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([100, 100]);
    expect(stage.keptPrices).toEqual([200]);
    expect(stage.end()).toEqual([]);
  },
);

test('the same minute is no excuse: a price typed right after another one on another PC replaces it only when it was seen', async () => {
  const { stage, right, wrong, sheet } = await beside(0);
  stage.price(right, sheet, 100);
  await stage.round(right);
  stage.price(wrong, sheet, 200);
  await stage.rest();
  expect(stage.keptPrices).toEqual([200]);
  stage.price(wrong, sheet, 300);
  await stage.rest();
  expect(stage.pcs.map((pc) => stage.priceOn(pc, sheet))).toEqual([300, 300]);
  expect(stage.end()).toEqual([]);
});
