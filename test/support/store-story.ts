/** Records written straight into a store, and a cloud's part played by hand, for tests of what sync stores. */

import { answerBatch } from '../../src-main/db/answer-batch.ts';
import { type SealedBatch, type Sealing, sealNext } from '../../src-main/db/batch.ts';
import type { PulledChange } from '../../src-main/db/pulled.ts';
import { readRow } from '../../src-main/db/record.ts';
import { groupOf, stampOf } from '../../src-main/db/record-row.ts';
import { recordTables } from '../../src-main/db/record-tables.ts';
import type { Store } from '../../src-main/db/store.ts';
import { writeEdits } from '../../src-main/db/write-edits.ts';
import type { EditId, WorkfileId } from '../../src-shared/base/ids.ts';
import { uuidV7 } from '../../src-shared/base/ids.ts';
import type { JsonObject, PushRequest, Verdict } from '../../src-shared/sync/protocol.ts';
import { wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { trialUser } from './store.ts';

/** A valid id made of a small number. */
export const idOf = (number: number): string => uuidV7(1_760_000_000_000 + number, new Uint8Array(16).fill(number));
export const workfileId = idOf(1) as WorkfileId;
export const lineId = idOf(4);

/** An edit of another PC of the shop. */
export const foreign = (counter: number): EditId => `zzzzzzzzzz-${counter}` as EditId;

/** Creates one workfile with a line in one step. */
export function createWorkfile(store: Store): void {
  const parent = { workfileId };
  const create = (kind: RecordKind, id: string, value: JsonObject) => ({ kind, id, group: wholeRecord, value });
  writeEdits(store, {
    workfileId,
    as: 'plain',
    now: 1000,
    edits: [
      create('workfile', workfileId, {}),
      create('contact', idOf(2), { parent: { ...parent, role: 'owner' } }),
      create('vehicle', idOf(3), { parent }),
      create('insurance', idOf(6), { parent }),
      create('rates', idOf(7), { parent }),
      create('estimate', idOf(5), { parent }),
      create('line', lineId, { parent: { ...parent, estimateId: idOf(5) }, place: { position: 'a0' } }),
    ],
  });
}

/** Sets a group of a record as a person here would. */
export const edit = (store: Store, kind: RecordKind, id: string, group: string, value: JsonObject, now = 2000): void =>
  void writeEdits(store, { workfileId, as: 'step', now, edits: [{ kind, id, group, value }] });

export const labor = (tenths: number): JsonObject => ({ type: 'body', tenths, included: false });
export const setHours = (store: Store, tenths: number): void => edit(store, 'line', lineId, 'labor', labor(tenths));

/** What the row holds of a group, and the edit that wrote it. */
export function held(store: Store, kind: RecordKind, id: string, group: string) {
  const row = readRow(store, kind, id);
  return row && { value: groupOf(recordTables[kind], row, group), edit: stampOf(row, group) };
}
export const hours = (store: Store) => held(store, 'line', lineId, 'labor');

type SentBatch = SealedBatch & { readonly request: PushRequest };

export function seal(store: Store, sealing: Partial<Sealing> = {}): SentBatch {
  const sealed = sealNext(store, { author: trialUser.userId, now: 3000, ...sealing });
  if (sealed === null) throw new Error('nothing waits');
  return { ...sealed, request: JSON.parse(sealed.body) as PushRequest };
}

/** Answers a sealed batch as a cloud that has this verdict for every edit. */
export function answer(
  store: Store,
  sealed: SealedBatch,
  verdictOf: (edit: PushRequest['edits'][number], i: number) => Verdict,
) {
  const { edits } = JSON.parse(sealed.body) as PushRequest;
  return answerBatch(store, sealed.n, { epoch: 'e', seq: 100, verdicts: edits.map(verdictOf) }, 4000);
}

export const applied = (_: unknown, i: number): Verdict => ({ verdict: 'applied', seq: i + 1 });

/** Everything waiting reaches a cloud that takes it all. */
export function sendAll(store: Store): void {
  answer(store, seal(store), applied);
}

export const pulledHours = (seq: number, tenths: number, from: EditId = foreign(seq)): PulledChange => ({
  seq,
  edit: from,
  kind: 'line',
  id: lineId,
  group: 'labor',
  value: labor(tenths),
  base: null,
  by: 'Robin Ellery',
  at: 5000,
});
