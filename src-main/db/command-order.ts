// The order of edits and commands: what was made before a command goes before it, what was made after it waits.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** As SQL: the place of an edit in the order of this PC's edits, which its id tells. */
export const counterOf = (edit: string): string => `cast(substr(${edit}, 12) as integer)`;

// By the whole list of states SQLite sees that its index of open commands serves.
const isOpen = "command.state in ('waiting', 'sent', 'taken') and command.state <> 'taken'";
/** As SQL: the commands that may still take effect. */
export const openCommands = `select 1 from command where ${isOpen}`;
/** As SQL: whether an edit `mine` with this counter was made after a command of its workfile that may still take effect. */
export const isBehindCommand = (counter: string): string => `exists (
  select 1 from command where command.workfile_id = mine.workfile_id and command.author = mine.author
    and ${isOpen} and command.n < ${counter})`;

const newest = query<{ n: number }>(
  'command.newest-open',
  `select max(n) as n from command where workfile_id = ? and state in ('waiting', 'sent', 'taken')`,
);

/** Whether an edit was made before a command that waits: then it is part of what the command was given for. */
export const isBeforeCommand = (store: Store, edit: { readonly n: number; readonly workfileId: WorkfileId }): boolean =>
  edit.n < (store.get(newest, edit.workfileId)?.n ?? 0);
