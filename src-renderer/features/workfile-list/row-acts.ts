// What can be done with rows of the list: into the bin with Undo, and out of it.
import { useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { runCommand } from '../../stores/command-board.ts';
import { useDenied } from '../../stores/session.ts';
import { showTab } from '../../stores/shell.ts';
import { binWorkfile, forEach, type Moved, restoreWorkfile } from '../../stores/workfile/bin.ts';
import { failureOf, undo } from '../../stores/workfile/edits.ts';
import { useWorkfileList } from '../../stores/workfile-list.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { wordMoved } from '../../words/life/bin-words.ts';

export type RowActs = {
  readonly menuOf: (cell: { readonly rowKey: string }) => readonly Command[];
  /** Delete: into the bin, with a way back. */
  readonly remove: (ids: readonly string[]) => void;
};

export function useRowActs(): RowActs {
  const toast = useToast();
  const denied = useDenied('bin-workfiles');
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
  }, [toast, denied, inBin]);
}
