// Where the fields of the shop's connection to its dealer's system are kept.

import { flag, recordTable } from './record-table.ts';

export const dmsConnectionTable = recordTable(
  'dms-connection',
  {
    parent: { workfileId: 'parent_workfile_id' },
    about: { on: flag('about_on'), partner: 'about_partner', name: 'about_name', storeIds: 'about_store_ids' },
    takes: {
      customerSearch: flag('takes_customer_search'),
      newCustomers: flag('takes_new_customers'),
      vehicleSearch: flag('takes_vehicle_search'),
      newVehicles: flag('takes_new_vehicles'),
      reservations: flag('takes_reservations'),
      repairOrders: flag('takes_repair_orders'),
      payments: flag('takes_payments'),
    },
  },
  { updates: 'updates', types: 'types' },
);
