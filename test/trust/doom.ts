/** A process that kills itself at a named statement of its own database: nothing that would come after it happens. */
import Database from 'better-sqlite3';

export type Doom = {
  /** What the statement says, as a pattern. */
  readonly sql: string;
  /** Which time it runs. */
  readonly nth: number;
  readonly when: 'before' | 'after';
};

/** Scripts are run statement by statement; only the first word of each stands at the beginning of a line. */
const statementEnd = /;\n+(?=\S)/;

/** From now on every connection of this process is watched. */
export function dieAt({ sql, nth, when }: Doom): void {
  const wanted = new RegExp(sql, 'm');
  const state = { met: 0 };
  const meet = <T>(source: string, work: () => T): T => {
    if (!wanted.test(source)) return work();
    state.met += 1;
    if (state.met < nth) return work();
    if (when === 'after') work();
    process.kill(process.pid, 'SIGKILL');
    throw new Error('a dead process goes on');
  };
  const { prepare, exec } = Database.prototype;
  Object.assign(Database.prototype, {
    prepare(this: Database.Database, source: string): Database.Statement {
      const statement = prepare.call(this, source) as Database.Statement;
      if (!wanted.test(source)) return statement;
      const { run, get, all } = statement;
      return Object.assign(statement, {
        run: (...values: unknown[]) => meet(source, () => run.apply(statement, values)),
        get: (...values: unknown[]) => meet(source, () => get.apply(statement, values)),
        all: (...values: unknown[]) => meet(source, () => all.apply(statement, values)),
      });
    },
    exec(this: Database.Database, script: string): Database.Database {
      for (const source of script.split(statementEnd)) meet(source, () => exec.call(this, source));
      return this;
    },
  });
}
