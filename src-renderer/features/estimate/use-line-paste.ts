// A block pasted into the estimate: what can be read becomes lines, what cannot is marked at its cell.
import { useCallback, useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { maxLinesAtOnce } from '../../../src-shared/ipc/requests.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import type { Paste } from '../../../src-ui/grid/grid-props.ts';
import { type CellAddress, type CellMark, cellKey } from '../../../src-ui/grid/model/cell.ts';
import { changeManyLines, insertLines } from '../../stores/workfile/line-edits.ts';
import { wordCell } from './line-cell.ts';
import { type ReadBlock, type RefusedCell, readBlock } from './line-paste.ts';
import type { RowLines } from './use-row-book.ts';

type Marks = ReadonlyMap<string, CellMark>;

export function useLinePaste(workfileId: WorkfileId, { lineOf }: RowLines) {
  const toast = useToast();
  const [marks, setMarks] = useState<Marks>(new Map());

  const paste = useCallback(
    async ({ rowKeys, columnIds, block }: Paste): Promise<void> => {
      if (block.length > maxLinesAtOnce) {
        toast({ text: `At most ${maxLinesAtOnce} lines at once. Nothing was pasted.`, tone: 'error' });
        return;
      }
      const keys = rowKeys.filter((key) => lineOf(key) !== undefined);
      const read = readBlock({ columnIds, block, lines: keys.flatMap((key) => lineOf(key) ?? []) });
      const written = await writeBlock(workfileId, read);
      if ('failure' in written) {
        toast({ text: `Not pasted: ${wordCell(written.failure)}`, tone: 'error' });
        return;
      }
      setMarks((before) => withMarks(before, read.refused, [...keys, ...written.added]));
      toast(pastedWords(block.length, read.refused.length));
    },
    [workfileId, lineOf, toast],
  );

  const onPaste = useCallback((pasted: Paste) => void paste(pasted), [paste]);
  const markOf = useCallback((rowKey: string, columnId: string) => marks.get(cellKey({ rowKey, columnId })), [marks]);
  const clearMark = useCallback((cell: CellAddress) => setMarks((before) => withoutMark(before, cell)), []);
  return { onPaste, markOf, clearMark };
}

async function writeBlock(
  workfileId: WorkfileId,
  { changes, added }: ReadBlock,
): Promise<{ readonly added: readonly LineId[] } | { readonly failure: Failure }> {
  const failure = await changeManyLines(workfileId, changes);
  if (failure !== undefined) return { failure };
  if (added.length === 0) return { added: [] };
  const reply = await insertLines(workfileId, added);
  return reply.ok ? { added: reply.value } : { failure: reply.failure };
}

function pastedWords(lines: number, missed: number) {
  const words = `Pasted ${lines} ${lines === 1 ? 'line' : 'lines'}`;
  if (missed === 0) return { text: words };
  const cells = missed === 1 ? '1 cell was' : `${missed} cells were`;
  return { text: `${words}; ${cells} not understood and left out`, tone: 'warn' } as const;
}

function withMarks(marks: Marks, cells: readonly RefusedCell[], rowKeys: readonly string[]): Marks {
  const all = new Map(marks);
  for (const { row, columnId, text } of cells) {
    all.set(cellKey({ rowKey: rowKeys[row] ?? '', columnId }), { tone: 'error', text });
  }
  return all;
}

function withoutMark(marks: Marks, cell: CellAddress): Marks {
  if (!marks.has(cellKey(cell))) return marks;
  const left = new Map(marks);
  left.delete(cellKey(cell));
  return left;
}
