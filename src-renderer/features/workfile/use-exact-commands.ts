// The commands of a workfile that the cloud must do exactly once: locking its estimate, making it a repair order.
import { useEffect } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { type ShowToast, useToast } from '../../../src-ui/feedback/toast.tsx';
import { afterCommit } from '../../../src-ui/fields/leave-field.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { startSupplement, usePending } from '../../stores/commands.ts';
import { useDenied } from '../../stores/session.ts';
import { say, showOverlay } from '../../stores/shell.ts';
import { sheetOf, useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function useExactCommands(workfileId: WorkfileId): void {
  const cannotLock = useCannotLock(workfileId);
  const cannotStart = useCannotStart(workfileId);
  const cannotConvert = useCannotConvert(workfileId);
  const toast = useToast();
  useEffect(
    () =>
      offerCommands({
        'estimate.lock': { run: () => afterCommit(() => showOverlay('lock')), disabledReason: cannotLock },
        'estimate.supplement': {
          run: () => afterCommit(() => void startNext(workfileId, toast)),
          disabledReason: cannotStart,
        },
        'workfile.convert': { run: () => afterCommit(() => showOverlay('convert')), disabledReason: cannotConvert },
      }),
    [workfileId, toast, cannotLock, cannotStart, cannotConvert],
  );
}

function useCannotLock(workfileId: WorkfileId): string | undefined {
  const denied = useDenied('lock-estimates');
  const locked = useSheet(workfileId, (sheet) => isLocked(sheet.estimate));
  const isEmpty = useSheet(workfileId, (sheet) => sheet.lines.every((line) => line.deleted));
  const lock = usePending(workfileId, 'lock-estimate');
  const start = usePending(workfileId, 'start-supplement');
  if (denied !== undefined) return denied;
  if (start !== undefined) return `${start.version} waits for the cloud: write on, and lock it once it has begun.`;
  if (lock !== undefined) return 'the lock waits for the cloud.';
  if (locked) return 'the estimate is locked already.';
  return isEmpty ? 'the estimate has no lines yet.' : undefined;
}

function useCannotStart(workfileId: WorkfileId): string | undefined {
  const denied = useDenied('lock-estimates');
  const locked = useSheet(workfileId, (sheet) => isLocked(sheet.estimate));
  const lock = usePending(workfileId, 'lock-estimate');
  const start = usePending(workfileId, 'start-supplement');
  if (denied !== undefined) return denied;
  if (start !== undefined) return `${start.version} waits for the cloud already.`;
  return locked || lock !== undefined ? undefined : 'the estimate is open: write on, and lock it first.';
}

async function startNext(workfileId: WorkfileId, toast: ShowToast): Promise<void> {
  const sheet = sheetOf(workfileId);
  if (sheet === undefined) return;
  const reply = await startSupplement(sheet.estimate.id);
  if (reply.ok) say(`Supplement ${reply.value.label}: what you write now belongs to it`);
  else toast({ text: wordBriefly(reply.failure), tone: 'error' });
}

function useCannotConvert(workfileId: WorkfileId): string | undefined {
  const denied = useDenied('convert-to-ro');
  const stage = useSheet(workfileId, (sheet) => sheet.workfile.stage.stage);
  const pending = usePending(workfileId, 'convert-to-ro');
  if (denied !== undefined) return denied;
  if (stage !== 'opportunity') return 'it is a repair order already, or no longer open.';
  return pending === undefined ? undefined : 'the conversion waits for the cloud.';
}
