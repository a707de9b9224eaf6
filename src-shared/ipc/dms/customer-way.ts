// How far the dealer's system is with a customer of its own that the shop corrected.

import type { WorkfileId } from '../../base/ids.ts';
import { lastCustomerUpdate } from '../../domain/dms/customer-update.ts';
import type { DmsEvent } from '../../domain/dms/dms-event.ts';
import { type GivenCommand, isPending } from '../command-shapes.ts';
import { idWay, isToldSince } from './id-way.ts';

export type CustomerWay =
  | { readonly kind: 'waiting' | 'sent' }
  | { readonly kind: 'refused'; readonly command: GivenCommand }
  | { readonly kind: 'told'; readonly event: DmsEvent['what'] };

type Known = { readonly given: readonly GivenCommand[]; readonly events: readonly DmsEvent[] };

/** How far the correction is that was asked for last; undefined where nobody asked. Both lists as they come. */
export function customerWay(workfileId: WorkfileId, { given, events }: Known): CustomerWay | undefined {
  const command = given.find(
    (one) => one.workfileId === workfileId && one.name === 'update-customer' && one.state !== 'cancelled',
  );
  if (command !== undefined && isPending(command)) return { kind: 'waiting' };
  const event = lastCustomerUpdate(events);
  if (event !== undefined && isToldSince(event, command)) return { kind: 'told', event };
  if (command === undefined) return undefined;
  return command.state === 'refused' ? { kind: 'refused', command } : { kind: 'sent' };
}

/** Whether the dealer still makes the workfile's owner a new customer: what it has of them is not told yet. */
export function isCustomerComing(workfileId: WorkfileId, known: Known): boolean {
  const way = idWay(workfileId, 'dmsCustomerId', known);
  return way?.kind === 'waiting' || way?.kind === 'asked';
}
