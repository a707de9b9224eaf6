// What happens to text typed into the estimate: read, drawn, sent; what is refused stays a draft.
import { useCallback } from 'react';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import type { CommitAnswer } from '../../../src-ui/fields/commit.ts';
import type { CellAddress } from '../../../src-ui/grid/model/cell.ts';
import { changeLine } from '../../stores/workfile/line-edits.ts';
import { readCell, wordCell } from './line-cell.ts';
import { newLine } from './line-row.ts';
import type { RowLines } from './use-row-book.ts';

const gone = 'This line is no longer there.';

type Drafts = (cell: CellAddress, text: string | undefined) => void;

export function useLineCommits(workfileId: WorkfileId, rows: RowLines, onDraft: Drafts) {
  const toast = useToast();
  const { lineOf, lastLine, whenThere, isFree, nextBlank, make, insertBelow } = rows;

  const commitLater = useCallback(
    async (cell: CellAddress, text: string): Promise<string | undefined> => {
      const line = await whenThere(cell.rowKey as LineId);
      if (line === undefined) return gone;
      const read = readCell(line, cell.columnId, text);
      if (!read.ok) return wordCell(read.failure);
      const failure = await changeLine(workfileId, line.id, read.value);
      return failure && wordCell(failure);
    },
    [workfileId, whenThere],
  );

  const onCommit = useCallback(
    (cell: CellAddress, text: string): CommitAnswer => {
      const id = cell.rowKey as LineId;
      const isNew = isFree(id);
      if (isNew && text.trim() === '') return undefined;
      const line = isNew ? newLine : lineOf(id);
      const read = line && readCell(line, cell.columnId, text);
      if (read?.ok === false) return wordCell(read.failure);
      const answer = isNew && read?.ok ? make(id, read.value) : commitLater(cell, text);
      // Text that was refused stays a draft, a crash must not lose it; without its line it has no place.
      return answer.then((refusal) => {
        if (refusal === undefined) return undefined;
        if (lineOf(id) !== undefined || isFree(id)) onDraft(cell, text);
        else toast({ text: `${gone} You typed “${text}”.`, tone: 'warn' });
        return refusal;
      });
    },
    [isFree, lineOf, make, commitLater, onDraft, toast],
  );

  const onNewRow = useCallback(
    (belowKey: string | undefined): string | undefined => {
      const below = belowKey as LineId | undefined;
      // Below the last line a blank row is waiting already.
      if (below === undefined || lineOf(below) === undefined || below === lastLine()) return nextBlank(below);
      const { id, refusal } = insertBelow(below);
      void refusal.then((words) => words !== undefined && toast({ text: words, tone: 'error' }));
      return id;
    },
    [lineOf, lastLine, nextBlank, insertBelow, toast],
  );

  return { onCommit, onNewRow };
}
