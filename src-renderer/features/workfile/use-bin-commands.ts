// Offers the bin for the workfile in front: into it, with Undo, and out of it.
import { useEffect } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { whyNotBin } from '../../../src-shared/domain/workfile/bin.ts';
import { type ShowToast, useToast } from '../../../src-ui/feedback/toast.tsx';
import { afterCommit } from '../../../src-ui/fields/leave-field.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { useDenied } from '../../stores/session.ts';
import { binWorkfile, restoreWorkfile } from '../../stores/workfile/bin.ts';
import { useBinnedAt } from '../../stores/workfile/closed.ts';
import { settled, undo } from '../../stores/workfile/edits.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { whyNotBinWords, wordMoved } from '../../words/life/bin-words.ts';

export function useBinCommands(workfileId: WorkfileId): void {
  const toast = useToast();
  const denied = useDenied('bin-workfiles');
  const isBinned = useBinnedAt(workfileId) > 0;
  const why = useSheet(workfileId, ({ workfile, estimate, receipts }) =>
    whyNotBin({ workfile, estimates: [estimate], receipts }),
  );
  useEffect(() => {
    const cannotBin = denied ?? (isBinned ? 'it is in the bin already.' : whyNotBinWords[why ?? 'none']);
    const cannotRestore = denied ?? (isBinned ? undefined : 'it is not in the bin.');
    return offerCommands({
      'workfile.bin': { run: () => afterCommit(() => void bin(workfileId, toast)), disabledReason: cannotBin },
      'workfile.restore': { run: () => void restore(workfileId, toast), disabledReason: cannotRestore },
    });
  }, [workfileId, toast, denied, isBinned, why]);
}

async function bin(workfileId: WorkfileId, toast: ShowToast): Promise<void> {
  await settled(workfileId);
  const failure = await binWorkfile(workfileId);
  if (failure === undefined) toast({ text: wordMoved(1, 'bin'), undo: () => void undo(workfileId) });
  else tellFailure(failure, toast);
}

async function restore(workfileId: WorkfileId, toast: ShowToast): Promise<void> {
  const failure = await restoreWorkfile(workfileId);
  if (failure === undefined) toast({ text: wordMoved(1, 'list') });
  else tellFailure(failure, toast);
}

const tellFailure = (failure: Failure, toast: ShowToast): void => toast({ text: wordBriefly(failure), tone: 'error' });
