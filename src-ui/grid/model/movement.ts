// Where the active cell goes: a pure function from place and move to place.
import { headerRow, type Place } from './selection.ts';

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'row-start'
  | 'row-end'
  | 'grid-start'
  | 'grid-end'
  | 'column-start'
  | 'column-end'
  | 'page-up'
  | 'page-down'
  | 'tab-left'
  | 'tab-right'
  | 'enter-up'
  | 'enter-down';

export type Field = {
  readonly rowCount: number;
  readonly columnCount: number;
  /** How many rows a page turns. */
  readonly pageRows: number;
  /** Heading rows and the like are stepped over. */
  readonly isStop: (row: number) => boolean;
  /** Tab stops only where something can be typed. */
  readonly isTabStop: (place: Place) => boolean;
  /** Can the heading be reached with the arrow up? */
  readonly hasHeader: boolean;
};

/** The new place; the same object when there is nowhere to go. */
export function moveFrom(place: Place, move: Move, field: Field): Place {
  switch (move) {
    case 'left':
      return toColumn(place, place.column - 1, field);
    case 'right':
      return toColumn(place, place.column + 1, field);
    case 'row-start':
      return toColumn(place, 0, field);
    case 'row-end':
      return toColumn(place, field.columnCount - 1, field);
    case 'tab-left':
      return toTabStop(place, -1, field);
    case 'tab-right':
      return toTabStop(place, 1, field);
    case 'grid-start':
      return { row: stopNear(0, 1, field) ?? place.row, column: 0 };
    case 'grid-end':
      return { row: stopNear(field.rowCount - 1, -1, field) ?? place.row, column: field.columnCount - 1 };
    default:
      return toRow(place, move, field);
  }
}

function toRow(place: Place, move: Move, field: Field): Place {
  const row = targetRow(place.row, move, field);
  return row === undefined || row === place.row ? place : { ...place, row };
}

function targetRow(row: number, move: Move, field: Field): number | undefined {
  const last = field.rowCount - 1;
  switch (move) {
    case 'up':
      return stopNear(row - 1, -1, field) ?? (field.hasHeader ? headerRow : undefined);
    case 'enter-up':
      return stopNear(row - 1, -1, field);
    case 'page-up':
      return stopNear(Math.max(0, row - field.pageRows), 1, field);
    case 'page-down':
      return stopNear(Math.min(last, row + field.pageRows), -1, field);
    case 'column-start':
      return stopNear(0, 1, field);
    case 'column-end':
      return stopNear(last, -1, field);
    default:
      return stopNear(row + 1, 1, field);
  }
}

/** The nearest row in one direction that can be active. */
function stopNear(start: number, step: -1 | 1, field: Field): number | undefined {
  for (let row = start; row >= 0 && row < field.rowCount; row += step) if (field.isStop(row)) return row;
  return undefined;
}

function toColumn(place: Place, column: number, field: Field): Place {
  const clamped = Math.min(field.columnCount - 1, Math.max(0, column));
  return clamped === place.column ? place : { ...place, column: clamped };
}

/** Goes on in the next row at the end of one; looks at no more than a few rows, which all but never hold no stop. */
function toTabStop(place: Place, step: -1 | 1, field: Field): Place {
  let { row, column } = place;
  for (let tries = 0; tries < field.columnCount * 50; tries += 1) {
    column += step;
    if (column < 0 || column >= field.columnCount) {
      row += step;
      column = step === 1 ? 0 : field.columnCount - 1;
    }
    if (row < 0 || row >= field.rowCount) return place;
    if (field.isStop(row) && field.isTabStop({ row, column })) return { row, column };
  }
  return place;
}
