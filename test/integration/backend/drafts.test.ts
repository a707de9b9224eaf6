/** Drafts belong to the person who typed them, and go with the record they were typed in. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyPulled } from '../../../src-main/db/pulled.ts';
import type { LineId } from '../../../src-shared/base/ids.ts';
import { deletion } from '../../../src-shared/sync/protocol.ts';
import { labor, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { freshFolder, openTrialStore, signInAs } from '../../support/store.ts';
import { foreign } from '../../support/store-story.ts';

let folder: string;
let remove: () => void;
let trial: BackendTrial;
beforeEach(async () => {
  ({ folder, remove } = freshFolder());
  trial = await openBackendTrial({ folder });
});
afterEach(async () => {
  await trial.close();
  remove();
});

const ann = { userId: '0190a000-0000-7000-8000-000000000002', name: 'Ann Lee' };

/** The same folder with somebody else at the PC, or with the one who began. */
async function seat(person: Partial<typeof ann>): Promise<void> {
  await trial.close();
  const store = await openTrialStore({ folder });
  signInAs(store, person);
  store.close();
  trial = await openBackendTrial({ folder, role: null });
}

async function typedInLine() {
  const { workfile, lines } = await writeWorkfile(trial, 2);
  const [lineId, other] = lines.map(({ id }) => id) as [LineId, LineId];
  const place = `line/${lineId}/labor/tenths`;
  await trial.ask('draft.keep', { workfileId: workfile.id, place, text: 'mine' });
  await trial.ask('draft.keep', { workfileId: workfile.id, place: `line/${other}/labor/tenths`, text: 'other' });
  return { workfileId: workfile.id, lineId, place };
}
type Typed = Awaited<ReturnType<typeof typedInLine>>;

const texts = async ({ workfileId }: Pick<Typed, 'workfileId'>) =>
  (await sheetOf(trial, workfileId)).drafts.map(({ text }) => text).sort();

test('one person neither sees nor drops what another one typed', async () => {
  const typed = await typedInLine();
  await seat(ann);
  expect(await texts(typed)).toEqual([]);
  const { workfileId, place, lineId } = typed;
  await trial.ask('draft.keep', { workfileId, place, text: 'hers' });
  expect(await texts(typed)).toEqual(['hers']);
  await trial.ask('draft.drop', { workfileId, place });
  await trial.ask('line.change', { lineId, group: 'labor', value: labor(7) });
  await seat({});
  expect(await texts(typed)).toEqual(['mine', 'other']);
});

test('text typed while nobody is signed in is refused', async () => {
  const { workfileId, place } = await typedInLine();
  await trial.ask('session.sign-out', {});
  expect(await trial.reply('draft.keep', { workfileId, place, text: 'nobody' })).toMatchObject({
    failure: { kind: 'forbidden', need: 'sign-in' },
  });
});

test('a record that is deleted here takes what anybody typed in it along', async () => {
  const typed = await typedInLine();
  await seat(ann);
  await trial.ask('line.remove', { lineIds: [typed.lineId] });
  await seat({});
  expect(await texts(typed)).toEqual(['other']);
});

test('a record that is deleted elsewhere takes what was typed in it along', async () => {
  const typed = await typedInLine();
  await trial.close();
  const store = await openTrialStore({ folder });
  const gone = { kind: 'line', id: typed.lineId, group: deletion, value: { deleted: true } };
  const change = { ...gone, seq: 1, edit: foreign(1), base: null, by: 'Robin Ellery', at: 5000 };
  applyPulled(store, [change], { cursor: 1, epoch: 'e', mark: '' }, 9000);
  store.close();
  trial = await openBackendTrial({ folder, role: null });
  expect(await texts(typed)).toEqual(['other']);
});
