/** Long work at the door: an estimate of 5,000 lines tells how far it is, can be stopped, and comes in whole as one step. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from '../../../src-shared/base/result.ts';
import { signInOn } from '../../support/backend-trial.ts';
import { type Desktop, openDesktop } from '../../support/desktop.ts';
import { linesOf } from '../../support/desktop-estimate.ts';
import { dropFiles } from '../../support/exchange/drop-files.ts';
import { largeBms, largeSet } from '../../support/exchange/large.ts';
import { freshFolder } from '../../support/store.ts';

const lines = 5_000;
const place = freshFolder('large-import');
let pc: Desktop;
beforeAll(async () => {
  await signInOn(place.folder);
  pc = await openDesktop({ dataDir: place.folder, cloudUrl: 'http://127.0.0.1:9' });
});
afterAll(async () => {
  await pc.close();
  place.remove();
});

/** How far the reading was told to be, since the n-th notice. */
const sharesSince = (from: number): readonly number[] =>
  pc.heard.slice(from).flatMap((one) => (one.name === 'import.moved' ? [one.data.share] : []));
const count = async (): Promise<number> =>
  (await pc.ask('workfile.list', { text: '', offset: 0, limit: 1, sort: 'changed', descending: true })).total;

describe.each([
  ['an EMS set', largeSet],
  ['a BMS document', largeBms],
])('%s of 5,000 lines', (_, make) => {
  test('tells how far it is, and comes in whole', async () => {
    const from = pc.heard.length;
    const { ticket, read } = await dropFiles(pc, make(lines));
    expect(unwrap(await read())?.lines).toBe(lines);
    const shares = sharesSince(from);
    expect(shares.length).toBeGreaterThan(8);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const workfileId = await pc.ask('import.apply', { ticket, workfileId: null });
    expect(await linesOf(pc, workfileId)).toHaveLength(lines);
  }, 120_000);

  test('stopped half way it makes nothing', async () => {
    const before = await count();
    const from = pc.heard.length;
    const { ticket, read } = await dropFiles(pc, make(lines));
    const reading = read();
    while (sharesSince(from).length < 3) await new Promise((resolve) => setImmediate(resolve));
    await pc.ask('import.cancel', {});
    expect(await reading).toEqual({ ok: true, value: null });
    expect(Math.max(...sharesSince(from))).toBeLessThan(1);
    expect(await pc.reply('import.apply', { ticket, workfileId: null })).toMatchObject({ ok: false });
    expect(await count()).toBe(before);
  }, 120_000);
});

test('a newer version of a thousand lines is compared and written as one step that undo takes back', async () => {
  const first = await dropFiles(pc, largeBms(1_000));
  await first.read();
  const workfileId = await pc.ask('import.apply', { ticket: first.ticket, workfileId: null });
  const [document] = largeBms(1_000).values();
  const text = new TextDecoder().decode(document).replaceAll('<LaborHours>0.20<', '<LaborHours>0.30<');
  const newer = await dropFiles(pc, new Map([['large.xml', new TextEncoder().encode(text)]]));
  await newer.read();
  const { ticket } = newer;
  const comparison = await pc.ask('import.compare', { ticket, workfileId });
  expect(comparison.lines.filter(({ kind }) => kind === 'changed')).toHaveLength(1_000);
  await pc.ask('import.apply', { ticket, workfileId });
  expect((await linesOf(pc, workfileId)).filter(({ labor }) => labor.tenths === 3)).toHaveLength(1_000);
  expect(await pc.ask('workfile.undo', { workfileId })).toEqual({ undone: true });
  expect((await linesOf(pc, workfileId)).filter(({ labor }) => labor.tenths === 2)).toHaveLength(1_000);
}, 120_000);
