// What can be done to whole lines: remove, move, duplicate; each tells when it was refused.
import { useMemo } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { AutomaticRow } from '../../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import { fieldOfRow } from '../../../src-shared/domain/estimate/refinish/by-hand.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { removeLines, undo } from '../../stores/workfile/edits.ts';
import { duplicateLines, setRowTimes, stepLines, writeLines } from '../../stores/workfile/line-edits.ts';
import { sheetOf, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { withHidden } from './line-sections.ts';
import { timesOf } from './use-line-commits.ts';
import type { RowLines } from './use-row-book.ts';

export type LineActs = {
  readonly remove: (rowKeys: readonly string[]) => void;
  readonly move: (rowKeys: readonly string[], by: -1 | 1) => void;
  readonly duplicate: (rowKeys: readonly string[]) => void;
  /** Opens them if one is not open, else marks them as done. */
  readonly markOpen: (rowKeys: readonly string[]) => void;
};

export function useLineActs(workfileId: WorkfileId, { lineOf }: Pick<RowLines, 'lineOf'>): LineActs {
  const toast = useToast();
  return useMemo(() => {
    const idsOf = (rowKeys: readonly string[]) => writtenOf(workfileId, rowKeys);
    /** With what closed sections hide. */
    const wholeOf = (rowKeys: readonly string[]): readonly LineId[] => {
      const { closed } = useWorkfiles.getState().open[workfileId] ?? {};
      const sheet = sheetOf(workfileId);
      if (sheet === undefined || closed === undefined || closed.size === 0) return idsOf(rowKeys);
      return idsOf(withHidden(sheet.lines, rowKeys, closed));
    };
    const tell = (failure: Failure | undefined): boolean => {
      if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
      return failure === undefined;
    };
    const remove = async (ids: readonly LineId[]): Promise<void> => {
      if (ids.length === 0 || !tell(await removeLines(workfileId, ids))) return;
      const text = ids.length === 1 ? 'Deleted the line' : `Deleted ${ids.length} lines`;
      toast({ text, undo: () => void undo(workfileId) });
    };
    /** An automatic row that is not wanted has no time and stays to be seen; deleted once more it is computed again. */
    const drop = async (rowKeys: readonly string[]): Promise<void> => {
      const found = rowsOf(workfileId, rowKeys);
      const rows = found.filter((row) => fieldOfRow(row) !== undefined);
      if (rows.length === 0) {
        if (found.length > 0) toast({ text: ruleOfProfile });
        return;
      }
      const isBack = rows.every(({ byHand }) => byHand);
      if (!tell(await setRowTimes(workfileId, rows, isBack ? null : 0))) return;
      const text = isBack ? 'Computed again' : 'Left out. Delete once more to have it computed again.';
      toast({ text, undo: () => void undo(workfileId) });
    };
    const move = async (ids: readonly LineId[], by: -1 | 1): Promise<void> => {
      tell(await stepLines(workfileId, ids, by));
    };
    const duplicate = async (ids: readonly LineId[]): Promise<void> => {
      const reply = await duplicateLines(workfileId, ids);
      tell(reply.ok ? undefined : reply.failure);
    };
    const markOpen = async (ids: readonly LineId[]): Promise<void> => {
      const open = ids.some((id) => lineOf(id)?.state?.open !== true);
      const changes = ids.map((id) => ({ id, change: { state: { open } } }));
      tell(await writeLines(workfileId, { changes, added: [], after: undefined }));
    };
    return {
      remove: (rowKeys) => {
        const ids = idsOf(rowKeys);
        // The rows of a line go with it.
        void (ids.length === 0 ? drop(rowKeys) : remove(ids));
      },
      move: (rowKeys, by) => void move(wholeOf(rowKeys), by),
      duplicate: (rowKeys) => void duplicate(wholeOf(rowKeys)),
      markOpen: (rowKeys) => void markOpen(idsOf(rowKeys)),
    };
  }, [workfileId, lineOf, toast]);
}

const ruleOfProfile = 'This row is a rule of the profile; it changes on the Rates screen.';

/** The lines among rows. */
function writtenOf(workfileId: WorkfileId, rowKeys: readonly string[]): readonly LineId[] {
  const written = new Set<string>(sheetOf(workfileId)?.lines.map(({ id }) => id));
  return rowKeys.filter((key): key is LineId => written.has(key));
}

/** The automatic rows among rows. */
function rowsOf(workfileId: WorkfileId, rowKeys: readonly string[]): readonly AutomaticRow[] {
  const chosen = new Set(rowKeys);
  return timesOf(workfileId)?.rows.filter(({ key }) => chosen.has(key)) ?? [];
}
