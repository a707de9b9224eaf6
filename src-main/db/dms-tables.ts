// Where the fields of a DMS transaction are kept, and those of the shop's connection to its dealer's system.

import { flag, recordTable } from './record-table.ts';

export const dmsEventTable = recordTable('dms-event', {
  parent: { workfileId: 'parent_workfile_id' },
  what: {
    what: 'what_what',
    was: 'what_was',
    is: 'what_is',
    amountCents: 'what_amount_cents',
    status: 'what_status',
    reference: 'what_reference',
    note: 'what_note',
    receiptId: 'what_receipt_id',
    by: 'what_by',
    at: 'what_at',
  },
});

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
