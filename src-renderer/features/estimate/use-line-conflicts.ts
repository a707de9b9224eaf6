// The cells of the estimate in which two values wait for a choice: their marks, and the way to choose.
import { useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { type CellAddress, type CellMark, cellKey } from '../../../src-ui/grid/model/cell.ts';
import { fieldsOf, type TwoValues, twoValuesAt, useConflicts } from '../../stores/workfile/conflicts.ts';

/** The column that shows a field of a line. */
const columns: Readonly<Record<string, string>> = {
  'work.operation': 'operation',
  'text.description': 'description',
  'note.text': 'note',
  'part.type': 'partType',
  'part.number': 'partNumber',
  'part.quantity': 'quantity',
  'part.priceCents': 'price',
  'part.included': 'price',
  'part.taxed': 'tax',
  'labor.type': 'labor',
  'labor.tenths': 'labor',
  'labor.included': 'labor',
  'refinish.tenths': 'paint',
  'refinish.included': 'paint',
  'misc.amountCents': 'misc',
  'misc.taxed': 'tax',
  'marks.changed': 'flags',
  'state.open': 'flags',
  'panel.kind': 'panel',
  'panel.place': 'panel',
  'panel.offCar': 'panel',
  'panel.overlap': 'panel',
  'panel.fullTenths': 'paint',
  'automatic.blend': 'paint',
};

export function useLineConflicts(workfileId: WorkfileId) {
  const conflicts = useConflicts(workfileId);
  return useMemo(() => {
    const cells = new Map<string, TwoValues>();
    for (const conflict of conflicts) {
      const { kind, recordId, group } = conflict.about;
      if (kind !== 'line') continue;
      for (const field of fieldsOf(conflict)) {
        const columnId = columns[`${group}.${field}`];
        const two = columnId === undefined ? undefined : twoValuesAt(conflicts, recordId, group, field);
        if (columnId !== undefined && two !== undefined) cells.set(cellKey({ rowKey: recordId, columnId }), two);
      }
    }
    const at = (cell: CellAddress): TwoValues | undefined => cells.get(cellKey(cell));
    return {
      markAt(cell: CellAddress): CellMark | undefined {
        const two = at(cell);
        return two && { tone: 'conflict', text: two.text };
      },
      /** Opens the choice of a cell; false where there is none. */
      choose(cell: CellAddress): boolean {
        const two = at(cell);
        two?.onChoose();
        return two !== undefined;
      },
      /** The entry of the cell's menu. */
      commandsAt(cell: CellAddress): readonly Command[] {
        const two = at(cell);
        if (two === undefined) return [];
        return [
          { id: 'line.choose', title: 'Choose between the two values', keys: 'F8', icon: 'warning', run: two.onChoose },
        ];
      },
    };
  }, [conflicts]);
}
