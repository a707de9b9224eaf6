// Which service answers which request of the Sync & conflict centre.

import type { CentreRequestName } from '../../src-shared/ipc/centre-requests.ts';
import type { Handlers } from '../../src-shared/ipc/requests.ts';
import { createDecisions } from './decisions.ts';
import type { Desk } from './desk.ts';
import { listDevices, listProblems, listQueue, listSent } from './sync-centre.ts';
import { exportUnsentWork, importUnsentWork } from './unsent-files.ts';

/** One handler a request of the centre, over one desk. */
export function centreHandlers(desk: Desk): Pick<Handlers, CentreRequestName> {
  const decisions = createDecisions(desk);
  return {
    'decision.list': () => decisions.list(),
    'decision.choose': ({ ids, choice }) => decisions.choose(ids, choice),
    'decision.edit': ({ id, value }) => decisions.edit(id, value),
    'decision.undo': () => decisions.undo(),

    'sync.queue': () => listQueue(desk),
    'sync.sent': ({ since }) => listSent(desk, since),
    'sync.problems': () => listProblems(desk),
    'sync.devices': () => listDevices(desk),
    'sync.export': () => exportUnsentWork(desk),
    'sync.import': () => importUnsentWork(desk),
  };
}
