// How far the dealer's system is with an id of a workfile that it was asked for.

import type { WorkfileId } from '../../base/ids.ts';
import { type DmsEvent, eventOfId, outcomeUnknown } from '../../domain/dms/dms-event.ts';
import type { DmsIdGroup } from '../../domain/dms/dms-id.ts';
import { isOutcomeUnknown, newestOf } from '../../domain/dms/unknown-outcome.ts';
import { type GivenCommand, isPending } from '../command-shapes.ts';

/** What is known of an id that the dealer's system was asked for and did not give yet. */
export type IdWay =
  | { readonly kind: 'waiting' | 'asked' }
  | { readonly kind: 'refused'; readonly command: GivenCommand }
  | { readonly kind: 'failed'; readonly event: DmsEvent['what'] }
  /** Nobody knows whether it arrived: a person looks. */
  | { readonly kind: 'unknown' };

const asking: Readonly<Record<DmsIdGroup, GivenCommand['name']>> = {
  dmsRepairId: 'reserve-repair-id',
  dmsCustomerId: 'export-customer',
  dmsVehicleId: 'export-vehicle',
};

type Known = { readonly given: readonly GivenCommand[]; readonly events: readonly DmsEvent[] };

/** How far the dealer's system is with an id of a workfile; undefined where nobody asked. Both lists as they come. */
export function idWay(workfileId: WorkfileId, group: DmsIdGroup, { given, events }: Known): IdWay | undefined {
  const ofWorkfile = given.filter((one) => one.workfileId === workfileId);
  const command = ofWorkfile.find((one) => one.name === asking[group] && one.state !== 'cancelled');
  if (command !== undefined && isPending(command)) return { kind: 'waiting' };
  const last = newestOf(events, eventOfId[group]);
  if (isOutcomeUnknown(events, group)) {
    const isTold = ofWorkfile.some((one) => one.receiptId === workfileId && isPending(one));
    return { kind: isTold ? 'waiting' : 'unknown' };
  }
  if (last?.status === outcomeUnknown) return { kind: 'asked' };
  const isAfter = command === undefined || (last !== undefined && last.at >= command.madeAt);
  if (last !== undefined && isAfter) return last.status === '' ? undefined : { kind: 'failed', event: last };
  if (command === undefined) return undefined;
  return command.state === 'refused' ? { kind: 'refused', command } : { kind: 'asked' };
}
