/** What was done here can be taken back, step by step, after a restart too, and never over somebody else's work. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerBatch } from '../../../src-main/db/answer-batch.ts';
import { sealNext } from '../../../src-main/db/batch.ts';
import { applyPulled } from '../../../src-main/db/pulled.ts';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Line, lineSpec } from '../../../src-shared/domain/estimate/line.ts';
import { ratesSpec } from '../../../src-shared/domain/estimate/rates.ts';
import { nothingByHand } from '../../../src-shared/domain/estimate/refinish/by-hand.ts';
import { noPanel } from '../../../src-shared/domain/estimate/refinish/known-panel.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import type { LineGroups } from '../../../src-shared/ipc/requests.ts';
import { labor, part, seen, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { freshFolder, openTrialStore, seededRandom, trialUser } from '../../support/store.ts';
import { foreign } from '../../support/store-story.ts';

const place = { folder: '', remove: () => {} };
let trial: BackendTrial;
beforeEach(async () => {
  Object.assign(place, freshFolder('undo'));
  trial = await openBackendTrial({ folder: place.folder });
});
afterEach(async () => {
  await trial.close();
  place.remove();
});

/** Does something with the closed database, as sync would while nobody looks. */
async function meanwhile(work: (store: Awaited<ReturnType<typeof openTrialStore>>) => void): Promise<void> {
  await trial.close();
  const store = await openTrialStore({ folder: place.folder });
  work(store);
  store.close();
  trial = await openBackendTrial({ folder: place.folder });
}

type Sheet = Awaited<ReturnType<typeof sheetOf>>;
type Dice = (limit: number) => number;

/** The edits that an estimator makes, each of a line or a figure that chance picks. */
const edits: Readonly<Record<string, (pick: Dice, sheet: Sheet) => Promise<unknown>>> = {
  add: (pick, sheet) =>
    trial.ask('line.add', {
      estimateId: sheet.estimate.id,
      after: sheet.lines.length === 0 || pick(4) === 0 ? null : lineOf(pick, sheet).id,
      lines: Array.from({ length: 1 + pick(4) }, () => ({ text: { description: `n${pick(1e6)}` } })),
    }),
  remove: (pick, sheet) => trial.ask('line.remove', { lineIds: [lineOf(pick, sheet).id] }),
  move: (pick, sheet) =>
    trial.ask('line.move', { lineIds: [...new Set([lineOf(pick, sheet).id, lineOf(pick, sheet).id])], after: null }),
  cell: (pick, sheet) => changeLine(pick, sheet, { labor: labor(1 + pick(1e5 - 2)) }),
  price: (pick, sheet) => changeLine(pick, sheet, { part: { ...part, priceCents: pick(1e6) } }),
  note: (pick, sheet) => changeLine(pick, sheet, { note: { text: `m${pick(1e6)}` } }),
  flags: (pick, sheet) =>
    changeLine(pick, sheet, { state: { open: pick(2) === 0 }, marks: { manual: true, changed: pick(2) === 0 } }),
  panel: (pick, sheet) =>
    changeLine(pick, sheet, {
      refinish: { tenths: 1 + pick(50), included: false },
      panel: { ...noPanel, kind: 'major', place: pick(2) === 0 ? 'hood' : 'left-fender' },
    }),
  'row by hand': (pick, sheet) => changeLine(pick, sheet, { automatic: { ...nothingByHand, finish: pick(30) } }),
  betterment: (pick, sheet) =>
    changeLine(pick, sheet, { betterment: { ...groupOf('betterment'), kind: 'rate', rate: 1 + pick(1e5) } }),
  payer: (pick, sheet) => changeLine(pick, sheet, { share: { of: pick(2) === 0 ? 'customer' : 'related-prior' } }),
  markup: (pick, sheet) => changeLine(pick, sheet, { adjust: { own: true, rate: pick(1e5), amountCents: 0 } }),
  paste: (pick, sheet) =>
    trial.ask('line.change-many', {
      changes: [lineOf(pick, sheet), lineOf(pick, sheet)].map(({ id }) => ({
        lineId: id,
        group: 'note' as const,
        value: { text: `p${pick(1e6)}` },
      })),
      added: {
        estimateId: sheet.estimate.id,
        after: lineOf(pick, sheet).id,
        lines: [{ text: { description: `p${pick(1e6)}` }, labor: labor(pick(90)) }],
      },
    }),
  charges: (pick, { estimate: { id } }) =>
    trial.ask('estimate.change', {
      estimateId: id,
      group: 'charges',
      value: { towingCents: pick(1e6), storageCents: 0, otherCents: 0 },
    }),
  stages: (pick, { estimate: { id } }) =>
    trial.ask('estimate.change', {
      estimateId: id,
      group: 'finish',
      value: { stages: pick(2) === 0 ? 2 : 3, clearCoatTenths: pick(30) },
    }),
  discount: (pick, { rates: { id } }) =>
    trial.ask('rates.change', { ratesId: id, group: 'discount', value: { rate: 1 + pick(1e5) } }),
  'labor rate': (pick, { rates: { id, labor: rates } }) =>
    trial.ask('rates.change', { ratesId: id, group: 'labor', value: { ...rates, body: pick(1e5) } }),
  markups: (pick, { rates: { id } }) =>
    trial.ask('rates.change', {
      ratesId: id,
      group: 'partMarkup',
      value: { ...emptyGroup(ratesSpec, 'partMarkup'), oem: 1 + pick(1e5) },
    }),
  deductible: (pick, { insurance: { id } }) =>
    trial.ask('insurance.change', { insuranceId: id, group: 'deductible', value: { amountCents: pick(1e6) } }),
  mileage: (pick, { vehicle: { id } }) =>
    trial.ask('vehicle.change', { vehicleId: id, group: 'mileageIn', value: { miles: 1 + pick(9e6) } }),
  contact: (_pick, { workfile: { id } }) => trial.ask('contact.add', { workfileId: id, role: 'other' }),
};

const lineOf = (pick: Dice, { lines }: Sheet): Line => lines[pick(lines.length)] as Line;
const groupOf = <G extends 'betterment'>(group: G) => emptyGroup(lineSpec, group);

/** Groups of one line, as one step. */
const changeLine = (pick: Dice, sheet: Sheet, groups: LineGroups): Promise<unknown> => {
  const lineId = lineOf(pick, sheet).id;
  const changes = Object.entries(groups).map(([group, value]) => ({ lineId, group, value }));
  return trial.ask('line.change-many', { changes: changes as never });
};

/** One random step: each kind of edit in its turn, until an estimate has too few lines to edit. */
async function randomStep(pick: Dice, sheet: Sheet, step: number): Promise<void> {
  const kinds = Object.keys(edits);
  const kind = sheet.lines.length < 3 ? 'add' : kinds[(step + pick(kinds.length)) % kinds.length];
  await edits[kind ?? 'add']?.(pick, sheet);
}

test.each([11, 12])(
  'after 300 random steps and Saves 300 undos lead back byte by byte, and 300 redos forth again (seed %i)',
  { timeout: 120_000 },
  async (seed) => {
    const random = seededRandom(seed);
    const pick = (limit: number) => (new DataView(random(4).buffer).getUint32(0) % Math.max(1, limit)) | 0;
    const { workfile } = await writeWorkfile(trial, 0);
    const workfileId = workfile.id;
    await meanwhile((store) => store.connection.exec('delete from undo_step'));
    const states: string[] = [seen(await sheetOf(trial, workfileId))];
    for (let steps = 0; steps < 300; ) {
      const before = states.at(-1);
      await randomStep(pick, await sheetOf(trial, workfileId), steps);
      const after = seen(await sheetOf(trial, workfileId));
      if (after === before) continue;
      states.push(after);
      steps += 1;
      // Part of it leaves for the cloud on the way: undo must not depend on what was sent.
      if (steps === 150) await meanwhile(sendEverything);
    }
    expect(await trial.ask('workfile.save', { workfileId })).toMatchObject({ saved: true });
    for (const at of states.keys()) states[at] = unsaved(states[at] ?? '');
    for (let i = 299; i >= 0; i -= 1) {
      expect(await trial.ask('workfile.undo', { workfileId })).toEqual({ undone: true });
      if (i % 50 === 0) expect(unsaved(seen(await sheetOf(trial, workfileId)))).toBe(states[i]);
    }
    expect(await trial.ask('workfile.undo', { workfileId })).toEqual({ undone: false });
    await meanwhile(() => undefined);
    for (let i = 1; i <= 300; i += 1) {
      expect(await trial.ask('workfile.redo', { workfileId })).toEqual({ redone: true });
      if (i % 50 === 0) expect(unsaved(seen(await sheetOf(trial, workfileId)))).toBe(states[i]);
    }
  },
);

/** Without the number of the last Save, which is no edit and is not taken back. */
const unsaved = (sheet: string): string => sheet.replaceAll(/"saved":\{[^}]*\}/g, '"saved":{}');

function sendEverything(store: Awaited<ReturnType<typeof openTrialStore>>): void {
  for (
    let sealed = sealNext(store, { author: trialUser.userId, now: 1 });
    sealed !== null;
    sealed = sealNext(store, { author: trialUser.userId, now: 1 })
  ) {
    const { edits } = JSON.parse(sealed.body) as { edits: unknown[] };
    const verdicts = edits.map((_, i) => ({ verdict: 'applied' as const, seq: i + 1 }));
    answerBatch(store, sealed.n, { epoch: 'e', seq: 1, verdicts }, 2);
  }
}

const hoursOf = async (workfileId: WorkfileId) =>
  (await sheetOf(trial, workfileId)).lines.map(({ labor: { tenths } }) => tenths);

test('a step whose group was changed elsewhere since is skipped with a conflict, and the one before can be undone', async () => {
  const { workfile, lines } = await writeWorkfile(trial, 2);
  const workfileId = workfile.id;
  const [first, second] = lines.map(({ id }) => id) as [LineId, LineId];
  await trial.ask('line.change', { lineId: first, group: 'labor', value: labor(10) });
  await trial.ask('line.change', { lineId: second, group: 'labor', value: labor(20) });
  await meanwhile((store) => {
    sendEverything(store);
    const change = { seq: 900, edit: foreign(1), kind: 'line', id: second, group: 'labor', value: labor(99) };
    applyPulled(store, [{ ...change, base: null, by: 'Robin', at: 1 }], { cursor: 900, epoch: 'e', mark: '' }, 1);
  });
  expect(await hoursOf(workfileId)).toEqual([10, 99]);
  const reply = await trial.reply('workfile.undo', { workfileId });
  expect(reply).toEqual({ ok: false, failure: { kind: 'conflict', what: 'undo' } });
  expect(await hoursOf(workfileId)).toEqual([10, 99]);
  expect(await trial.ask('workfile.undo', { workfileId })).toEqual({ undone: true });
  expect(await hoursOf(workfileId)).toEqual([0, 99]);
});

test('a new edit ends what could be redone', async () => {
  const { workfile, lines } = await writeWorkfile(trial, 1);
  const workfileId = workfile.id;
  const lineId = lines[0]?.id ?? ('' as LineId);
  await trial.ask('line.change', { lineId, group: 'labor', value: labor(10) });
  await trial.ask('workfile.undo', { workfileId });
  expect((await sheetOf(trial, workfileId)).canRedo).toBe(true);
  await trial.ask('line.change', { lineId, group: 'labor', value: labor(30) });
  expect((await sheetOf(trial, workfileId)).canRedo).toBe(false);
  expect(await trial.ask('workfile.redo', { workfileId })).toEqual({ redone: false });
  expect(await hoursOf(workfileId)).toEqual([30]);
});

test('saving is no step, and what came before it can still be taken back', async () => {
  const { workfile, lines } = await writeWorkfile(trial, 1);
  const workfileId = workfile.id;
  await trial.ask('line.change', { lineId: lines[0]?.id ?? ('' as LineId), group: 'labor', value: labor(10) });
  await trial.ask('workfile.save', { workfileId });
  expect(await trial.ask('workfile.undo', { workfileId })).toEqual({ undone: true });
  const sheet = await sheetOf(trial, workfileId);
  expect(sheet.workfile.saved.revision).toBe(1);
  expect(sheet.unsavedSince).toBeGreaterThan(0);
  expect(sheet.lines[0]?.labor.tenths).toBe(0);
});

test('undo in one workfile touches no other', async () => {
  const [a, b] = [await writeWorkfile(trial, 1), await writeWorkfile(trial, 1)];
  await trial.ask('line.change', { lineId: a.lines[0]?.id ?? ('' as LineId), group: 'labor', value: labor(10) });
  await trial.ask('line.change', { lineId: b.lines[0]?.id ?? ('' as LineId), group: 'labor', value: labor(20) });
  await trial.ask('workfile.undo', { workfileId: a.workfile.id });
  expect([await hoursOf(a.workfile.id), await hoursOf(b.workfile.id)]).toEqual([[0], [20]]);
});
