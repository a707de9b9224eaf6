// Keeps each keystroke in a cell, under the place of its line.
import { useCallback, useRef } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type CellAddress, cellKey } from '../../../src-ui/grid/model/cell.ts';
import { noteDraft } from '../../stores/workfile/drafts.ts';
import { cellPlace, newLineId } from '../../stores/workfile/places.ts';
import type { RowLines } from './use-row-book.ts';

type Rows = Pick<RowLines, 'idOf' | 'touch' | 'leave'>;

export function useCellDrafts(workfileId: WorkfileId, { idOf, touch, leave }: Rows) {
  const places = useRef(new Map<string, string>());
  return useCallback(
    (cell: CellAddress, text: string | undefined): void => {
      const key = cellKey(cell);
      // A row's line may get its id while a cell is typed into: the draft keeps the place it began with.
      const place = places.current.get(key) ?? cellPlace(idOf(cell.rowKey) ?? newLineId, cell.columnId);
      if (text === undefined) {
        places.current.delete(key);
        leave(cell.rowKey);
      } else {
        places.current.set(key, place);
        touch(cell.rowKey);
      }
      noteDraft(workfileId, place, text);
    },
    [workfileId, idOf, touch, leave],
  );
}
