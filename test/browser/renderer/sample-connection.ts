/** A shop's connection to a dealer's system that takes everything. */
import { type ShopConnection, shopConnectionId } from '../../../src-shared/domain/dms/shop-connection.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';

export const connection: ShopConnection = {
  id: shopConnectionId,
  deleted: false,
  parent: { workfileId: libraries['dms-connection'] },
  about: { on: true, partner: 'simulated', name: 'Northside Toyota', storeIds: 'Store 12' },
  takes: {
    ...{ customerSearch: true, newCustomers: true, vehicleSearch: true, newVehicles: true },
    ...{ reservations: true, repairOrders: true, payments: true },
  },
  updates: { customers: true },
};
