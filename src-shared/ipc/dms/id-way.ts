// How far the dealer's system is with an id of a workfile that it was asked for.

import type { WorkfileId } from '../../base/ids.ts';
import { type DmsEvent, notUsed, outcomeUnknown } from '../../domain/dms/dms-event.ts';
import type { DmsIdGroup } from '../../domain/dms/dms-id.ts';
import { idExports, isOutcomeUnknown, toldLast } from '../../domain/dms/unknown-outcome.ts';
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
  const last = toldLast(events, group);
  if (isOutcomeUnknown(events, group)) {
    return { kind: isTold(given, { kind: idExports[group], id: workfileId }) ? 'waiting' : 'unknown' };
  }
  if (last?.status === outcomeUnknown) return { kind: 'asked' };
  if (last !== undefined && isToldSince(last, command)) {
    return last.status === '' || last.status === notUsed ? undefined : { kind: 'failed', event: last };
  }
  if (command === undefined) return undefined;
  return command.state === 'refused' ? { kind: 'refused', command } : { kind: 'asked' };
}

/** Whether what somebody found out about an export is on its way to the cloud. */
export const isTold = (given: readonly GivenCommand[], { kind, id }: NonNullable<GivenCommand['subject']>): boolean =>
  given.some((one) => one.subject?.kind === kind && one.subject.id === id && isPending(one));

/**
 * Whether a line of the history is about what a command asked for, or newer. Both times are the cloud's, for clocks of PCs
 * are wrong; only where an older cloud named none, that of the PC has to do.
 */
export const isToldSince = ({ at }: Pick<DmsEvent['what'], 'at'>, command: GivenCommand | undefined): boolean =>
  command === undefined || at >= (command.answeredAt ?? command.madeAt);
