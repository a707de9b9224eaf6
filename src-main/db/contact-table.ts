// Where the fields of a contact are kept.

import { recordTable } from './record-table.ts';

export const contactTable = recordTable(
  'contact',
  {
    parent: { workfileId: 'parent_workfile_id', role: 'parent_role' },
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
  },
  { fax: 'fax', otherPhone: 'other_phone', relation: 'relation', same: 'same', customer: 'customer' },
);
