// Where the part codes of the shop are kept.

import { flag, recordTable } from './record-table.ts';

export const partCodeTable = recordTable('part-code', {
  parent: { workfileId: 'parent_workfile_id' },
  code: { code: 'code' },
  text: { description: 'text_description' },
  part: {
    type: 'part_type',
    number: 'part_number',
    priceCents: 'part_price_cents',
    taxed: flag('part_taxed'),
  },
  labor: {
    operation: 'labor_operation',
    type: 'labor_type',
    tenths: 'labor_tenths',
    refinishTenths: 'labor_refinish_tenths',
  },
});
