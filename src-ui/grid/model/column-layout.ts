// How a person arranged the columns: order, what is hidden, widths. A plain value that can be stored.
import type { Column } from './column.ts';

export type ColumnLayout = {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
};

/** What is known of a column without its rows. */
type Shape = Pick<Column<never>, 'id' | 'width' | 'minWidth' | 'grow' | 'alwaysShown'>;

export const untouchedLayout: ColumnLayout = { order: [], hidden: [], widths: {} };

const smallest = 32;
const widest = 2000;

/** Reads a stored layout; anything unusable in it is dropped. */
export function parseLayout(raw: unknown): ColumnLayout {
  if (typeof raw !== 'object' || raw === null) return untouchedLayout;
  const { order, hidden, widths } = raw as Record<string, unknown>;
  return { order: strings(order), hidden: strings(hidden), widths: numbers(widths) };
}

/** The columns in the person's order, hidden ones included; columns the layout does not know stand where the program puts them. */
export function orderedColumns<C extends Shape>(columns: readonly C[], layout: ColumnLayout): readonly C[] {
  const known = new Set(columns.map((column) => column.id));
  const order = layout.order.filter((id) => known.has(id));
  columns.forEach((column, index) => {
    if (!order.includes(column.id)) order.splice(placeAfter(order, columns[index - 1]?.id), 0, column.id);
  });
  const byId = new Map(columns.map((column) => [column.id, column]));
  return order.flatMap((id) => byId.get(id) ?? []);
}

/** The columns that are shown, in order; never none. */
export function shownColumns<C extends Shape>(columns: readonly C[], layout: ColumnLayout): readonly C[] {
  const ordered = orderedColumns(columns, layout);
  const shown = ordered.filter((column) => column.alwaysShown || !layout.hidden.includes(column.id));
  return shown.length > 0 ? shown : ordered.slice(0, 1);
}

/** Pixel widths of the shown columns; those that grow share what is left of the available width. */
export function fitWidths(shown: readonly Shape[], layout: ColumnLayout, available: number): readonly number[] {
  const wanted = shown.map((column) => clampWidth(column, layout.widths[column.id] ?? column.width));
  const growing = shown.flatMap((column, index) => (column.grow ? [index] : []));
  const left = Math.floor(available - wanted.reduce((sum, width) => sum + width, 0));
  if (left <= 0 || growing.length === 0) return wanted;
  const share = Math.floor(left / growing.length);
  const rest = left - share * growing.length;
  return wanted.map((width, index) =>
    growing.includes(index) ? width + share + (index === growing[0] ? rest : 0) : width,
  );
}

export function resizeColumn(layout: ColumnLayout, column: Shape, width: number): ColumnLayout {
  return { ...layout, widths: { ...layout.widths, [column.id]: clampWidth(column, Math.round(width)) } };
}

export function hideColumn(layout: ColumnLayout, id: string): ColumnLayout {
  return { ...layout, hidden: [...layout.hidden.filter((other) => other !== id), id] };
}

export function showColumn(layout: ColumnLayout, id: string): ColumnLayout {
  return { ...layout, hidden: layout.hidden.filter((other) => other !== id) };
}

/** Moves a shown column one place among the shown ones. */
export function moveColumn(layout: ColumnLayout, columns: readonly Shape[], id: string, by: -1 | 1): ColumnLayout {
  const shown = shownColumns(columns, layout).map((column) => column.id);
  const neighbour = shown[shown.indexOf(id) + by];
  if (neighbour === undefined) return layout;
  const order = orderedColumns(columns, layout).map((column) => column.id);
  const without = order.filter((other) => other !== id);
  without.splice(without.indexOf(neighbour) + (by === 1 ? 1 : 0), 0, id);
  return { ...layout, order: without };
}

const clampWidth = (column: Shape, width: number): number =>
  Math.min(widest, Math.max(column.minWidth ?? smallest, width));

const placeAfter = (order: readonly string[], id: string | undefined): number =>
  id === undefined ? 0 : order.indexOf(id) + 1;

const strings = (raw: unknown): readonly string[] =>
  Array.isArray(raw) ? [...new Set(raw.filter((entry) => typeof entry === 'string'))] : [];

function numbers(raw: unknown): Readonly<Record<string, number>> {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(
    Object.entries(raw).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]) && entry[1] > 0,
    ),
  );
}
