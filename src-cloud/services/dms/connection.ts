/** The connection of a shop to its dealer's system: what is kept of it, and what its PCs are told. */
import type { ShopId } from '../../../src-shared/base/ids.ts';
import type { Capabilities, PartnerRequest } from '../../../src-shared/domain/dms/partner.ts';
import {
  capabilitiesOf,
  type DmsConnection,
  type DmsSettings,
  dmsConnection,
  dmsSettings,
} from '../../../src-shared/domain/dms/settings/connection.ts';
import type { StoredConnection } from '../../db/dms-connections.ts';
import type { Seal } from '../../db/seal.ts';

/** The settings as they are kept; undefined where this program does not know the partner any more. */
export const setupOf = ({ setup }: StoredConnection): DmsSettings | undefined => dmsSettings.safeParse(setup).data;

/** What the partner of a connection takes; null where the shop has none that is on. */
export function taken(stored: StoredConnection | undefined): Capabilities | null {
  const setup = stored?.on === true ? setupOf(stored) : undefined;
  return setup === undefined ? null : capabilitiesOf(setup);
}

/** What is asked of a partner: to take something new, or to correct what it has. */
type Wanted = PartnerRequest['kind'] | 'customer-update';

/** Whether a partner takes that. */
export function isOffered({ customers, vehicles, repairOrders, payments }: Capabilities, wanted: Wanted) {
  const offered: Readonly<Record<Wanted, boolean>> = {
    customer: customers.create,
    'customer-update': customers.update,
    vehicle: vehicles.create,
    reservation: repairOrders.reserve,
    'repair-order': repairOrders.export,
    payment: payments,
  };
  return offered[wanted];
}

/** Where the secrets of a shop belong. */
const placeOf = (shop: ShopId): string => `dms_connection ${shop}`;

export type Secrets = Readonly<Record<string, string>>;

export const closeSecrets = (seal: Seal, shop: ShopId, secrets: Secrets): string =>
  seal.close(JSON.stringify(secrets), placeOf(shop));

/** Undefined where they do not open: the cloud has another key than the one that closed them. */
export function openSecrets(seal: Seal, shop: ShopId, { secrets }: StoredConnection): Secrets | undefined {
  try {
    return JSON.parse(seal.open(secrets, placeOf(shop))) as Secrets;
  } catch {
    return undefined;
  }
}

/** The connection with its secrets; undefined while something of it is missing. */
export function openConnection(seal: Seal, shop: ShopId, stored: StoredConnection): DmsConnection | undefined {
  const secrets = openSecrets(seal, shop, stored);
  return dmsConnection.safeParse({ ...stored.setup, secrets }).data;
}
