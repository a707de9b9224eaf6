/** The bin through the door: into it with undo, out of it, and nothing else meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { HeadFilter } from '../../../src-shared/ipc/list-shapes.ts';
import { part, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { receiptOf } from '../../support/receipts.ts';

let trial: BackendTrial;
beforeAll(async () => {
  trial = await openBackendTrial();
});
afterAll(() => trial.close());

const asked = { text: '', offset: 0, limit: 100, sort: 'changed', descending: true } as const;
const listed = async (filter?: HeadFilter, text = '') => {
  const { rows, total } = await trial.ask('workfile.list', { ...asked, text, ...(filter && { filter }) });
  expect(total).toBe(rows.length);
  return rows.map(({ id }) => id);
};
const bin: HeadFilter = { bin: ['recent'] };
const conflict = (what: string) => ({ ok: false, failure: { kind: 'conflict', what } });
const made = async (): Promise<WorkfileId> => (await writeWorkfile(trial, 1)).workfile.id;

test('a workfile in the bin is listed there alone, and undo and redo move it', async () => {
  const workfileId = await made();
  await trial.ask('workfile.visited', { workfileId });
  await trial.ask('workfile.bin', { workfileId });
  expect([await listed(bin), (await listed()).includes(workfileId)]).toEqual([[workfileId], false]);
  expect(await listed({ stages: ['opportunity'] })).not.toContain(workfileId);
  expect(await listed({ ...bin, stages: ['closed'] })).toEqual([]);
  expect((await trial.ask('workfile.recent', {})).map(({ id }) => id)).not.toContain(workfileId);
  expect(await trial.ask('workfile.count', { filters: [bin, { bin: ['past'] }] })).toEqual([1, 0]);
  await trial.ask('workfile.undo', { workfileId });
  expect([await listed(bin), (await listed()).includes(workfileId)]).toEqual([[], true]);
  await trial.ask('workfile.redo', { workfileId });
  expect(await listed(bin)).toEqual([workfileId]);
  await trial.ask('workfile.restore', { workfileId });
  expect(await listed()).toContain(workfileId);
  expect(await trial.reply('workfile.restore', { workfileId })).toEqual(conflict('not-in-bin'));
});

test('a search leaves out what is in the bin, and finds it in the bin', async () => {
  const workfileId = await made();
  const { contacts } = await sheetOf(trial, workfileId);
  const value = { first: '', last: 'Quillfeather', company: '' };
  await trial.ask('contact.change', { contactId: contacts[0]?.id ?? ('' as never), group: 'name', value });
  await trial.ask('workfile.bin', { workfileId });
  expect(await listed(undefined, 'quillf')).toEqual([]);
  expect((await trial.ask('search.everywhere', { text: 'quillf' })).workfiles).toEqual([]);
  expect(await listed(bin, 'quillf')).toEqual([workfileId]);
});

test('what lies in the bin can be read, and takes nothing until it is restored', async () => {
  const { workfile, lines, vehicle, estimate } = await writeWorkfile(trial, 1);
  const workfileId = workfile.id;
  await trial.ask('workfile.bin', { workfileId });
  await trial.ask('workfile.bin', { workfileId });
  expect((await sheetOf(trial, workfileId)).workfile.bin?.by).not.toBe('');
  const words = {
    content: { kind: 'internal', text: 'Hm' },
    links: { lineIds: [], photoIds: [], receiptIds: [] },
  } as const;
  const lineId = lines[0]?.id ?? ('' as never);
  const plate = { number: 'A1', state: 'MI' };
  const replies = [
    await trial.reply('line.change', { lineId, group: 'part', value: part }),
    await trial.reply('line.add', { estimateId: estimate.id, after: null, lines: [{}] }),
    await trial.reply('vehicle.change', { vehicleId: vehicle.id, group: 'plate', value: plate }),
    await trial.reply('contact.add', { workfileId, role: 'other' }),
    await trial.reply('note.add', { workfileId, answerTo: null, ...words }),
    await trial.reply('task.add', { workfileId }),
    await trial.reply('plan.update-status', { workfileId }),
    await trial.reply('photo.begin', { workfileId, bytes: 10 }),
    await trial.reply('workfile.save', { workfileId }),
    await trial.reply('workfile.convert', { workfileId }),
    await trial.reply('workfile.move', { workfileId, move: 'cancel', reason: 'Gone' }),
  ];
  for (const reply of replies) expect(reply).toEqual(conflict('in-bin'));
  const value = { at: 1, by: '' };
  expect(await trial.reply('workfile.change', { workfileId, group: 'bin', value })).toMatchObject({
    failure: { kind: 'forbidden', need: 'workfile.bin' },
  });
  await trial.ask('workfile.restore', { workfileId });
  await trial.ask('vehicle.change', { vehicleId: vehicle.id, group: 'plate', value: plate });
});

test('what was paid for stays, and what waits for the cloud is not put away', async () => {
  const paid = await made();
  const money = { ...receiptOf().money, date: '2026-11-20' as never };
  await trial.ask('receipt.take', { workfileId: paid, receiptId: receiptOf().id, money, reason: '', despite: true });
  expect(await trial.reply('workfile.bin', { workfileId: paid })).toEqual(conflict('bin-paid'));
  const converting = await made();
  await trial.ask('workfile.convert', { workfileId: converting });
  expect(await trial.reply('workfile.bin', { workfileId: converting })).toEqual(conflict('bin-waiting'));
});
