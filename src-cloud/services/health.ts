/** Whether the cloud can serve. */
import type { Database } from '../db/database.ts';

/** Asks the database a question that needs nothing but its being there. */
export async function health(database: Database): Promise<{ readonly status: 'ok' }> {
  await database.lend((sql) => sql.query('select 1'));
  return { status: 'ok' };
}
