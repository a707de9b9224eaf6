// The commands of a workfile that the cloud must do exactly once: locking its estimate, making it a repair order.
import { useEffect } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { afterCommit } from '../../../src-ui/fields/leave-field.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { usePending } from '../../stores/commands.ts';
import { useDenied } from '../../stores/session.ts';
import { showOverlay } from '../../stores/shell.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';

export function useExactCommands(workfileId: WorkfileId): void {
  const cannotLock = useCannotLock(workfileId);
  const cannotConvert = useCannotConvert(workfileId);
  useEffect(
    () =>
      offerCommands({
        'estimate.lock': { run: () => afterCommit(() => showOverlay('lock')), disabledReason: cannotLock },
        'workfile.convert': { run: () => afterCommit(() => showOverlay('convert')), disabledReason: cannotConvert },
      }),
    [cannotLock, cannotConvert],
  );
}

function useCannotLock(workfileId: WorkfileId): string | undefined {
  const denied = useDenied('lock-estimates');
  const locked = useSheet(workfileId, (sheet) => isLocked(sheet.estimate));
  const isEmpty = useSheet(workfileId, (sheet) => sheet.lines.every((line) => line.deleted));
  const pending = usePending(workfileId, 'lock-estimate');
  if (denied !== undefined) return denied;
  if (locked) return 'the estimate is locked already.';
  if (isEmpty) return 'the estimate has no lines yet.';
  return pending === undefined ? undefined : 'the lock waits for the cloud.';
}

function useCannotConvert(workfileId: WorkfileId): string | undefined {
  const denied = useDenied('convert-to-ro');
  const stage = useSheet(workfileId, (sheet) => sheet.workfile.stage.stage);
  const pending = usePending(workfileId, 'convert-to-ro');
  if (denied !== undefined) return denied;
  if (stage !== 'opportunity') return 'it is a repair order already, or no longer open.';
  return pending === undefined ? undefined : 'the conversion waits for the cloud.';
}
