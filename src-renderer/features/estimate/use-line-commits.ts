// What happens to text typed into the estimate: read, drawn, sent; what is refused stays a draft.
import { useCallback } from 'react';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import type { AutomaticRow, AutomaticTimes } from '../../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import type { PartCode } from '../../../src-shared/domain/library/part-code.ts';
import type { LineGroups } from '../../../src-shared/ipc/requests.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import type { CommitAnswer } from '../../../src-ui/fields/commit.ts';
import type { CellAddress } from '../../../src-ui/grid/model/cell.ts';
import { changeLine, setRowTimes } from '../../stores/workfile/line-edits.ts';
import { pricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { sheetOf } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { readCell, readRowTime, wordCell } from './line-cell.ts';
import { newLine } from './line-row.ts';
import { codeOf, withCode } from './part-code.ts';
import type { RowLines } from './use-row-book.ts';
import { withPanel } from './usual-panels.ts';

const gone = 'This line is no longer there.';

export type CommitSeams = {
  readonly onDraft: (cell: CellAddress, text: string | undefined) => void;
  readonly partCodes: readonly PartCode[];
};

export function useLineCommits(workfileId: WorkfileId, rows: RowLines, seams: CommitSeams) {
  const toast = useToast();
  const { onDraft, partCodes } = seams;
  const { lineOf, whenThere, isFree, make } = rows;
  const { read, commitLater, commitRow } = useWriters(workfileId, whenThere, partCodes);

  const onCommit = useCallback(
    (cell: CellAddress, text: string): CommitAnswer => {
      const id = cell.rowKey as LineId;
      const isNew = isFree(id);
      if (isNew && text.trim() === '') return undefined;
      const row = timesOf(workfileId)?.rows.find(({ key }) => key === cell.rowKey);
      const line = isNew ? newLine : lineOf(id);
      const change = line && read(line, cell, text);
      if (change?.ok === false) return wordCell(change.failure);
      const answer = row
        ? commitRow(row, text)
        : isNew && change?.ok
          ? make(id, change.value)
          : commitLater(cell, text);
      if (!(answer instanceof Promise)) return answer;
      // Text that was refused stays a draft, a crash must not lose it; without its line it has no place.
      return answer.then((refusal) => {
        if (refusal === undefined) return undefined;
        if (row !== undefined) return refusal;
        if (lineOf(id) !== undefined || isFree(id)) onDraft(cell, text);
        else toast({ text: `${gone} You typed “${text}”.`, tone: 'warn' });
        return refusal;
      });
    },
    [workfileId, isFree, lineOf, make, read, commitLater, commitRow, onDraft, toast],
  );

  return { onCommit, onNewRow: useNewRow(rows) };
}

/** Where Insert and Ctrl+Enter go: a blank row that waits, or a line put below. */
function useNewRow({ lineOf, lastLine, nextBlank, insertBelow }: RowLines) {
  const toast = useToast();
  return useCallback(
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
}

/** Reads text against its line, and writes it: at once, once the line is there, or as the time of a computed row. */
function useWriters(workfileId: WorkfileId, whenThere: RowLines['whenThere'], partCodes: readonly PartCode[]) {
  const read = useCallback(
    (line: Line, cell: CellAddress, text: string): Result<LineGroups> => {
      const change = readTyped(line, cell, text, partCodes);
      return change.ok ? ok(withPanel(line, change.value, sheetOf(workfileId)?.lines ?? [])) : change;
    },
    [workfileId, partCodes],
  );

  const commitLater = useCallback(
    async (cell: CellAddress, text: string): Promise<string | undefined> => {
      const line = await whenThere(cell.rowKey as LineId);
      if (line === undefined) return gone;
      const change = read(line, cell, text);
      if (!change.ok) return wordCell(change.failure);
      const failure = await changeLine(workfileId, line.id, change.value);
      return failure && wordCell(failure);
    },
    [workfileId, whenThere, read],
  );

  const commitRow = useCallback(
    (row: AutomaticRow, text: string): CommitAnswer => {
      const time = readRowTime(row.kind, text);
      if (!time.ok) return wordCell(time.failure);
      return setRowTimes(workfileId, [row], time.value).then((failure) => failure && wordBriefly(failure));
    },
    [workfileId],
  );

  return { read, commitLater, commitRow };
}

/** What typed text changes: the part of a code that it names, or what the cell reads. A heading has no part. */
function readTyped(line: Line, { columnId }: CellAddress, text: string, codes: readonly PartCode[]) {
  const code = line.work.operation === 'heading' ? undefined : codeOf(codes, columnId, text);
  return code === undefined ? readCell(line, columnId, text) : ok(withCode(line, code));
}

/** The automatic rows as they stand now. */
export function timesOf(workfileId: WorkfileId): AutomaticTimes | undefined {
  const sheet = sheetOf(workfileId);
  return sheet && pricedSheet(sheet).sheet.times;
}
