// What can be done to whole lines: remove, move, duplicate; each tells when it was refused.
import { useMemo } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { removeLines, undo } from '../../stores/workfile/edits.ts';
import { duplicateLines, stepLines } from '../../stores/workfile/line-edits.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import type { RowLines } from './use-row-book.ts';

export type LineActs = {
  readonly remove: (rowKeys: readonly string[]) => void;
  readonly move: (rowKeys: readonly string[], by: -1 | 1) => void;
  readonly duplicate: (rowKeys: readonly string[]) => void;
};

export function useLineActs(workfileId: WorkfileId, { lineOf }: Pick<RowLines, 'lineOf'>): LineActs {
  const toast = useToast();
  return useMemo(() => {
    const idsOf = (rowKeys: readonly string[]): readonly LineId[] =>
      rowKeys.flatMap((key) => lineOf(key as LineId)?.id ?? []);
    const tell = (failure: Failure | undefined): boolean => {
      if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
      return failure === undefined;
    };
    const remove = async (ids: readonly LineId[]): Promise<void> => {
      if (ids.length === 0 || !tell(await removeLines(workfileId, ids))) return;
      const text = ids.length === 1 ? 'Deleted the line' : `Deleted ${ids.length} lines`;
      toast({ text, undo: () => void undo(workfileId) });
    };
    const move = async (ids: readonly LineId[], by: -1 | 1): Promise<void> => {
      tell(await stepLines(workfileId, ids, by));
    };
    const duplicate = async (ids: readonly LineId[]): Promise<void> => {
      const reply = await duplicateLines(workfileId, ids);
      tell(reply.ok ? undefined : reply.failure);
    };
    return {
      remove: (rowKeys) => void remove(idsOf(rowKeys)),
      move: (rowKeys, by) => void move(idsOf(rowKeys), by),
      duplicate: (rowKeys) => void duplicate(idsOf(rowKeys)),
    };
  }, [workfileId, lineOf, toast]);
}
