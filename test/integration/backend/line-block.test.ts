/** A block of lines over the backend's door: changed and added in one step, or not at all. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LineId } from '../../../src-shared/base/ids.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { labor, lineIdsOf, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';

let trial: BackendTrial;
beforeAll(async () => {
  trial = await openBackendTrial();
});
afterAll(() => trial.close());

const id = (n: number) => `0190dddd-0000-7000-8000-${String(n).padStart(12, '0')}` as LineId;
const now = ({ workfile }: WorkfileSheet) => sheetOf(trial, workfile.id);

test('a block that changes lines and adds others is one step, which undo takes back at once', async () => {
  const before = await writeWorkfile(trial, 2);
  const [first, second] = lineIdsOf(before) as [LineId, LineId];
  await trial.ask('line.change-many', {
    changes: [{ lineId: second, group: 'labor', value: labor(24) }],
    added: { estimateId: before.estimate.id, after: second, lines: [{ id: id(1), labor: labor(7) }, { id: id(2) }] },
  });
  const after = await now(before);
  expect(after.lines.map((line) => [line.id, line.labor.tenths])).toEqual([
    [first, before.lines[0]?.labor.tenths],
    [second, 24],
    [id(1), 7],
    [id(2), 0],
  ]);
  await trial.ask('workfile.undo', { workfileId: before.workfile.id });
  expect((await now(before)).lines).toEqual(before.lines);
});

test('nothing of a block is written when a line of it breaks a rule', async () => {
  const before = await writeWorkfile(trial, 1);
  const [first] = lineIdsOf(before) as [LineId];
  const changes = [{ lineId: first, group: 'labor', value: labor(24) }] as const;
  const added = { estimateId: before.estimate.id, after: first, lines: [{ labor: labor(-1) }] };
  expect(await trial.reply('line.change-many', { changes, added })).toMatchObject({ failure: { issue: 'negative' } });
  expect((await now(before)).lines).toEqual(before.lines);
});

test('a block cannot reach into two workfiles', async () => {
  const [here, there] = [await writeWorkfile(trial, 1), await writeWorkfile(trial, 1)];
  const [first] = lineIdsOf(here) as [LineId];
  const changes = [{ lineId: first, group: 'labor', value: labor(24) }] as const;
  const added = { estimateId: there.estimate.id, after: null, lines: [{}] };
  expect(await trial.reply('line.change-many', { changes, added })).toMatchObject({ failure: { kind: 'invalid' } });
  expect([(await now(here)).lines, (await now(there)).lines]).toEqual([here.lines, there.lines]);
});

test('every cell of the longest block may change', async () => {
  const sheet = await writeWorkfile(trial, 0);
  const lines = Array.from({ length: 400 }, () => ({}));
  const ids = await trial.ask('line.add', { estimateId: sheet.estimate.id, after: null, lines });
  const changes = ids.flatMap((lineId) => [
    { lineId, group: 'labor', value: labor(24) } as const,
    { lineId, group: 'text', value: { description: 'Hood' } } as const,
    { lineId, group: 'note', value: { text: 'see photo' } } as const,
  ]);
  expect(await trial.reply('line.change-many', { changes })).toEqual({ ok: true, value: null });
});

test('a line bears the id that the window gave it, and no id is given twice', async () => {
  const sheet = await writeWorkfile(trial, 0);
  const add = (...ids: readonly LineId[]) =>
    trial.reply('line.add', { estimateId: sheet.estimate.id, after: null, lines: ids.map((one) => ({ id: one })) });
  const taken = { failure: { kind: 'invalid', field: 'input.lines' } };
  expect(await add(id(11), id(12))).toEqual({ ok: true, value: [id(11), id(12)] });
  expect(await add(id(13), id(11))).toMatchObject(taken);
  expect(await add(id(14), id(14))).toMatchObject(taken);
  await trial.ask('line.remove', { lineIds: [id(12)] });
  expect(await add(id(12))).toMatchObject(taken);
  expect(lineIdsOf(await now(sheet))).toEqual([id(11)]);
});
