// What happens to text typed into the estimate: read, drawn, sent; kept as a draft while it is typed.
import { useCallback } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import type { CommitAnswer } from '../../../src-ui/fields/commit.ts';
import type { CellAddress } from '../../../src-ui/grid/model/cell.ts';
import { changeLine } from '../../stores/workfile/line-edits.ts';
import { sheetOf } from '../../stores/workfile/workfiles.ts';
import { readCell, wordCell } from './line-cell.ts';
import { newLine } from './line-row.ts';
import { useCellDrafts } from './use-cell-drafts.ts';
import type { RowLines } from './use-row-book.ts';

const gone = 'This line is no longer there.';

export function useLineCommits(workfileId: WorkfileId, rows: RowLines) {
  const toast = useToast();
  const { lineOf, whenNamed, isFree, nextBlank, make, insertBelow } = rows;
  const onDraft = useCellDrafts(workfileId, rows);

  const commitLater = useCallback(
    async (cell: CellAddress, text: string): Promise<string | undefined> => {
      const line = await whenNamed(cell.rowKey);
      if (line === undefined) return gone;
      const read = readCell(line, cell.columnId, text);
      if (!read.ok) return wordCell(read.failure);
      const failure = await changeLine(workfileId, line.id, read.value);
      return failure && wordCell(failure);
    },
    [workfileId, whenNamed],
  );

  const onCommit = useCallback(
    (cell: CellAddress, text: string): CommitAnswer => {
      const isNew = isFree(cell.rowKey);
      if (isNew && text.trim() === '') return undefined;
      const line = isNew ? newLine : lineOf(cell.rowKey);
      const read = line && readCell(line, cell.columnId, text);
      if (read?.ok === false) return wordCell(read.failure);
      const answer = isNew && read?.ok ? make(cell.rowKey, read.value) : commitLater(cell, text);
      // Text that was refused stays a draft: a crash must not lose it.
      return answer.then((refusal) => {
        if (refusal !== undefined) onDraft(cell, text);
        return refusal;
      });
    },
    [isFree, lineOf, make, commitLater, onDraft],
  );

  const onNewRow = useCallback(
    (belowKey: string | undefined): string | undefined => {
      const below = belowKey === undefined ? undefined : lineOf(belowKey);
      // Below the last line a blank row is waiting already.
      if (below === undefined || below.id === sheetOf(workfileId)?.lines.at(-1)?.id) return nextBlank(belowKey);
      const { key, refusal } = insertBelow(below.id);
      void refusal.then((words) => words !== undefined && toast({ text: words, tone: 'error' }));
      return key;
    },
    [workfileId, lineOf, nextBlank, insertBelow, toast],
  );

  return { onCommit, onDraft, onNewRow };
}
