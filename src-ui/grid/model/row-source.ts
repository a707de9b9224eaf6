// Where the grid's rows come from: any list that can answer "what stands at this index?".

export type GridRow<Row> =
  | { readonly kind: 'row'; readonly key: string; readonly value: Row }
  /** An empty row at the end, ready to be typed into. It keeps its key when it becomes a row. */
  | { readonly kind: 'blank'; readonly key: string; readonly value: Row }
  | { readonly kind: 'section'; readonly key: string; readonly title: string }
  /** Not loaded yet. */
  | { readonly kind: 'placeholder' };

/** A new object whenever anything in it changed. */
export type RowSource<Row> = {
  readonly count: number;
  readonly at: (index: number) => GridRow<Row>;
  /** Undefined when no loaded row has the key. */
  readonly indexOf: (key: string) => number | undefined;
  /** Told which rows are in view, so that they can be fetched. */
  readonly want?: (first: number, last: number) => void;
};

export const dataRow = <Row>(key: string, value: Row): GridRow<Row> => ({ kind: 'row', key, value });
export const blankRow = <Row>(key: string, value: Row): GridRow<Row> => ({ kind: 'blank', key, value });
export const sectionRow = (key: string, title: string): GridRow<never> => ({ kind: 'section', key, title });
export const placeholder: GridRow<never> = { kind: 'placeholder' };

/** The key of the row at an index, if it is loaded. */
export function keyAt<Row>(source: RowSource<Row>, index: number): string | undefined {
  if (index < 0 || index >= source.count) return undefined;
  const row = source.at(index);
  return row.kind === 'placeholder' ? undefined : row.key;
}

/** The data at an index, if it is a loaded row and no heading. */
export function valueAt<Row>(source: RowSource<Row>, index: number): Row | undefined {
  if (index < 0 || index >= source.count) return undefined;
  const row = source.at(index);
  return row.kind === 'row' || row.kind === 'blank' ? row.value : undefined;
}

/** A source over rows that are all in memory. */
export function arraySource<Row>(rows: readonly GridRow<Row>[]): RowSource<Row> {
  let indexes: Map<string, number> | undefined;
  const build = (): Map<string, number> => {
    const built = new Map<string, number>();
    rows.forEach((row, index) => {
      if (row.kind !== 'placeholder') built.set(row.key, index);
    });
    return built;
  };
  return {
    count: rows.length,
    at: (index) => rows[index] ?? placeholder,
    indexOf: (key) => {
      indexes ??= build();
      return indexes.get(key);
    },
  };
}
