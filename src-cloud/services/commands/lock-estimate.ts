/** Locks an estimate: it becomes an estimate of record. */
import { ok } from '../../../src-shared/base/result.ts';
import type { Estimate } from '../../../src-shared/domain/estimate/estimate.ts';
import { whyNotLock } from '../../../src-shared/domain/estimate/lock.ts';
import { isCleanText } from '../../../src-shared/domain/text.ts';
import { workfileOf } from '../record-state.ts';
import { because, type Effect } from './command-room.ts';

export const lockEstimate: Effect<'lock-estimate'> = async ({ store, asker }, { estimateId, at }) => {
  const records = await store.readRecords([{ kind: 'estimate', id: estimateId }]);
  const record = records.find(({ kind, id }) => kind === 'estimate' && id === estimateId);
  const workfileId = record && workfileOf(record);
  if (record === undefined || workfileId === undefined) return because('missing');
  const { lock } = record.value as unknown as Estimate;
  const reason = whyNotLock({ lock, deleted: record.deleted }, await store.hasLines({ workfileId, estimateId }));
  if (reason !== null) return because(reason, reason === 'locked' ? { by: lock.by, at: lock.at } : {});
  const by = isCleanText(asker.name) ? asker.name.slice(0, 120) : '';
  return ok({ result: {}, changes: [{ record, group: 'lock', value: { ...record.value.lock, at, by } }] });
};
