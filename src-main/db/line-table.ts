// Where the fields of an estimate's line are kept.

import { flag, recordTable } from './record-table.ts';

export const lineTable = recordTable(
  'line',
  {
    parent: { workfileId: 'parent_workfile_id', estimateId: 'parent_estimate_id' },
    place: { position: 'place_position' },
    work: { operation: 'work_operation' },
    text: { description: 'text_description' },
    note: { text: 'note_text' },
    part: {
      type: 'part_type',
      number: 'part_number',
      quantity: 'part_quantity',
      priceCents: 'part_price_cents',
      included: flag('part_included'),
      taxed: flag('part_taxed'),
    },
    labor: { type: 'labor_type', tenths: 'labor_tenths', included: flag('labor_included') },
    refinish: { tenths: 'refinish_tenths', included: flag('refinish_included') },
    misc: { amountCents: 'misc_amount_cents', taxed: flag('misc_taxed') },
    marks: { manual: flag('marks_manual'), changed: flag('marks_changed') },
  },
  {
    adjust: 'adjust',
    betterment: 'betterment',
    share: 'share',
    panel: 'panel',
    automatic: 'automatic',
    state: 'state',
    vendor: 'vendor',
    book: 'book',
  },
);
