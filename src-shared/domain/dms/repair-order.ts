// Why the repair order of a workfile does not go to the dealer's system.

import type { Workfile } from '../workfile/workfile.ts';
import { type DmsEvent, notExported } from './dms-event.ts';
import { dmsIdOf } from './dms-id.ts';
import type { ShopConnection } from './shop-connection.ts';
import { isOrderUnknown, lastOrder } from './unknown-outcome.ts';

export type OrderNotExported =
  | 'no-connection'
  | 'not-offered'
  | 'not-closed'
  | 'outcome-unknown'
  | 'no-customer-id'
  | 'no-repair-id'
  | 'used-repair-id';

/** Null where it can be sent: it goes when the workfile is closed, and again by hand where something was missing then. */
export function whyNotExportOrder(
  workfile: Pick<Workfile, 'stage' | 'dmsRepairId' | 'dmsCustomerId'>,
  connection: Pick<ShopConnection, 'about' | 'takes'> | undefined,
  events: readonly DmsEvent[],
): OrderNotExported | null {
  if (connection === undefined || !connection.about.on) return 'no-connection';
  if (!connection.takes.repairOrders) return 'not-offered';
  if (workfile.stage.stage !== 'closed') return 'not-closed';
  if (isOrderUnknown(events)) return 'outcome-unknown';
  if (dmsIdOf(workfile, 'dmsCustomerId') === '') return 'no-customer-id';
  const repairId = dmsIdOf(workfile, 'dmsRepairId');
  if (repairId === '') return 'no-repair-id';
  const last = lastOrder(events);
  return last?.status === notExported && last.was === repairId ? 'used-repair-id' : null;
}
