/** Whether what a PC holds is the log up to its cursor, no more and no less. */
import Database from 'better-sqlite3';
import type { EditId } from '../../src-shared/base/ids.ts';
import type { LoggedEdit } from './cloud-state.ts';
import { type Groups, groupsOf, groupsOfEdit } from './replica.ts';

/** Where the groups of a PC that has nothing of its own to send differ from the log up to its cursor. */
export function aheadOfLog(dataDir: string, log: readonly LoggedEdit[]): readonly string[] {
  const database = new Database(`${dataDir}/shopfile.db`, { readonly: true });
  try {
    const [cursor, stamps] = database.transaction(() => [
      Number(database.prepare(`select value from meta where name = 'cursor'`).pluck().get() ?? 0),
      stampsOf(groupsOf(database)),
    ])() as [number, ReadonlyMap<string, string>];
    const wanted = new Map<string, EditId>();
    for (const { seq, kind, id, group, value, edit } of log) {
      if (seq > cursor) break;
      for (const [name] of groupsOfEdit(group, value)) wanted.set(`${kind}/${id}/${name}`, edit);
    }
    const differing = [...wanted].filter(([place, edit]) => stamps.get(place) !== edit);
    const early = [...new Set(log.filter(({ seq }) => seq > cursor).map(({ edit }) => edit))];
    const held = new Set(stamps.values());
    return [
      ...differing.map(([place, edit]) => `cursor ${cursor}, but ${place} is not of ${edit}`),
      ...early.filter((edit) => held.has(edit)).map((edit) => `cursor ${cursor}, but ${edit} was applied`),
    ];
  } finally {
    database.close();
  }
}

const stampsOf = (groups: Groups): ReadonlyMap<string, string> =>
  new Map([...groups].map(([place, text]) => [place, text.slice(0, text.indexOf(' '))]));
