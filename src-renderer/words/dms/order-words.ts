// The repair order in DMS Activity: why it is not sent, and how far it is.

import type { DmsEvent } from '../../../src-shared/domain/dms/dms-event.ts';
import { eventWords } from '../../../src-shared/domain/dms/event-words.ts';
import type { OrderNotExported } from '../../../src-shared/domain/dms/repair-order.ts';
import { type GivenCommand, isPending } from '../../../src-shared/ipc/command-shapes.ts';
import { refusalWords } from '../command-words.ts';

export const orderNotExportedWords: Readonly<Record<OrderNotExported, string>> = {
  'no-connection': 'the shop has no DMS connection that is on.',
  'not-offered': 'this DMS partner takes no repair orders.',
  'not-closed': 'a repair order goes to the DMS when it is closed.',
  'no-customer-id': 'enter the DMS Customer ID first; reopen the workfile for that.',
  'no-repair-id': 'enter the DMS Repair ID first.',
};

type Known = { readonly command: GivenCommand | undefined; readonly event: DmsEvent['what'] | undefined };

/** How far it is: what was asked for last, or what became of it. */
export function orderWords({ command, event }: Known, when: (at: number) => string): string {
  if (command !== undefined && isPending(command)) return 'Waits for the cloud; goes on when online.';
  const isAfter = event !== undefined && (command === undefined || event.at >= command.madeAt);
  if (isAfter) return `${eventWords(event)}, ${when(event.at)}`;
  if (command === undefined) return 'Goes by itself when the repair order is closed.';
  return command.state === 'refused'
    ? refusalWords(command)
    : 'Sent to the cloud; the history tells what becomes of it.';
}
