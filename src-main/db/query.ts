// A statement with a name: the log names slow statements and never shows their values.

/** What SQLite takes and gives; flags travel as 0 and 1. */
export type SqlValue = string | number | null;

/** SQL under a name; `Row` is what one row reads as. */
export type Query<Row = never> = { readonly name: string; readonly sql: string; readonly rows: Rows; ' row'?: Row };

type Rows = 'objects' | 'arrays' | 'values';

/** A statement whose rows are objects by column name. */
export const query = <Row = never>(name: string, sql: string): Query<Row> => ({ name, sql, rows: 'objects' });

/** A statement whose rows are arrays in the order of the columns. */
export const rawQuery = <Row = never>(name: string, sql: string): Query<Row> => ({ name, sql, rows: 'arrays' });

/** A statement of one column, whose rows are its values: the quickest where there are hundreds. */
export const valueQuery = <Value extends SqlValue>(name: string, sql: string): Query<Value> => ({
  name,
  sql,
  rows: 'values',
});
