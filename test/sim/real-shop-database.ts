/** A real database as the simulated world sees it: nothing else happens while it works, and it does one thing at a time. */
import type { Database, Sql } from '../../src-cloud/db/database.ts';
import type { World } from './world.ts';

/** In the order in which they are asked, so that the same seed goes the same way again. */
export function oneByOne(world: World, database: Database): Database {
  const line: { last: Promise<unknown> } = { last: Promise.resolve() };
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const done = line.last.then(work);
    line.last = done.catch(() => undefined);
    return world.outside(done);
  };
  const sqlInLine = (sql: Sql): Sql => ({
    query: (text, values) => inLine(() => sql.query(text, values)),
    repeat: (text, values) => inLine(() => sql.repeat(text, values)),
  });
  return {
    ...database,
    lend: (work) =>
      new Promise((resolve, reject) => {
        void inLine(() => {
          const lent = Promise.withResolvers<void>();
          const working = database.lend((sql) => {
            lent.resolve();
            return work(sqlInLine(sql));
          });
          working.finally(lent.resolve).then(resolve, reject);
          return lent.promise;
        });
      }),
  };
}
