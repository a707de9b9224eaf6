// A block pasted into the estimate: what can be read becomes lines, what cannot is marked at its cell.
import { useCallback, useState } from 'react';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { maxLinesAtOnce } from '../../../src-shared/ipc/requests.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import type { Paste } from '../../../src-ui/grid/grid-props.ts';
import { type CellAddress, type CellMark, cellKey } from '../../../src-ui/grid/model/cell.ts';
import { writeLines } from '../../stores/workfile/line-edits.ts';
import { newLineId } from '../../stores/workfile/line-id.ts';
import { sheetOf } from '../../stores/workfile/workfiles.ts';
import { wordCell } from './line-cell.ts';
import { type PastedRow, type ReadBlock, type RefusedCell, readBlock } from './line-paste.ts';
import { newLine } from './line-row.ts';
import type { RowLines } from './use-row-book.ts';
import { withPanel, writesOwnRows } from './usual-panels.ts';

type Marks = ReadonlyMap<string, CellMark>;

export function useLinePaste(workfileId: WorkfileId, { whenThere, lastLine }: RowLines) {
  const toast = useToast();
  const [marks, setMarks] = useState<Marks>(new Map());

  const paste = useCallback(
    async ({ rowKeys, columnIds, block }: Paste): Promise<void> => {
      if (block.length > maxLinesAtOnce) {
        toast({ text: `At most ${maxLinesAtOnce} lines at once. Nothing was pasted.`, tone: 'error' });
        return;
      }
      // A row whose line is still on its way is waited for: the rows below it must not move up into its place.
      const rows = await Promise.all(block.map((_, row) => pastedRow(rowKeys[row], whenThere)));
      const read = readBlock({ columnIds, rows, block });
      const { refused, understood } = read;
      const { changes, added } = withPanels(read, rows, sheetOf(workfileId)?.lines ?? []);
      const failure =
        understood === 0 ? undefined : await writeLines(workfileId, { changes, added, after: lastLine() });
      if (failure !== undefined) {
        toast({ text: `Nothing was pasted: ${wordCell(failure)}`, tone: 'error' });
        return;
      }
      setMarks((before) => withMarks(before, refused));
      toast(pastedWords(understood, refused.length));
    },
    [workfileId, whenThere, lastLine, toast],
  );

  const onPaste = useCallback((pasted: Paste) => void paste(pasted), [paste]);
  const markOf = useCallback((rowKey: string, columnId: string) => marks.get(cellKey({ rowKey, columnId })), [marks]);
  const clearMark = useCallback((cell: CellAddress) => setMarks((before) => withoutMark(before, cell)), []);
  return { onPaste, markOf, clearMark };
}

/** Panels follow from pasted lines as from typed ones, unless the block brings its own overlap and clear coat. */
function withPanels({ changes, added }: ReadBlock, rows: readonly PastedRow[], lines: readonly Line[]) {
  if (writesOwnRows([...added, ...changes.map(({ change }) => change)])) return { changes, added };
  const lineOf = new Map(rows.map(({ line }) => [line.id, line]));
  return {
    changes: changes.map(({ id, change }) => ({ id, change: withPanel(lineOf.get(id) ?? newLine, change, lines) })),
    added: added.map(({ id, ...groups }) => ({ ...(id && { id }), ...withPanel(newLine, groups, lines) })),
  };
}

async function pastedRow(rowKey: string | undefined, whenThere: RowLines['whenThere']): Promise<PastedRow> {
  const line = rowKey === undefined ? undefined : await whenThere(rowKey as LineId);
  return line === undefined ? { line: { ...newLine, id: newLineId() }, isNew: true } : { line, isNew: false };
}

function pastedWords(lines: number, missed: number) {
  const words = lines === 0 ? 'Nothing was pasted' : `Pasted ${lines} ${lines === 1 ? 'line' : 'lines'}`;
  if (missed === 0) return { text: words };
  const cells = missed === 1 ? '1 cell was' : `${missed} cells were`;
  return { text: `${words}; ${cells} not understood${lines === 0 ? '' : ' and left out'}`, tone: 'warn' } as const;
}

function withMarks(marks: Marks, cells: readonly RefusedCell[]): Marks {
  const all = new Map(marks);
  for (const { text, ...cell } of cells) all.set(cellKey(cell), { tone: 'error', text });
  return all;
}

function withoutMark(marks: Marks, cell: CellAddress): Marks {
  if (!marks.has(cellKey(cell))) return marks;
  const left = new Map(marks);
  left.delete(cellKey(cell));
  return left;
}
