// What a dealer's system takes, in words.

import type { ShopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';

/** In the order in which they are shown. */
export const takesWords: readonly { readonly key: keyof ShopConnection['takes']; readonly words: string }[] = [
  { key: 'customerSearch', words: 'Searches customers' },
  { key: 'newCustomers', words: 'Takes new customers' },
  { key: 'vehicleSearch', words: 'Searches vehicles' },
  { key: 'newVehicles', words: 'Takes new vehicles' },
  { key: 'reservations', words: 'Reserves RO numbers' },
  { key: 'repairOrders', words: 'Takes closed repair orders' },
  { key: 'payments', words: 'Takes payments' },
];
