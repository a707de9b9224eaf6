// Offers the commands that put kept lines into the estimate in front and keep lines of it, and undo in a library.
import { useEffect } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { isEditedLibrary } from '../../../src-shared/domain/library/library.ts';
import { afterCommit } from '../../../src-ui/fields/leave-field.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { redoLibrary, undoLibrary, useLibrary } from '../../stores/library/library.ts';
import { useSelectedLines } from '../../stores/library/my-lines.ts';
import { useDenied } from '../../stores/session.ts';
import { say, showOverlay, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { isClosed, lockedReason } from '../../stores/workfile/closed.ts';
import { useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function LibraryCommands() {
  useLibrarySteps();
  const workfileId = useActiveWorkfile();
  const open = useWorkfiles((workfiles) => (workfileId === undefined ? undefined : workfiles.open[workfileId]));
  const sheet = open?.sheet.kind === 'ready' ? open.sheet.value : undefined;
  const onEstimate = open?.section === 'estimate' && sheet !== undefined;
  const locked = sheet !== undefined && isClosed(sheet) ? lockedReason : undefined;
  const cannotWrite = useDenied('edit-estimate') ?? locked;
  const cannotKeep = useDenied('edit-library');
  const cannotPrice = useDenied('edit-rates') ?? locked;
  const none = useSelectedLines(({ lineIds }) => lineIds.length === 0) ? 'select lines first.' : undefined;
  useEffect(
    () =>
      workfileId === undefined
        ? undefined
        : offerCommands({
            'rates.update': { run: () => afterCommit(() => showOverlay('update-rates')), disabledReason: cannotPrice },
          }),
    [workfileId, cannotPrice],
  );
  useEffect(
    () =>
      onEstimate
        ? offerCommands({
            'lines.insert': { run: () => afterCommit(() => showOverlay('insert-lines')), disabledReason: cannotWrite },
            'lines.keep': {
              run: () => afterCommit(() => showOverlay('keep-lines')),
              disabledReason: cannotKeep ?? none,
            },
          })
        : undefined,
    [onEstimate, cannotWrite, cannotKeep, none],
  );
  return null;
}

/** Undo and redo of the library in front: each library has its own steps. */
function useLibrarySteps(): void {
  const library = useShell(({ active }) => (isEditedLibrary(active) ? active : undefined));
  const steps = useLibrary(({ sheet }) =>
    sheet.kind === 'ready' && library !== undefined ? sheet.value.undo[library] : undefined,
  );
  const { canUndo = false, canRedo = false } = steps ?? {};
  useEffect(() => {
    if (library === undefined) return undefined;
    const step = (act: typeof undoLibrary, can: boolean, word: string) => ({
      run: () => void tell(act(library)),
      disabledReason: can ? undefined : `there is nothing to ${word} here.`,
    });
    return offerCommands({
      'edit.undo': step(undoLibrary, canUndo, 'undo'),
      'edit.redo': step(redoLibrary, canRedo, 'redo'),
    });
  }, [library, canUndo, canRedo]);
}

async function tell(act: Promise<Failure | undefined>): Promise<void> {
  const failure = await act;
  if (failure !== undefined) say(wordBriefly(failure));
}
