// The commands of a workfile that the cloud must do exactly once: locking its estimate, and each step of its life.
import { useEffect } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { type Move, stageAfter } from '../../../src-shared/domain/workfile/life.ts';
import { isTotalLoss } from '../../../src-shared/domain/workfile/total-loss.ts';
import { type ShowToast, useToast } from '../../../src-ui/feedback/toast.tsx';
import { afterCommit } from '../../../src-ui/fields/leave-field.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { startSupplement, usePending } from '../../stores/commands.ts';
import { useDenied } from '../../stores/session.ts';
import { say, showOverlay } from '../../stores/shell.ts';
import { useCannotAdd, useCannotEdit, useEnded } from '../../stores/workfile/closed.ts';
import { sheetOf, useSheet } from '../../stores/workfile/workfiles.ts';
import { commandTitle } from '../../words/command-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function useExactCommands(workfileId: WorkfileId): void {
  const cannotLock = useCannotLock(workfileId);
  const cannotStart = useCannotStart(workfileId);
  const cannotConvert = useCannotConvert(workfileId);
  const cannotClose = useCannotMove(workfileId, 'close');
  const cannotCancel = useCannotMove(workfileId, 'cancel');
  const cannotReopen = useCannotMove(workfileId, 'reopen');
  const cannotLose = useCannotEdit(workfileId, 'move-workfiles');
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
        'workfile.close': { run: () => afterCommit(() => showOverlay('close')), disabledReason: cannotClose },
        'workfile.cancel': { run: () => afterCommit(() => showOverlay('cancel')), disabledReason: cannotCancel },
        'workfile.total-loss': { run: () => afterCommit(() => showOverlay('total-loss')), disabledReason: cannotLose },
        'workfile.reopen': { run: () => afterCommit(() => showOverlay('reopen')), disabledReason: cannotReopen },
      }),
    [workfileId, toast, cannotLock, cannotStart, cannotConvert, cannotClose, cannotCancel, cannotReopen, cannotLose],
  );
}

function useCannotLock(workfileId: WorkfileId): string | undefined {
  const denied = useDenied('lock-estimates');
  const locked = useSheet(workfileId, (sheet) => isLocked(sheet.estimate));
  const isEmpty = useSheet(workfileId, (sheet) => sheet.lines.every((line) => line.deleted));
  const lock = usePending(workfileId, 'lock-estimate');
  const start = usePending(workfileId, 'start-supplement');
  const ended = useEnded(workfileId);
  if (denied !== undefined) return denied;
  if (ended !== undefined) return ended;
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
  const ended = useEnded(workfileId);
  if (denied !== undefined) return denied;
  if (ended !== undefined) return ended;
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
  const denied = useCannotAdd(workfileId, 'convert-to-ro');
  const stage = useSheet(workfileId, (sheet) => sheet.workfile.stage.stage);
  const pending = usePending(workfileId, 'convert-to-ro');
  const isLoss = useSheet(workfileId, (sheet) => isTotalLoss(sheet.workfile));
  if (denied !== undefined) return denied;
  if (stage !== 'opportunity') return 'it is a repair order already, or no longer open.';
  if (isLoss) return 'the vehicle is a total loss; take that back first (Workfile > Total loss).';
  return pending === undefined ? undefined : 'the conversion waits for the cloud.';
}

function useCannotMove(workfileId: WorkfileId, move: Move): string | undefined {
  const denied = useCannotAdd(workfileId, 'move-workfiles');
  const stage = useSheet(workfileId, (sheet) => sheet.workfile.stage.stage);
  const convert = usePending(workfileId, 'convert-to-ro');
  const pending = usePending(workfileId, 'move-workfile');
  if (denied !== undefined) return denied;
  if (pending !== undefined)
    return `“${commandTitle(pending)}” waits for the cloud; see Tools > Locks and conversions.`;
  if (convert !== undefined) return 'the conversion waits for the cloud.';
  return stageAfter(stage, move) === undefined ? cannotMove[move] : undefined;
}

const cannotMove: Readonly<Record<Move, string>> = {
  close: 'only a repair order is closed; convert the workfile first.',
  cancel: 'only an opportunity is cancelled.',
  reopen: 'the workfile is open.',
};
