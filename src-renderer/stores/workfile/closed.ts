// Why a workfile takes no edits here: it is in the bin; it has ended; or its estimate is locked, unless the next supplement was asked for.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Permission } from '../../../src-shared/domain/access/permissions.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { binnedAt } from '../../../src-shared/domain/workfile/bin.ts';
import { isEnded } from '../../../src-shared/domain/workfile/life.ts';
import { isPending } from '../../../src-shared/ipc/command-shapes.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { useCommands, usePending } from '../commands.ts';
import { useDenied } from '../session.ts';
import { useSheet } from './workfiles.ts';

/** Why lines, rates and charges cannot be changed. */
export const lockedReason = 'the estimate is locked; start a new supplement under Totals & supplements.';

/** Whether the estimate in a window is closed to edits. */
export function useClosed(workfileId: WorkfileId): boolean {
  const locked = useSheet(workfileId, (sheet) => isLocked(sheet.estimate));
  return usePending(workfileId, 'start-supplement') === undefined && locked;
}

/** Whether the estimate of a sheet is closed to edits at this moment. */
export const isClosed = (sheet: WorkfileSheet): boolean =>
  isEnded(sheet.workfile.stage.stage) || binnedAtOf(sheet) > 0 || (isLocked(sheet.estimate) && !isStarting(sheet));

const isStarting = ({ workfile }: WorkfileSheet): boolean =>
  useCommands
    .getState()
    .given.some((one) => one.workfileId === workfile.id && one.name === 'start-supplement' && isPending(one));

/** When a workfile was put into the bin; 0 while it is not there. */
export const useBinnedAt = (workfileId: WorkfileId): number => useSheet(workfileId, binnedAtOf);

const binnedAtOf = ({ workfile, estimate, receipts }: WorkfileSheet): number =>
  binnedAt({ workfile, estimates: [estimate], receipts });

/** Why a workfile takes no more work: it is in the bin, closed or cancelled, or is about to be; undefined while it does. */
export function useEnded(workfileId: WorkfileId): string | undefined {
  const binned = useBinned(workfileId);
  const stage = useSheet(workfileId, (sheet) => sheet.workfile.stage.stage);
  const move = usePending(workfileId, 'move-workfile')?.move;
  if (binned !== undefined) return binned;
  if (move === 'close' || move === 'cancel') return endingReason;
  return isEnded(stage) ? `the workfile is ${stage}; reopen it first (Workfile > Reopen).` : undefined;
}

const endingReason = 'the workfile is about to be closed; cancel that first under Tools > Locks and conversions.';

/** Why nothing at all can be added to a workfile: it is in the bin. */
export const useBinned = (workfileId: WorkfileId): string | undefined =>
  useBinnedAt(workfileId) > 0 ? 'the workfile is in the bin; restore it first.' : undefined;

/** Why a person cannot add what a closed workfile takes, too: notes, photos, money, tasks; undefined where they can. */
export function useCannotAdd(workfileId: WorkfileId, permission: Permission): string | undefined {
  const binned = useBinned(workfileId);
  return useDenied(permission) ?? binned;
}

/** Why a person cannot change something of a workfile; undefined where they can. */
export function useCannotEdit(workfileId: WorkfileId, permission: Permission): string | undefined {
  const ended = useEnded(workfileId);
  return useDenied(permission) ?? ended;
}
