/** Another process that looks at a PC's file all the while: what it sees in a moment is what a kill in that moment leaves. */
import { setImmediate as breathe } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { halvesOf } from './half-written.ts';

export type Witness = {
  /** How often it looked. */
  readonly looks: () => number;
  /** Every half that it saw. */
  readonly seen: () => readonly string[];
  /** Whether a line is there for everybody. */
  readonly sees: (lineId: string) => boolean;
  readonly close: () => Promise<void>;
};

export function openWitness(dataDir: string): Witness {
  const database = new Database(`${dataDir}/shopfile.db`, { readonly: true });
  const find = database.prepare('select 1 from line where id = ?').pluck();
  const state = { looks: 0, over: false };
  const seen = new Set<string>();
  const looking = (async () => {
    while (!state.over) {
      for (const half of halvesOf(database, 6)) seen.add(half);
      state.looks += 1;
      await breathe();
    }
  })();
  return {
    looks: () => state.looks,
    seen: () => [...seen],
    sees: (lineId) => find.get(lineId) === 1,
    async close() {
      state.over = true;
      await looking;
      database.close();
    },
  };
}
