// Whole lines on the clipboard: copied in one estimate, they are put into another with everything that they say.
import { useMemo } from 'react';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { contentOf, type LineContent } from '../../../src-shared/domain/library/canned.ts';
import { maxLinesAtOnce } from '../../../src-shared/ipc/requests.ts';
import { type ShowToast, useToast } from '../../../src-ui/feedback/toast.tsx';
import type { WholeRows } from '../../../src-ui/grid/grid-props.ts';
import { say } from '../../stores/shell.ts';
import { undo } from '../../stores/workfile/edits.ts';
import { insertLines } from '../../stores/workfile/line-edits.ts';
import { pricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { sheetOf, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { wordCell } from './line-cell.ts';
import { withHidden } from './line-sections.ts';
import type { RowLines } from './use-row-book.ts';

const type = 'application/x-shopfile-lines';

type Asked = { readonly rows: Pick<RowLines, 'lastLine'>; readonly canEdit: boolean };

export function useWholeLines(workfileId: WorkfileId, { rows, canEdit }: Asked): WholeRows {
  const toast = useToast();
  return useMemo(() => {
    const paste = (text: string, at: { readonly rowKey: string }): boolean => {
      const lines = readLines(text);
      if (lines === undefined) return false;
      void put(workfileId, { lines, after: lineAt(workfileId, at.rowKey) ?? rows.lastLine(), toast });
      return true;
    };
    return { type, copy: (rowKeys) => copyLines(workfileId, rowKeys), ...(canEdit && { paste }) };
  }, [workfileId, rows, canEdit, toast]);
}

/** The lines of the rows with what closed sections hide; automatic rows follow from their lines and do not go along. */
function copyLines(workfileId: WorkfileId, rowKeys: readonly string[]): string {
  const { lines } = sheetOf(workfileId) ?? { lines: [] };
  const { closed } = useWorkfiles.getState().open[workfileId] ?? {};
  const wanted = new Set(closed === undefined ? rowKeys : withHidden(lines, rowKeys, closed));
  const copied = lines.filter(({ id }) => wanted.has(id)).map(contentOf);
  if (copied.length === 0) return '';
  say(`Copied ${count(copied.length)}. Ctrl+V puts ${copied.length === 1 ? 'it' : 'them'} into any estimate.`);
  return JSON.stringify(copied);
}

/** The lines of a text from the clipboard, which may come from anywhere; what is in them is checked where it is written. */
function readLines(text: string): readonly LineContent[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const isOurs = Array.isArray(read) && read.every((one) => typeof one === 'object' && one !== null);
    return isOurs ? read.map((one: object) => contentOf(one)) : undefined;
  } catch {
    return undefined;
  }
}

/** The line of a row; of an automatic row the one it stands under. */
function lineAt(workfileId: WorkfileId, rowKey: string): LineId | undefined {
  const sheet = sheetOf(workfileId);
  const lines = sheet === undefined ? [] : pricedSheet(sheet).sheet.lines;
  const above = lines.slice(0, lines.findIndex(({ id }) => id === rowKey) + 1);
  return above.findLast(({ row }) => row === undefined)?.id as LineId | undefined;
}

type Put = { readonly lines: readonly LineContent[]; readonly after: LineId | undefined; readonly toast: ShowToast };

async function put(workfileId: WorkfileId, { lines, after, toast }: Put): Promise<void> {
  if (lines.length > maxLinesAtOnce) {
    toast({ text: `At most ${maxLinesAtOnce} lines at once. Nothing was pasted.`, tone: 'error' });
    return;
  }
  const reply = await insertLines(workfileId, lines, after);
  if (reply.ok) toast({ text: `Pasted ${count(lines.length)}`, undo: () => void undo(workfileId) });
  else toast({ text: `Nothing was pasted: ${wordCell(reply.failure)}`, tone: 'error' });
}

const count = (lines: number): string => (lines === 1 ? '1 line' : `${lines} lines`);
