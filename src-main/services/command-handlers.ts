// Which service answers which request for something that the cloud does exactly once.

import type { Handlers } from '../../src-shared/ipc/requests.ts';
import { cancelCommand, convertWorkfile, listGivenCommands, lockEstimate } from './commands.ts';
import type { Desk } from './desk.ts';

type Commanding = 'estimate.lock' | 'workfile.convert' | 'command.list' | 'command.cancel';

export const commandHandlers = (desk: Desk): Pick<Handlers, Commanding> => ({
  'estimate.lock': ({ estimateId }) => lockEstimate(desk, estimateId),
  'workfile.convert': ({ workfileId }) => convertWorkfile(desk, workfileId),
  'command.list': () => listGivenCommands(desk),
  'command.cancel': ({ id }) => cancelCommand(desk, id),
});
