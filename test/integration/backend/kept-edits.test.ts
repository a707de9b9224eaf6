/** An edit that the cloud did not take waits with both values until a person chooses. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerBatch } from '../../../src-main/db/answer-batch.ts';
import { sealNext } from '../../../src-main/db/batch.ts';
import type { LineId } from '../../../src-shared/base/ids.ts';
import type { Verdict } from '../../../src-shared/sync/protocol.ts';
import { labor, part, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { freshFolder, openTrialStore, trialUser } from '../../support/store.ts';
import { foreign } from '../../support/store-story.ts';

const place = { folder: '', remove: () => {} };
let trial: BackendTrial;
let lineId: LineId;
beforeEach(async () => {
  Object.assign(place, freshFolder('kept'));
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

test('it is listed with both values in words', async () => {
  const workfileId = await loseAnEdit();
  const [kept] = await trial.ask('kept.list', {});
  expect(kept).toMatchObject({
    workfileId,
    workfileLabel: `P-${workfileId.slice(-4).toUpperCase()}`,
    kind: 'line',
    group: 'part',
    reason: 'invalid',
    mine: 'number GB5Z-17D957, price 120.00',
    theirs: 'number AM-1, price 99.00',
    keptAt: 77,
  });
  expect((await trial.ask('sync.state', {})).decisions).toBe(1);
});

test('using it is an ordinary edit on top of the present value, and can be undone', async () => {
  const workfileId = await loseAnEdit();
  const [kept] = await trial.ask('kept.list', {});
  await trial.ask('kept.use', { edit: kept?.edit ?? '' });
  const price = async () => (await sheetOf(trial, workfileId)).lines[0]?.part.priceCents;
  expect(await price()).toBe(120_00);
  expect(await trial.ask('kept.list', {})).toEqual([]);
  await trial.ask('workfile.undo', { workfileId });
  expect(await price()).toBe(99_00);
});

test('dismissing it leaves the present value', async () => {
  const workfileId = await loseAnEdit();
  const [kept] = await trial.ask('kept.list', {});
  await trial.ask('kept.dismiss', { edit: kept?.edit ?? '' });
  expect(await trial.ask('kept.list', {})).toEqual([]);
  expect((await sheetOf(trial, workfileId)).lines[0]?.part).toEqual(theirs);
});

test('one that breaks a rule by now is refused and stays kept', async () => {
  await loseAnEdit();
  const [kept] = await trial.ask('kept.list', {});
  await trial.ask('line.remove', { lineIds: [lineId] });
  expect(await trial.reply('kept.use', { edit: kept?.edit ?? '' })).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await trial.ask('kept.list', {})).toHaveLength(1);
});

async function loseALine() {
  const sheet = await writeWorkfile(trial, 0);
  await send(() => applied);
  await trial.ask('line.add', { estimateId: sheet.estimate.id, after: null, lines: [{ labor: labor(24) }] });
  await send(() => ({ verdict: 'refused', code: 'locked', value: null, edit: null }));
  const [kept] = await trial.ask('kept.list', {});
  expect(kept).toMatchObject({ group: '*', reason: 'locked', theirs: '' });
  return { workfileId: sheet.workfile.id, edit: kept?.edit ?? '' };
}

test('a creation that the cloud refused is made again as a new one, and can be undone', async () => {
  const { workfileId, edit } = await loseALine();
  expect((await sheetOf(trial, workfileId)).lines).toEqual([]);
  await trial.ask('kept.use', { edit });
  expect((await sheetOf(trial, workfileId)).lines).toMatchObject([{ deleted: false, labor: labor(24) }]);
  expect(await trial.ask('kept.list', {})).toEqual([]);
  expect(await trial.ask('sync.state', {})).toMatchObject({ waiting: 1, decisions: 0 });
  await trial.ask('workfile.undo', { workfileId });
  expect((await sheetOf(trial, workfileId)).lines.filter(({ deleted }) => !deleted)).toEqual([]);
});

test('a creation that the cloud refused can be let go', async () => {
  const { workfileId, edit } = await loseALine();
  await trial.ask('kept.dismiss', { edit });
  expect(await trial.ask('kept.list', {})).toEqual([]);
  expect((await sheetOf(trial, workfileId)).lines).toEqual([]);
});

test('who may not edit the estimate may neither use nor dismiss a kept edit of it', async () => {
  const { edit } = await loseALine();
  await trial.close();
  trial = await openBackendTrial({ folder: place.folder, role: 'office' });
  const denied = { ok: false, failure: { kind: 'forbidden', need: 'edit-estimate' } };
  expect(await trial.reply('kept.use', { edit })).toEqual(denied);
  expect(await trial.reply('kept.dismiss', { edit })).toEqual(denied);
  expect(await trial.ask('kept.list', {})).toHaveLength(1);
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
  const [kept] = await trial.ask('kept.list', {});
  expect(kept).toMatchObject({ group: 'labor', reason: 'damaged-row', theirs: '' });
  expect(kept?.mine).toContain('hours 2.4');
  expect(await trial.reply('kept.use', { edit: kept?.edit ?? '' })).toMatchObject({
    failure: { what: 'damaged-record' },
  });
  expect(await trial.ask('sync.state', {})).toMatchObject({ waiting: 0, decisions: 1 });
});

test('as a decision it is applied again or let go, and undoing that keeps it once more', async () => {
  const workfileId = await loseAnEdit();
  const ids = async () => (await trial.ask('decision.list', {})).decisions.map(({ id }) => id);
  const price = async () => (await sheetOf(trial, workfileId)).lines[0]?.part.priceCents;
  expect(await trial.ask('decision.list', {})).toMatchObject({
    total: 1,
    decisions: [{ what: 'refused', reason: 'invalid', place: { kind: 'line', line: { number: 1 } }, isMine: true }],
  });
  await trial.ask('decision.choose', { ids: await ids(), choice: 'mine' });
  expect([await price(), await ids()]).toEqual([120_00, []]);
  await trial.ask('decision.undo', {});
  expect([await price(), (await ids()).length]).toEqual([99_00, 1]);
  await trial.ask('decision.choose', { ids: await ids(), choice: 'theirs' });
  expect([await price(), await ids()]).toEqual([99_00, []]);
  await trial.ask('decision.undo', {});
  expect(await ids()).toHaveLength(1);
  await trial.ask('decision.edit', { id: (await ids())[0] ?? '', value: { ...part, priceCents: 130_00 } });
  expect([await price(), await ids()]).toEqual([130_00, []]);
});
