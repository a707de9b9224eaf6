// What the bin forbids: edits of a workfile that lies in it, and putting one there that must stay.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { whyNotBin } from '../../../src-shared/domain/workfile/bin.ts';
import { hasOpenCommand } from '../../db/command.ts';
import { readBinnedAt } from '../../db/head-list.ts';
import { readRecord, recordsOf } from '../../db/record.ts';
import { stageHere } from '../../db/stage-here.ts';
import type { NewEdit } from '../../db/write-edits.ts';
import type { Desk } from '../desk.ts';

type Stored = Pick<Desk, 'store'>;

/** A workfile in the bin takes no work until somebody restores it. */
export const checkNotBinned = ({ store }: Stored, workfileId: WorkfileId): Result<null> =>
  readBinnedAt(store, workfileId) > 0 ? failed({ kind: 'conflict', what: 'in-bin' }) : ok(null);

/** Whether edits of one workfile agree with the bin. Two values that met before may still be chosen from. */
export function checkBin(desk: Stored, workfileId: WorkfileId, edits: readonly NewEdit[]): Result<null> {
  const moved = edits.find(isBinEdit);
  if (moved !== undefined && Number(moved.value.at ?? 0) > 0) return checkBinnable(desk, workfileId);
  const isOther = edits.some((edit) => !isBinEdit(edit) && edit.kind !== 'conflict');
  return isOther ? checkNotBinned(desk, workfileId) : ok(null);
}

const isBinEdit = ({ kind, group }: NewEdit): boolean => kind === 'workfile' && group === 'bin';

function checkBinnable({ store }: Stored, workfileId: WorkfileId): Result<null> {
  const workfile = readRecord(store, 'workfile', workfileId);
  if (workfile === undefined) return failed({ kind: 'not-found', what: 'workfile' });
  const why = whyNotBin({
    workfile: { ...workfile, stage: { stage: stageHere(store, workfileId) } },
    estimates: recordsOf(store, 'estimate', workfileId),
    receipts: recordsOf(store, 'receipt', workfileId),
  });
  if (why !== null) return failed({ kind: 'conflict', what: `bin-${why}` });
  return hasOpenCommand(store, workfileId) ? failed({ kind: 'conflict', what: 'bin-waiting' }) : ok(null);
}
