// Whether the estimate of a workfile takes no edits here: locked, unless its next supplement was asked for.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { isPending } from '../../../src-shared/ipc/command-shapes.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { useCommands, usePending } from '../commands.ts';
import { useSheet } from './workfiles.ts';

/** Why lines, rates and charges cannot be changed. */
export const lockedReason = 'the estimate is locked; start a new supplement under Totals & supplements.';

/** Whether the estimate in a window is closed to edits. */
export function useClosed(workfileId: WorkfileId): boolean {
  const locked = useSheet(workfileId, (sheet) => isLocked(sheet.estimate));
  return usePending(workfileId, 'start-supplement') === undefined && locked;
}

/** Whether the estimate of a sheet is closed to edits at this moment. */
export const isClosed = ({ workfile, estimate }: WorkfileSheet): boolean =>
  isLocked(estimate) &&
  !useCommands
    .getState()
    .given.some((one) => one.workfileId === workfile.id && one.name === 'start-supplement' && isPending(one));
