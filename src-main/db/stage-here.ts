// The stage of a workfile as people of this PC work with it: where it is going counts as soon as it was asked for.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { stageAfter } from '../../src-shared/domain/workfile/life.ts';
import type { Stage } from '../../src-shared/domain/workfile/workfile.ts';
import type { CommandName, ParamsOf } from '../../src-shared/sync/commands.ts';
import { readCursor } from './cursor.ts';
import { query } from './query.ts';
import { readRecord } from './record.ts';
import { readPerson } from './session.ts';
import type { Store } from './store.ts';

// What the cloud did counts too while its effect is still on the way here. Another person's reopening may wait for them
// to sign in, and edits made meanwhile would meet a closed workfile.
const underWay = query<{ name: CommandName; params: string }>(
  'command.under-way',
  `select name, params from command where workfile_id = ? and name in ('convert-to-ro', 'move-workfile')
     and ((state in ('waiting', 'sent', 'taken') and (author = ? or params ->> 'move' is not 'reopen'))
       or (state = 'done' and seq > ?)) order by n`,
);

/** A library of the shop has no stage; it is as open as an opportunity. */
export function stageHere(store: Store, workfileId: WorkfileId): Stage {
  const stage = readRecord(store, 'workfile', workfileId)?.stage.stage ?? 'opportunity';
  return store
    .all(underWay, workfileId, readPerson(store)?.id ?? '', readCursor(store).cursor)
    .reduce((from: Stage, { name, params }) => {
      if (name === 'convert-to-ro') return from === 'opportunity' ? 'repair-order' : from;
      return stageAfter(from, (JSON.parse(params) as ParamsOf<'move-workfile'>).move) ?? from;
    }, stage);
}
