import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredRecord } from '../../src-cloud/db/records.ts';
import { judge, type ShopState, type Writer } from '../../src-cloud/services/judge.ts';
import { answerBatch } from '../../src-main/db/answer-batch.ts';
import { waitingCount } from '../../src-main/db/outbox.ts';
import { readRecord } from '../../src-main/db/record.ts';
import type { EditId } from '../../src-shared/base/ids.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { checkLine } from '../../src-shared/domain/estimate/line-rules.ts';
import type { Edit, JsonObject, PushRequest, Verdict } from '../../src-shared/sync/protocol.ts';
import { freshStore, trialUser } from '../support/store.ts';
import { createWorkfile, edit, idOf, labor, lineId, seal, workfileId } from '../support/store-story.ts';

const lines = [lineId, idOf(41), idOf(42)];
const groups: fc.Arbitrary<readonly [string, JsonObject]> = fc.oneof(
  fc.constantFrom('replace', 'overlap', 'credit', 'heading').map((operation) => ['work', { operation }] as const),
  fc.integer({ min: -5, max: 5 }).map((tenths) => ['labor', labor(tenths)] as const),
  fc.integer({ min: -5, max: 5 }).map((amountCents) => ['misc', { amountCents, taxed: false }] as const),
  fc.string({ maxLength: 3 }).map((text) => ['note', { text: text.replaceAll(/[^ -~]/g, '') }] as const),
);
const acts = fc.array(
  fc.record({ line: fc.constantFrom(...lines), change: groups, send: fc.integer({ max: 9, min: 0 }) }),
  {
    maxLength: 40,
    size: 'max',
  },
);

/** A cloud in memory that judges as the real one does. */
function cloud() {
  const records = new Map<string, StoredRecord>();
  const applied = new Set<EditId>();
  const order = { lastSeq: 0 };
  const writer = {
    device: 'aaaaaaaaaa',
    person: trialUser.userId,
    shopId: trialUser.shopId,
    role: 'estimator',
  } as unknown as Writer;
  return {
    recordOf: (id: string) => records.get(id)?.value,
    take({ edits }: PushRequest): readonly Verdict[] {
      const state: ShopState = {
        ...{ lastSeq: order.lastSeq, applied, records: [...records.values()] },
        ...{ siblings: [], refused: new Map(), conflicts: [] },
      };
      const read = edits.map(
        ([name, kind, id, group, value, base]): Edit => ({ edit: name, kind, id, group, value, base }),
      );
      const judgement = judge(read, state, writer);
      for (const record of judgement.records) records.set(record.id, record);
      for (const logged of judgement.logged) applied.add(logged.edit);
      order.lastSeq += judgement.logged.length;
      return judgement.verdicts;
    },
  };
}

test('edits that kept the rules here are all taken, however small the batches in which they leave', async () => {
  const { store, close } = await freshStore();
  fc.assert(
    fc
      .property(acts, fc.integer({ min: 1, max: 4 }), (made, most) => {
        store.connection.exec('begin');
        const there = cloud();
        const send = () => {
          const { n, request } = seal(store, { most });
          const verdicts = there.take(request);
          expect(verdicts.map(({ verdict }) => verdict)).toEqual(verdicts.map(() => 'applied'));
          answerBatch(store, n, { epoch: 'e', seq: 1, verdicts: [...verdicts] }, 1);
        };
        createWorkfile(store);
        for (const id of lines.slice(1)) edit(store, 'line', id, '*', { parent: { workfileId, estimateId: idOf(5) } });
        while (waitingCount(store) > 0) send();
        for (const { line, change, send: chance } of made) {
          const [group, value] = change;
          const after = { ...(readRecord(store, 'line', line) as Line), [group]: value } as Line;
          if (checkLine(after) === null) edit(store, 'line', line, group, value);
          if (chance === 0 && waitingCount(store) > 0) send();
        }
        while (waitingCount(store) > 0) send();
        for (const id of lines) {
          const { id: _id, deleted: _deleted, ...here } = readRecord(store, 'line', id) as Line;
          expect(there.recordOf(id)).toEqual(here);
        }
      })
      .afterEach(() => void (store.connection.inTransaction && store.connection.exec('rollback'))),
  );
  close();
});
