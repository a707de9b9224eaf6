/** Transactions inside one shop's walls: role and tenant are set for the transaction and vanish with it. */
import type { ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { Database, Sql } from './database.ts';

/** Runs the work in one transaction that sees and writes the rows of this shop alone. */
export const inShop = <T>(database: Database, shop: ShopId, work: (sql: Sql) => Promise<T>): Promise<T> =>
  transact(database, { shop, person: '' }, work);

/** Runs the work in one transaction that sees in which shops this person is a member. */
export const asPerson = <T>(database: Database, person: UserId, work: (sql: Sql) => Promise<T>): Promise<T> =>
  transact(database, { shop: '', person }, work);

/** As SQL: the shop whose walls the transaction is in. */
export const present = "nullif(current_setting('app.shop', true), '')::uuid";

type Walls = { readonly shop: string; readonly person: string };

const open = `
  select set_config('role', 'app_user', true), set_config('app.shop', $1, true), set_config('app.person', $2, true),
    set_config('lock_timeout', '5s', true), set_config('statement_timeout', '15s', true),
    set_config('idle_in_transaction_session_timeout', '10s', true)`;

const transact = <T>(database: Database, walls: Walls, work: (sql: Sql) => Promise<T>): Promise<T> =>
  database.lend(async (sql) => {
    // The first words of the work travel with these: where they fail, so does all that comes behind them.
    const begun = Promise.all([sql.query('begin'), sql.repeat(open, [walls.shop, walls.person])]);
    begun.catch(() => undefined);
    try {
      const answer = await work(sql);
      await begun;
      await sql.query('commit');
      return answer;
    } catch (error) {
      const trouble = await begun.then(
        () => error,
        (first: unknown) => first,
      );
      // A lost connection has nothing to roll back; the first trouble is the one to tell.
      await sql.query('rollback').catch(() => undefined);
      throw trouble;
    }
  });
