// Where the rates of a workfile are kept.

import { flag, recordTable } from './record-table.ts';

/** The columns of rates, wherever they are kept. */
export const rateColumns = {
  labor: {
    body: 'labor_body_cents',
    refinish: 'labor_refinish_cents',
    mechanical: 'labor_mechanical_cents',
    structural: 'labor_structural_cents',
    frame: 'labor_frame_cents',
    glass: 'labor_glass_cents',
    diagnostic: 'labor_diagnostic_cents',
    electrical: 'labor_electrical_cents',
    user1: 'labor_user1_cents',
    user2: 'labor_user2_cents',
    user3: 'labor_user3_cents',
    user4: 'labor_user4_cents',
  },
  supplies: {
    paintPerHourCents: 'supplies_paint_per_hour_cents',
    paintCapCents: 'supplies_paint_cap_cents',
    bodyPerHourCents: 'supplies_body_per_hour_cents',
  },
  tax: {
    rate: 'tax_rate',
    parts: flag('tax_parts'),
    labor: flag('tax_labor'),
    supplies: flag('tax_supplies'),
    misc: flag('tax_misc'),
    charges: flag('tax_charges'),
  },
  discount: { rate: 'discount_rate' },
} as const;

/** The columns of the rules beyond plain rates. */
export const ruleColumns = {
  laborAdjust: 'labor_adjust',
  partMarkup: 'part_markup',
  partDiscount: 'part_discount',
  paint: 'paint',
  bodySupplies: 'body_supplies',
  extraSupplies: 'extra_supplies',
  sublet: 'sublet',
  taxes: 'taxes',
  discountSum: 'discount_sum',
  chargeDiscount: 'charge_discount',
  reckoning: 'reckoning',
  refinish: 'refinish',
} as const;

export const ratesTable = recordTable(
  'rates',
  { parent: { workfileId: 'parent_workfile_id' }, ...rateColumns },
  { ...ruleColumns, source: 'source', reasons: 'reasons' },
);
