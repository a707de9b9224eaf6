// Where the profiles of the shop are kept.

import { rateColumns, ruleColumns } from './rates-table.ts';
import { flag, recordTable } from './record-table.ts';

export const profileTable = recordTable(
  'profile',
  {
    parent: { workfileId: 'parent_workfile_id' },
    about: { name: 'about_name', kind: 'about_kind', company: 'about_company', claimOffice: 'about_claim_office' },
    usual: { isDefault: flag('usual_is_default') },
    ...rateColumns,
  },
  {
    ...ruleColumns,
    address: 'address',
    phones: 'phones',
    registration: 'registration',
    dayPhone: 'day_phone',
    updatePlus: 'update_plus',
    updatePlusInsurers: 'update_plus_insurers',
    updatePlusPayers: 'update_plus_payers',
    estimateText: 'estimate_text',
    receiptText: 'receipt_text',
    authorizationText: 'authorization_text',
    receiptTypes: 'receipt_types',
    numbering: 'numbering',
  },
);
