// Commands carried to another PC in a file: there they wait under their own ids, so that whoever sends them, they happen once.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { UnsentCommand } from '../../src-shared/sync/unsent-file.ts';
import { readCommand } from './command.ts';
import { countOnFrom, readIdentity } from './identity.ts';
import { query } from './query.ts';
import type { Person } from './session.ts';
import type { Store } from './store.ts';

type Row = {
  readonly id: string;
  readonly n: number;
  readonly name: UnsentCommand['name'];
  readonly workfileId: WorkfileId;
  readonly params: string;
  readonly edits: string;
  readonly madeAt: number;
};

// What somebody is taking back goes nowhere.
const carried = "state in ('waiting', 'sent', 'taken') and workfile_id is not null and cancel_id is null";
const unsent = query<Row>(
  'command-file.unsent',
  `select id, n, name, workfile_id as workfileId, params, edits, made_at as madeAt from command
   where ${carried} order by n`,
);
const given = query('command-file.given', `update command set state = 'sent' where state = 'waiting' and ${carried}`);
const adopt = query(
  'command-file.adopt',
  `insert into command (id, n, name, author, author_name, workfile_id, incarnation, params, edits, state, made_at)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'sent', ?)`,
);
const taken = query<{ n: number }>('command-file.taken', 'select n from command where n = ?');

/** The commands that have no final answer. */
export const unsentCommands = (store: Store): UnsentCommand[] =>
  store.all(unsent).map((row) => ({
    ...row,
    params: JSON.parse(row.params) as JsonObject,
    edits: JSON.parse(row.edits) as UnsentCommand['edits'],
  }));

/** They are in a file now: another PC may send them, so that only the cloud can take one back. */
export const markCarried = (store: Store): void => void store.run(given);

/** Takes a command in; false where it is here already. */
export function adoptCommand(store: Store, command: UnsentCommand, person: Person): boolean {
  const { id, n, name, workfileId, params, edits, madeAt } = command;
  if (readCommand(store, id) !== undefined) return false;
  // Its place is that among the edits it came with; two PCs hardly ever count to the same number.
  const place = store.get(taken, n) === undefined ? n : n + 1;
  // What is written here from now on was not what it was given for.
  countOnFrom(store, place);
  const { incarnation } = readIdentity(store);
  const texts = [JSON.stringify(params), JSON.stringify(edits)];
  store.run(adopt, id, place, name, person.id, person.name, workfileId, incarnation, ...texts, madeAt);
  return true;
}
