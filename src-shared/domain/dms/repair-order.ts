// Why the repair order of a workfile does not go to the dealer's system.

import type { Workfile } from '../workfile/workfile.ts';
import { type DmsEvent, notExported } from './dms-event.ts';
import { type DmsIdGroup, dmsIdOf } from './dms-id.ts';
import { dmsCapabilities, dmsPartners } from './settings/connection.ts';
import type { ShopConnection } from './shop-connection.ts';
import { isOrderUnknown, lastOrder } from './unknown-outcome.ts';

export type OrderNotExported =
  | 'no-connection'
  | 'not-offered'
  | 'not-closed'
  | 'outcome-unknown'
  | 'no-customer-id'
  | 'no-vehicle-id'
  | 'no-repair-id'
  | 'used-repair-id';

/** Whether the partner takes a repair order only with the ID of its vehicle; one that this program does not know says so itself. */
export const needsVehicle = ({ about }: Pick<ShopConnection, 'about'>): boolean =>
  dmsPartners.some((partner) => partner === about.partner && dmsCapabilities[partner].repairOrders.vehicle);

/** The IDs that the partner asks for with the repair order when it is closed; none where it takes none. */
export const neededIds = (connection: Pick<ShopConnection, 'about' | 'takes'> | undefined): readonly DmsIdGroup[] =>
  connection?.about.on === true && connection.takes.repairOrders
    ? ['dmsCustomerId', ...(needsVehicle(connection) ? (['dmsVehicleId'] as const) : []), 'dmsRepairId']
    : [];

/** Null where it can be sent: it goes when the workfile is closed, and again by hand where something was missing then. */
export function whyNotExportOrder(
  workfile: Pick<Workfile, 'stage' | 'dmsRepairId' | 'dmsCustomerId' | 'dmsVehicleId'>,
  connection: Pick<ShopConnection, 'about' | 'takes'> | undefined,
  events: readonly DmsEvent[],
): OrderNotExported | null {
  if (connection === undefined || !connection.about.on) return 'no-connection';
  if (!connection.takes.repairOrders) return 'not-offered';
  if (workfile.stage.stage !== 'closed') return 'not-closed';
  if (isOrderUnknown(events)) return 'outcome-unknown';
  if (dmsIdOf(workfile, 'dmsCustomerId') === '') return 'no-customer-id';
  if (needsVehicle(connection) && dmsIdOf(workfile, 'dmsVehicleId') === '') return 'no-vehicle-id';
  const repairId = dmsIdOf(workfile, 'dmsRepairId');
  if (repairId === '') return 'no-repair-id';
  const last = lastOrder(events);
  return last?.status === notExported && last.was === repairId ? 'used-repair-id' : null;
}
