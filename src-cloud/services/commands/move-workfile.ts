/** Closes a repair order, cancels an opportunity, or reopens either. */
import { ok } from '../../../src-shared/base/result.ts';
import { type Estimate, isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { isCleanText } from '../../../src-shared/domain/text.ts';
import { stageAfter, whyNotMove } from '../../../src-shared/domain/workfile/life.ts';
import type { Workfile } from '../../../src-shared/domain/workfile/workfile.ts';
import { because, type Effect } from './command-room.ts';

export const moveWorkfile: Effect<'move-workfile'> = async (room, { workfileId, move, at, reason }) => {
  const records = await room.store.readRecords([{ kind: 'workfile', id: workfileId }], ['estimate']);
  const record = records.find(({ kind, id }) => kind === 'workfile' && id === workfileId);
  if (record === undefined) return because('missing');
  const { stage, moved } = record.value as unknown as Workfile;
  const stands = { stage: stage.stage, by: moved?.by ?? '' };
  const refused = whyNotMove({ stage, deleted: record.deleted }, move);
  const next = stageAfter(stage.stage, move);
  if (refused !== null || next === undefined) return because(refused ?? 'other-stage', stands);
  const estimates = records.filter(({ kind, deleted }) => kind === 'estimate' && !deleted);
  const isOpen = estimates.some(({ value }) => !isLocked(value as unknown as Estimate));
  // What was closed before a restore was locked then; its lock comes again by itself.
  if (move === 'close' && isOpen && room.answered === undefined) return because('not-locked');
  const by = isCleanText(room.asker.name) ? room.asker.name.slice(0, 120) : '';
  return ok({
    result: {},
    changes: [
      { record, group: 'stage', value: { ...record.value.stage, stage: next } },
      { record, group: 'moved', value: { ...record.value.moved, at, by, reason } },
    ],
  });
};
