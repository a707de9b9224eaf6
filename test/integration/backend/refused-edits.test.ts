/** An edit that the cloud refused waits with both values until a person chooses. */
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerBatch } from '../../../src-main/db/answer-batch.ts';
import { sealNext } from '../../../src-main/db/batch.ts';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Side } from '../../../src-shared/ipc/centre-requests.ts';
import type { Verdict } from '../../../src-shared/sync/protocol.ts';
import { labor, part, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { freshFolder, openTrialStore, trialUser } from '../../support/store.ts';
import { foreign } from '../../support/store-story.ts';

const place = { folder: '', remove: () => {} };
let trial: BackendTrial;
let lineId: LineId;
beforeEach(async () => {
  Object.assign(place, freshFolder('refused'));
  trial = await openBackendTrial({ folder: place.folder });
});
afterEach(async () => {
  await trial.close();
  place.remove();
});

/** Sends all edits to a cloud that has its own opinion about changes of a group. */
async function send(verdictOf: (group: string) => Verdict): Promise<void> {
  await trial.close();
  const store = await openTrialStore({ folder: place.folder });
  const sealed = sealNext(store, { author: trialUser.userId, now: 1 });
  if (sealed === null) throw new Error('nothing waits');
  const { edits } = JSON.parse(sealed.body) as { edits: [string, string, string, string][] };
  const verdicts = edits.map(([, , , group]) => verdictOf(group));
  answerBatch(store, sealed.n, { epoch: 'e', seq: 9, verdicts }, 77);
  store.close();
  trial = await openBackendTrial({ folder: place.folder });
}

const applied: Verdict = { verdict: 'applied', seq: 1 };
const theirs = { ...part, priceCents: 99_00, number: 'AM-1' };

async function loseAnEdit() {
  const sheet = await writeWorkfile(trial, 1);
  lineId = sheet.lines[0]?.id ?? ('' as LineId);
  await send(() => applied);
  await trial.ask('line.change', { lineId, group: 'part', value: { ...part, priceCents: 120_00 } });
  await send(() => ({ verdict: 'refused', code: 'invalid', value: theirs, edit: foreign(4) }));
  return sheet.workfile.id;
}

/** The decisions that are due. */
const due = async () => (await trial.ask('decision.list', {})).decisions;
const choose = async (choice: Side) => trial.ask('decision.choose', { ids: (await due()).map(({ id }) => id), choice });
const reply = async (choice: Side) =>
  trial.reply('decision.choose', { ids: (await due()).map(({ id }) => id), choice });
const priceIn = async (workfileId: WorkfileId) => (await sheetOf(trial, workfileId)).lines[0]?.part.priceCents;

test('the history tells that it did not happen, and what was taken', async () => {
  const workfileId = await loseAnEdit();
  await trial.ask('line.change', { lineId, group: 'labor', value: labor(7) });
  await trial.ask('line.change', { lineId, group: 'labor', value: labor(9) });
  const stands = async () =>
    (await trial.ask('history.list', { workfileId }))
      .filter(({ kind, what }) => kind === 'line' && what === 'changed')
      .map(({ group, standing }) => [group, standing]);
  const refusedPart = ['part', 'refused'];
  expect(await stands()).toEqual([['labor', 'waiting'], ['labor', 'waiting'], refusedPart]);
  await send(() => ({ verdict: 'applied', seq: 12 }));
  expect(await stands()).toEqual([['labor', 'taken'], ['labor', 'taken'], refusedPart]);
});

test('it is listed with both values in words', async () => {
  const workfileId = await loseAnEdit();
  expect(await trial.ask('decision.list', {})).toMatchObject({
    total: 1,
    decisions: [
      {
        what: 'refused',
        reason: 'invalid',
        place: {
          workfileId,
          workfileLabel: `P-${workfileId.slice(-4).toUpperCase()}`,
          ...{ kind: 'line', group: 'part', line: { number: 1 } },
        },
        before: null,
        mine: { words: 'number GB5Z-17D957, price 120.00', at: 77 },
        theirs: { words: 'number AM-1, price 99.00' },
        isMine: true,
      },
    ],
  });
  expect((await trial.ask('sync.state', {})).decisions).toBe(1);
});

test('keeping it is an ordinary edit on top of the present value, and can be undone', async () => {
  const workfileId = await loseAnEdit();
  await choose('mine');
  expect(await priceIn(workfileId)).toBe(120_00);
  expect(await due()).toEqual([]);
  await trial.ask('workfile.undo', { workfileId });
  expect(await priceIn(workfileId)).toBe(99_00);
});

test('letting it go leaves the present value', async () => {
  const workfileId = await loseAnEdit();
  await choose('theirs');
  expect(await due()).toEqual([]);
  expect((await sheetOf(trial, workfileId)).lines[0]?.part).toEqual(theirs);
});

test('one that breaks a rule by now is refused and stays kept', async () => {
  await loseAnEdit();
  const nothing = { ...part, priceCents: 0 };
  await trial.ask('line.change', { lineId, group: 'part', value: nothing });
  await trial.ask('line.change', { lineId, group: 'work', value: { operation: 'heading' } });
  expect(await reply('mine')).toMatchObject({ failure: { kind: 'invalid', field: 'line.part.priceCents' } });
  expect(await due()).toHaveLength(1);
});

test('keeping one whose record was removed brings the record back', async () => {
  const workfileId = await loseAnEdit();
  await trial.ask('line.remove', { lineIds: [lineId] });
  await choose('mine');
  expect((await sheetOf(trial, workfileId)).lines).toMatchObject([{ deleted: false, part: { priceCents: 120_00 } }]);
});

async function loseALine() {
  const sheet = await writeWorkfile(trial, 0);
  await send(() => applied);
  await trial.ask('line.add', { estimateId: sheet.estimate.id, after: null, lines: [{ labor: labor(24) }] });
  await send(() => ({ verdict: 'refused', code: 'locked', value: null, edit: null }));
  expect(await due()).toMatchObject([{ reason: 'locked', place: { group: '*' }, theirs: null }]);
  return sheet.workfile.id;
}

test('a creation that the cloud refused is made again as a new one, and can be undone', async () => {
  const workfileId = await loseALine();
  expect((await sheetOf(trial, workfileId)).lines).toEqual([]);
  await choose('mine');
  expect((await sheetOf(trial, workfileId)).lines).toMatchObject([{ deleted: false, labor: labor(24) }]);
  expect(await due()).toEqual([]);
  expect(await trial.ask('sync.state', {})).toMatchObject({ waiting: 1, decisions: 0 });
  await trial.ask('workfile.undo', { workfileId });
  expect((await sheetOf(trial, workfileId)).lines.filter(({ deleted }) => !deleted)).toEqual([]);
});

test('a creation that the cloud refused can be let go', async () => {
  const workfileId = await loseALine();
  await choose('theirs');
  expect(await due()).toEqual([]);
  expect((await sheetOf(trial, workfileId)).lines).toEqual([]);
});

test('who may not edit the estimate may neither keep nor let go a refused edit of it', async () => {
  await loseALine();
  await trial.close();
  trial = await openBackendTrial({ folder: place.folder, role: 'office' });
  const denied = { ok: false, failure: { kind: 'forbidden', need: 'edit-estimate' } };
  expect(await reply('mine')).toEqual(denied);
  expect(await reply('theirs')).toEqual(denied);
  expect(await due()).toHaveLength(1);
});

test('the edit of a damaged record stays kept, because nothing of the record travels', async () => {
  const { lines } = await writeWorkfile(trial, 1);
  lineId = lines[0]?.id ?? ('' as LineId);
  await send(() => applied);
  await trial.ask('line.change', { lineId, group: 'labor', value: labor(24) });
  await trial.close();
  const store = await openTrialStore({ folder: place.folder });
  store.connection.exec(`update line set text_description = 'flipped'`);
  expect(sealNext(store, { author: trialUser.userId, now: 1 })).toBeNull();
  store.close();
  trial = await openBackendTrial({ folder: place.folder });
  expect(await due()).toMatchObject([
    { reason: 'damaged-row', place: { group: 'labor' }, mine: { words: expect.stringContaining('hours 2.4') } },
  ]);
  expect(await reply('mine')).toMatchObject({ failure: { what: 'damaged-record' } });
  expect(await trial.ask('sync.state', {})).toMatchObject({ waiting: 0, decisions: 1 });
});

test('undoing a decision keeps the edit once more, and a third value decides too', async () => {
  const workfileId = await loseAnEdit();
  await choose('mine');
  expect([await priceIn(workfileId), await due()]).toEqual([120_00, []]);
  await trial.ask('decision.undo', {});
  expect([await priceIn(workfileId), (await due()).length]).toEqual([99_00, 1]);
  await choose('theirs');
  expect([await priceIn(workfileId), await due()]).toEqual([99_00, []]);
  await trial.ask('decision.undo', {});
  const [decision] = await due();
  await trial.ask('decision.edit', { id: decision?.id ?? '', value: { ...part, priceCents: 130_00 } });
  expect([await priceIn(workfileId), await due()]).toEqual([130_00, []]);
});

test('where one of two steps cannot be undone, the refused edit of the other waits again', async () => {
  const sheets = [await writeWorkfile(trial, 1), await writeWorkfile(trial, 1)];
  const [first, second] = sheets.map(({ workfile }) => workfile.id) as [WorkfileId, WorkfileId];
  await send(() => applied);
  for (const { lines } of sheets) {
    await trial.ask('line.change', {
      lineId: lines[0]?.id ?? ('' as LineId),
      group: 'part',
      value: { ...part, priceCents: 120_00 },
    });
  }
  await send(() => ({ verdict: 'refused', code: 'invalid', value: theirs, edit: foreign(4) }));
  await choose('mine');
  expect(await due()).toEqual([]);
  const beside = new Database(path.join(place.folder, 'shopfile.db'));
  beside.prepare('update line set part_price_cents = 777 where parent_workfile_id = ?').run(second);
  beside.close();
  expect(await trial.reply('decision.undo', {})).toMatchObject({ failure: { kind: 'conflict', what: 'undo' } });
  expect([await priceIn(first), await priceIn(second)]).toEqual([99_00, 777]);
  expect((await due()).map(({ place: { workfileId } }) => workfileId)).toEqual([first]);
});
