// Where the customers of the shop are kept.

import { flag, recordTable } from './record-table.ts';

export const customerTable = recordTable(
  'customer',
  {
    parent: { workfileId: 'parent_workfile_id' },
    name: { first: 'name_first', last: 'name_last', company: 'name_company' },
    cell: { number: 'cell_number' },
    home: { number: 'home_number' },
    business: { number: 'business_number' },
    email: { address: 'email_address' },
    address: {
      street: 'address_street',
      street2: 'address_street2',
      city: 'address_city',
      state: 'address_state',
      postalCode: 'address_postal_code',
    },
    preference: { preference: 'preference' },
    authorization: { isRequired: flag('authorization_is_required') },
    standing: { isActive: flag('standing_is_active') },
  },
  { fax: 'fax', otherPhone: 'other_phone', notes: 'notes', merged: 'merged' },
);
