// What can be done with a column, as commands of its menu.
import type { Command } from '../../actions/command.ts';
import type { GridContext } from '../grid-context.ts';
import { type Column, columnName } from '../model/column.ts';
import { hideColumn, moveColumn, orderedColumns, showColumn, untouchedLayout } from '../model/column-layout.ts';
import { pressSort, setSort } from '../model/sort.ts';

export function columnCommands<Row>(grid: GridContext<Row>, column: Column<Row>): readonly Command[] {
  return [...sortCommands(grid, column), ...placeCommands(grid, column), ...showCommands(grid)];
}

function sortCommands<Row>({ props }: GridContext<Row>, column: Column<Row>): readonly Command[] {
  const { onSortChange, sort = [] } = props;
  if (!onSortChange || !column.sortable) return [];
  const commands: Command[] = [
    {
      id: 'sort-up',
      title: 'Sort ascending',
      icon: 'sort-up',
      group: 'sort',
      run: () => onSortChange(setSort(column.id, false)),
    },
    {
      id: 'sort-down',
      title: 'Sort descending',
      icon: 'sort-down',
      group: 'sort',
      run: () => onSortChange(setSort(column.id, true)),
    },
  ];
  if (sort.some((key) => key.columnId !== column.id))
    commands.push({
      id: 'sort-add',
      title: 'Sort by this, too',
      keys: 'Shift+Enter',
      group: 'sort',
      run: () => onSortChange(pressSort(sort, column.id, true)),
    });
  if (sort.length > 0)
    commands.push({ id: 'sort-none', title: 'Do not sort', group: 'sort', run: () => onSortChange([]) });
  return commands;
}

function placeCommands<Row>(grid: GridContext<Row>, column: Column<Row>): readonly Command[] {
  const { layout, changeLayout, props, columns } = grid;
  const at = columns.indexOf(column);
  return [
    {
      id: 'left',
      title: 'Move left',
      keys: 'Ctrl+←',
      group: 'place',
      disabledReason: at === 0 ? 'It is the first column.' : undefined,
      run: () => changeLayout(moveColumn(layout, props.columns, column.id, -1)),
    },
    {
      id: 'right',
      title: 'Move right',
      keys: 'Ctrl+→',
      group: 'place',
      disabledReason: at === columns.length - 1 ? 'It is the last column.' : undefined,
      run: () => changeLayout(moveColumn(layout, props.columns, column.id, 1)),
    },
    {
      id: 'hide',
      title: 'Hide column',
      group: 'place',
      disabledReason: column.alwaysShown ? 'This column is always shown.' : undefined,
      run: () => changeLayout(hideColumn(layout, column.id)),
    },
    { id: 'reset', title: 'Reset columns', group: 'place', run: () => changeLayout(untouchedLayout) },
  ];
}

function showCommands<Row>({ layout, changeLayout, props }: GridContext<Row>): readonly Command[] {
  return orderedColumns(props.columns, layout)
    .filter((column) => !column.alwaysShown)
    .map((column) => {
      const hidden = layout.hidden.includes(column.id);
      return {
        id: `show-${column.id}`,
        title: columnName(column),
        group: 'show',
        checked: !hidden,
        run: () => changeLayout((hidden ? showColumn : hideColumn)(layout, column.id)),
      };
    });
}
