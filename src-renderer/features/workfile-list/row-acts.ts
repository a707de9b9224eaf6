// What can be done with rows of the list: opened, converted, into the bin with Undo, and out of it.
import { useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { runCommand, runOnceOffered } from '../../stores/command-board.ts';
import { useDenied } from '../../stores/session.ts';
import { showTab, useShell } from '../../stores/shell.ts';
import { binWorkfile, forEach, type Moved, restoreWorkfile } from '../../stores/workfile/bin.ts';
import { failureOf, undo } from '../../stores/workfile/edits.ts';
import { openWorkfile } from '../../stores/workfile/workfiles.ts';
import { headOf, useWorkfileList } from '../../stores/workfile-list.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { wordMoved } from '../../words/life/bin-words.ts';
import { convertDenied } from '../../words/list/row-words.ts';

export type RowActs = {
  readonly menuOf: (cell: { readonly rowKey: string }) => readonly Command[];
  /** Delete: into the bin, with a way back. */
  readonly remove: (ids: readonly string[]) => void;
};

export function useRowActs(): RowActs {
  const toast = useToast();
  const denied = useDenied('bin-workfiles');
  const cannotConvert = useDenied('convert-to-ro');
  const inBin = useWorkfileList(({ filter }) => filter.bin !== undefined);
  return useMemo(() => {
    const tell = ({ done, failure }: Moved, where: 'bin' | 'list'): void => {
      const back = () => void forEach(done, (id) => failureOf(undo(id)));
      if (done.length > 0) toast({ text: wordMoved(done.length, where), ...(where === 'bin' && { undo: back }) });
      if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    };
    const remove = (keys: readonly string[]): void => {
      if (inBin) return;
      if (denied !== undefined) toast({ text: denied, tone: 'error' });
      else void forEach(keys as readonly WorkfileId[], binWorkfile).then((moved) => tell(moved, 'bin'));
    };
    const restore = (id: WorkfileId): void => void forEach([id], restoreWorkfile).then((moved) => tell(moved, 'list'));
    const menuOf: RowActs['menuOf'] = ({ rowKey }) => {
      const id = rowKey as WorkfileId;
      return [
        { id: 'open', title: 'Open', keys: 'Enter', icon: 'file', run: () => showTab(id) },
        {
          ...{ id: 'convert', title: 'Convert to repair order…', icon: 'wrench' },
          disabledReason: cannotConvert ?? denyConvert(id),
          run: () => void convert(id),
        },
        { id: 'new', title: 'New workfile', keys: 'Ctrl+N', icon: 'add', run: () => runCommand('workfile.new') },
        inBin
          ? {
              ...{ id: 'restore', title: 'Restore', icon: 'undo', group: 'bin', disabledReason: denied },
              run: () => restore(id),
            }
          : {
              ...{ id: 'bin', title: 'Move to the bin', keys: 'Del', icon: 'bin', group: 'bin' },
              ...{ danger: true, disabledReason: denied, run: () => remove([id]) },
            },
      ];
    };
    return { menuOf, remove };
  }, [toast, denied, cannotConvert, inBin]);
}

function denyConvert(id: WorkfileId): string | undefined {
  const head = headOf(id);
  return head && convertDenied(head);
}

/** Opens the workfile and asks there: a conversion is decided with the workfile in sight. */
async function convert(id: WorkfileId): Promise<void> {
  await openWorkfile(id);
  showTab(id);
  runOnceOffered('workfile.convert', () => useShell.getState().active === id);
}
