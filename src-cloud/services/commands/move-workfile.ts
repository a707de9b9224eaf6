/** Closes a repair order, cancels an opportunity, or reopens either. */
import { ok } from '../../../src-shared/base/result.ts';
import type { Conflict } from '../../../src-shared/domain/conflict/conflict.ts';
import { type Estimate, isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { beginningOf, isCleanText } from '../../../src-shared/domain/text.ts';
import { needsReason, stageAfter, whyNotMove } from '../../../src-shared/domain/workfile/life.ts';
import type { Workfile } from '../../../src-shared/domain/workfile/workfile.ts';
import type { StoredRecord } from '../../db/records.ts';
import { exportClosed } from '../dms/repair-orders.ts';
import { because, type Effect } from './command-room.ts';

export const moveWorkfile: Effect<'move-workfile'> = async (room, { workfileId, move, at, reason }) => {
  const records = await room.store.readRecords([{ kind: 'workfile', id: workfileId }], ['estimate', 'conflict']);
  const record = records.find(({ kind, id }) => kind === 'workfile' && id === workfileId);
  if (record === undefined) return because('missing');
  const { stage, moved } = record.value as unknown as Workfile;
  const stands = { stage: stage.stage, by: moved?.by ?? '' };
  const refused = whyNotMove({ stage, deleted: record.deleted }, move);
  const next = stageAfter(stage.stage, move);
  if (refused !== null || next === undefined) return because(refused ?? 'other-stage', stands);
  const estimates = records.filter(({ kind, deleted }) => kind === 'estimate' && !deleted);
  const isOpen = estimates.some(({ value }) => !isLocked(value as unknown as Estimate));
  // What went this way before a restore was ready then; its lock and its choices come again by themselves.
  const isNew = room.answered === undefined;
  if (isNew && needsReason(move) && reason.trim() === '') return because('invalid');
  if (isNew && move === 'close' && isOpen) return because('not-locked');
  if (isNew && move === 'close' && records.some(isUndecided)) return because('not-ready');
  const closing = { name: `command ${room.commandId}`, stage: 'closed' } as const;
  const told = move === 'close' ? await exportClosed(room, workfileId, closing) : [];
  const by = isCleanText(room.asker.name) ? beginningOf(room.asker.name, 120) : '';
  return ok({
    ...{ result: {}, told },
    changes: [
      { record, group: 'stage', value: { ...record.value.stage, stage: next } },
      { record, group: 'moved', value: { ...record.value.moved, at, by, reason } },
    ],
  });
};

/** Two values of which nobody has chosen one yet. */
const isUndecided = ({ kind, deleted, value }: StoredRecord): boolean =>
  kind === 'conflict' && !deleted && (value as unknown as Pick<Conflict, 'choice'>).choice.made === 'open';
