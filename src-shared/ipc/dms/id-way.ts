// How far the dealer's system is with an id of a workfile that it was asked for.

import type { WorkfileId } from '../../base/ids.ts';
import type { DmsEvent } from '../../domain/dms/dms-event.ts';
import type { DmsIdGroup } from '../../domain/dms/dms-id.ts';
import { type GivenCommand, isPending } from '../command-shapes.ts';

/** What is known of an id that the dealer's system was asked for and did not give yet. */
export type IdWay =
  | { readonly kind: 'waiting' | 'asked' }
  | { readonly kind: 'refused'; readonly command: GivenCommand }
  | { readonly kind: 'failed'; readonly event: DmsEvent['what'] };

const asking: Readonly<Record<DmsIdGroup, { readonly name: GivenCommand['name']; readonly what: string }>> = {
  dmsRepairId: { name: 'reserve-repair-id', what: 'repair-id' },
  dmsCustomerId: { name: 'export-customer', what: 'customer-id' },
  dmsVehicleId: { name: 'export-vehicle', what: 'vehicle-id' },
};

type Known = { readonly given: readonly GivenCommand[]; readonly events: readonly DmsEvent[] };

/** How far the dealer's system is with an id of a workfile; undefined where nobody asked. Both lists as they come. */
export function idWay(workfileId: WorkfileId, group: DmsIdGroup, { given, events }: Known): IdWay | undefined {
  const { name, what } = asking[group];
  const command = given.find((one) => one.workfileId === workfileId && one.name === name && one.state !== 'cancelled');
  if (command !== undefined && isPending(command)) return { kind: 'waiting' };
  const last = events
    .filter((one) => one.what.what === what)
    .toSorted((one, other) => other.what.at - one.what.at)[0]?.what;
  const isAfter = command === undefined || (last !== undefined && last.at >= command.madeAt);
  if (last !== undefined && isAfter) return last.status === '' ? undefined : { kind: 'failed', event: last };
  if (command === undefined) return undefined;
  return command.state === 'refused' ? { kind: 'refused', command } : { kind: 'asked' };
}
