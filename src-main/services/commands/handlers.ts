// Which service answers which request for something that the cloud does exactly once.

import { ok } from '../../../src-shared/base/result.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import type { Desk } from '../desk.ts';
import { convertReserved } from '../dms/reserved-number.ts';
import { cancelCommand, listGivenCommands, lockEstimate, startSupplement } from './commands.ts';
import { moveWorkfile } from './moves.ts';
import { lookUpNumber } from './ro-numbers.ts';

type Commanding =
  | 'estimate.lock'
  | 'estimate.start-supplement'
  | 'workfile.convert'
  | 'numbering.look-up'
  | 'workfile.move'
  | 'command.list'
  | 'command.cancel';

export const commandHandlers = (desk: Desk): Pick<Handlers, Commanding> => ({
  'estimate.lock': ({ estimateId, estimator }) => lockEstimate(desk, estimateId, estimator),
  'estimate.start-supplement': ({ estimateId }) => {
    const started = startSupplement(desk, estimateId);
    return started.ok ? ok({ label: started.value.label }) : started;
  },
  'workfile.convert': ({ workfileId, number }) => convertReserved(desk, workfileId, number),
  'numbering.look-up': ({ number }) => lookUpNumber(desk, number),
  'workfile.move': (asked) => moveWorkfile(desk, asked),
  'command.list': () => listGivenCommands(desk),
  'command.cancel': ({ id }) => cancelCommand(desk, id),
});
