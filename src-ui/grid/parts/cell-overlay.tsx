// What lies over the active cell: its editor while it is edited, else the words of its mark.
import { Popup } from '../../choice/popup.tsx';
import type { ChosenText } from '../../choice/use-choice-list.ts';
import { commitText, giveUpText, leaveText, typeText } from '../acts/grid-editing.ts';
import { cellAt, editorAt, type GridContext } from '../grid-context.ts';
import { columnName } from '../model/column.ts';
import type { GridAction } from '../model/keyboard.ts';
import { CellEditor } from './cell-editor.tsx';
import { cellMark } from './grid-cell.tsx';

export type CellOverlayProps<Row> = {
  readonly grid: GridContext<Row>;
  readonly rowHeight: number;
  readonly headHeight: number;
};

export function CellOverlay<Row>({ grid, rowHeight, headHeight }: CellOverlayProps<Row>) {
  const { state, columns, widths, commits, props } = grid;
  const { active, editing } = state;
  const cell = cellAt(grid, active);
  const column = columns[active.column];
  if (!cell || !column) return null;

  const kept = commits.keptIn(cell.rowKey)?.get(cell.columnId);
  const mark = cellMark(kept, props.markOf?.(cell.rowKey, cell.columnId));
  const editor = editing && editorAt(grid, active);
  if (!editor && (!mark || mark.tone === 'pending')) return null;
  const left = widths.slice(0, active.column).reduce((sum, width) => sum + width, 0);
  const place = { top: headHeight + active.row * rowHeight, left, width: widths[active.column], height: rowHeight };

  return (
    <div className='ui-grid-overlay' data-editing={editor !== undefined || undefined} style={place}>
      {editor && editing ? (
        <CellEditor
          label={columnName(column)}
          editor={editor}
          editing={editing}
          align={column.align ?? 'start'}
          onType={(text) => typeText(grid, text)}
          onAction={(action, chosen) => act(grid, action, chosen)}
          onLeave={(chosen) => leaveText(grid, chosen)}
        />
      ) : (
        mark && (
          <Popup className={`ui-grid-note ui-grid-note-${mark.tone}`}>
            <span aria-hidden='true'>{mark.text}</span>
          </Popup>
        )
      )}
    </div>
  );
}

function act<Row>(grid: GridContext<Row>, action: GridAction, chosen: ChosenText): void {
  if (action.kind === 'commit') commitText(grid, chosen, action.move);
  else if (action.kind === 'escape') giveUpText(grid);
  else if (action.kind === 'toggle-caret-keys')
    grid.change((state) =>
      state.editing ? { ...state, editing: { ...state.editing, caretKeys: !state.editing.caretKeys } } : state,
    );
}
