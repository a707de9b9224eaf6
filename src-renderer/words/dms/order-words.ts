// The repair order in DMS Activity: why it is not sent, and how far it is.

import { type DmsEvent, notExported, outcomeUnknown } from '../../../src-shared/domain/dms/dms-event.ts';
import { eventWords } from '../../../src-shared/domain/dms/event-words.ts';
import type { OrderNotExported } from '../../../src-shared/domain/dms/repair-order.ts';
import type { Stage } from '../../../src-shared/domain/workfile/workfile.ts';
import type { GivenCommand } from '../../../src-shared/ipc/command-shapes.ts';
import { isToldSince } from '../../../src-shared/ipc/dms/id-way.ts';
import { refusalWords } from '../command-words.ts';

export const orderNotExportedWords: Readonly<Record<OrderNotExported, string>> = {
  'no-connection': 'the shop has no DMS connection that is on.',
  'not-offered': 'this DMS partner takes no repair orders.',
  'not-closed': 'a repair order goes to the DMS when it is closed.',
  'outcome-unknown': 'nobody knows whether it arrived: check in the DMS first.',
  'no-customer-id': 'enter the DMS Customer ID first; reopen the workfile for that.',
  'no-vehicle-id': 'enter the DMS Vehicle ID first; reopen the workfile for that.',
  'no-repair-id': 'enter the DMS Repair ID first.',
  'used-repair-id': 'the DMS has an order under this DMS Repair ID: enter a new one first.',
};

type Known = {
  readonly command: GivenCommand | undefined;
  readonly event: DmsEvent['what'] | undefined;
  /** Whether something that was asked for has no answer of the cloud yet. */
  readonly isWaiting: boolean;
  /** Whether nobody knows if it arrived, and nobody looked. */
  readonly isUnknown: boolean;
  readonly stage: Stage;
};

const goesByItself = 'Goes by itself when the repair order is closed.';
const sent = 'Sent to the cloud; the history tells what becomes of it.';

/** How far it is: what was asked for last, or what became of it. */
export function orderWords(known: Known, when: (at: number) => string): string {
  const { command, isWaiting, isUnknown, stage } = known;
  // What a closing waited for is asked again at the next one.
  const event = known.event?.status === notExported && stage !== 'closed' ? undefined : known.event;
  if (isWaiting) return 'Waits for the cloud; goes on when online.';
  if (event?.status === outcomeUnknown && !isUnknown) return sent;
  if (event !== undefined && isToldSince(event, command)) return `${eventWords(event)}, ${when(event.at)}`;
  if (command === undefined) return stage === 'closed' ? 'Not sent to the DMS yet.' : goesByItself;
  return command.state === 'refused' ? refusalWords(command) : sent;
}
