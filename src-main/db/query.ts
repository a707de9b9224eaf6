// A statement with a name: the log names slow statements and never shows their values.

/** What SQLite takes and gives; flags travel as 0 and 1. */
export type SqlValue = string | number | null;

/** SQL under a name; `Row` is what one row reads as. */
export type Query<Row = never> = { readonly name: string; readonly sql: string; readonly raw: boolean; ' row'?: Row };

/** A statement whose rows are objects by column name. */
export const query = <Row = never>(name: string, sql: string): Query<Row> => ({ name, sql, raw: false });

/** A statement whose rows are arrays in the order of the columns. */
export const rawQuery = <Row = never>(name: string, sql: string): Query<Row> => ({ name, sql, raw: true });
