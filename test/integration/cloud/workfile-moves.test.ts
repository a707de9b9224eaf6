/** The life of a workfile in the cloud: closed, cancelled and reopened exactly once, and shut to edits in between. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommandAnswer } from '../../../src-shared/sync/commands.ts';
import { startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { convertOf, lockOf, moveOf, send, startOf } from '../../support/cloud-commands.ts';
import { openPc, type Pc } from '../../support/cloud-pc.ts';
import { labor, name, newSheet, payerOf, type Sheet } from '../../support/cloud-records.ts';

let cloud: TestCloud;
let shop: TestShop;
let pc: Pc;
let other: Pc;
beforeAll(async () => {
  cloud = await startTestCloud();
  shop = await cloud.openShop();
  const who = await shop.hire('estimator');
  pc = await openPc(cloud.url, who);
  other = await openPc(cloud.url, who);
});
afterAll(() => cloud.close());

const cameOf = (answer: CommandAnswer) => (answer.state === 'refused' ? answer.reason : answer.state);
async function sheetThat(...ways: readonly ('locked' | 'repair-order')[]): Promise<Sheet> {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits, payerOf(pc, sheet));
  if (ways.includes('locked')) await send(pc, lockOf(pc, sheet.estimate));
  if (ways.includes('repair-order')) await send(pc, convertOf(pc, sheet.workfile));
  return sheet;
}
const rename = (by: Pc, sheet: Sheet, last: string) =>
  by.edit('contact', sheet.contact, 'name', name(last), sheet.edits[1]?.[0] ?? null);

test('a locked repair order is closed, and every PC hears when, by whom and why', async () => {
  const sheet = await sheetThat('locked', 'repair-order');
  const { cursor } = await other.pull();
  expect(await send(pc, moveOf(pc, sheet.workfile, 'close', 'Delivered'))).toMatchObject({ state: 'done' });
  const { changes } = await other.pull({ cursor });
  expect(changes.map((change) => change.slice(3, 7))).toEqual([
    ['workfile', sheet.workfile, 'stage', { stage: 'closed' }],
    ['workfile', sheet.workfile, 'moved', { at: 1_000, by: pc.user.name, reason: 'Delivered' }],
  ]);
});

test('a closed workfile takes no edit of what was agreed, says that it is closed, and takes them again when reopened', async () => {
  const sheet = await sheetThat('locked', 'repair-order');
  await send(pc, moveOf(pc, sheet.workfile, 'close'));
  const late = rename(other, sheet, 'Late');
  expect(await other.push(late)).toMatchObject([{ verdict: 'refused', code: 'closed' }]);
  const contact = other.create('contact', sheet.line, { parent: { workfileId: sheet.workfile, role: 'other' } });
  expect(await other.push(contact)).toMatchObject([{ verdict: 'refused', code: 'closed' }]);
  expect(cameOf(await send(other, startOf(other, sheet.estimate, 'S01')))).toBe('other-stage');
  await send(pc, moveOf(pc, sheet.workfile, 'reopen', 'A part came back'));
  expect(await other.push(rename(other, sheet, 'Again'))).toMatchObject([{ verdict: 'applied' }]);
});

test('an opportunity is cancelled with its estimate still open, and comes back as an opportunity', async () => {
  const sheet = await sheetThat();
  expect(cameOf(await send(pc, moveOf(pc, sheet.workfile, 'cancel', 'Total loss')))).toBe('done');
  const line = other.edit('line', sheet.line, 'labor', labor(9), sheet.edits[3]?.[0] ?? null);
  expect(await other.push(line)).toMatchObject([{ verdict: 'refused', code: 'closed' }]);
  expect(cameOf(await send(pc, lockOf(pc, sheet.estimate)))).toBe('other-stage');
  expect(cameOf(await send(pc, convertOf(pc, sheet.workfile)))).toBe('converted');
  expect(cameOf(await send(pc, moveOf(pc, sheet.workfile, 'reopen', 'They came back')))).toBe('done');
  expect(cameOf(await send(pc, convertOf(pc, sheet.workfile)))).toBe('done');
});

test('a repair order in which two values wait for a choice is not closed', async () => {
  const sheet = await sheetThat('repair-order');
  expect(await pc.push(rename(pc, sheet, 'First'))).toMatchObject([{ verdict: 'applied' }]);
  const [answer] = await other.push(rename(other, sheet, 'Second'));
  expect(answer).toMatchObject({ verdict: 'conflict' });
  await send(pc, lockOf(pc, sheet.estimate));
  expect(cameOf(await send(pc, moveOf(pc, sheet.workfile, 'close')))).toBe('not-ready');
});

test('cancelling without a word of why is refused', async () => {
  const sheet = await sheetThat();
  expect(cameOf(await send(pc, moveOf(pc, sheet.workfile, 'cancel', ' ')))).toBe('invalid');
});

test('what is not there, not locked, or has gone another way is refused with how it stands', async () => {
  const open = await sheetThat('repair-order');
  expect(cameOf(await send(pc, moveOf(pc, open.line, 'close')))).toBe('missing');
  expect(cameOf(await send(pc, moveOf(pc, open.workfile, 'close')))).toBe('not-locked');
  expect(await send(pc, moveOf(pc, open.workfile, 'cancel', 'No'))).toMatchObject({
    reason: 'other-stage',
    details: { stage: 'repair-order', by: '' },
  });
  await send(pc, lockOf(pc, open.estimate));
  await send(pc, moveOf(pc, open.workfile, 'close'));
  expect(await send(other, moveOf(other, open.workfile, 'close'))).toMatchObject({
    reason: 'other-stage',
    details: { stage: 'closed', by: pc.user.name },
  });
});

test('the same words close it once, and a technician closes nothing', async () => {
  const sheet = await sheetThat('locked', 'repair-order');
  const close = moveOf(pc, sheet.workfile, 'close');
  const first = await send(pc, close);
  const { lastSeq } = await pc.pull();
  expect(await send(other, close)).toEqual(first);
  expect((await pc.pull()).lastSeq).toBe(lastSeq);
  const technician = await openPc(cloud.url, await shop.hire('technician'));
  expect(cameOf(await send(technician, moveOf(technician, sheet.workfile, 'reopen', 'x')))).toBe('forbidden');
});

test('a PC cannot write a stage or its reason by itself', async () => {
  const sheet = await sheetThat();
  const base = sheet.edits[0]?.[0] ?? null;
  const moved = pc.edit('workfile', sheet.workfile, 'moved', { at: 1, by: 'x', reason: 'y' }, base);
  const stage = pc.edit('workfile', sheet.workfile, 'stage', { stage: 'closed' }, base);
  expect(await pc.push(moved, stage)).toMatchObject([{ code: 'cloud' }, { code: 'cloud' }]);
});
