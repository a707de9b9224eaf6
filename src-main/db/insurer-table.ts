// Where the insurance companies of the shop are kept.

import { flag, recordTable } from './record-table.ts';

export const insurerTable = recordTable(
  'insurer',
  {
    parent: { workfileId: 'parent_workfile_id' },
    about: { name: 'about_name' },
    updatePlus: { isOn: flag('update_plus_is_on') },
    customerUpdates: { isOn: flag('customer_updates_is_on') },
    standing: { isActive: flag('standing_is_active') },
  },
  { phones: 'phones', address: 'address', offices: 'offices' },
);
