/** Totals of real prints, category by category: the hours, rates and amounts that went in, and what was printed. */

import { type Estimate, estimateSpec } from '../../../src-shared/domain/estimate/estimate.ts';
import { type Rates, ratesSpec } from '../../../src-shared/domain/estimate/rates.ts';
import { type Insurance, insuranceSpec } from '../../../src-shared/domain/insurance/insurance.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import type { PrintLine } from './print-line.ts';

/** Rates as they are typed: dollars an hour, percent, dollars. */
export type PrintRates = {
  readonly body: string;
  readonly refinish: string;
  readonly mechanical?: string;
  readonly paintSupplies: string;
  readonly paintCap?: string;
  readonly tax: string;
};

export type PrintedTotals = {
  readonly name: string;
  /** One line a category. */
  readonly lines: readonly PrintLine[];
  readonly rates: PrintRates;
  readonly otherCharges?: string;
  readonly deductible?: string;
  readonly printed: {
    readonly parts: string;
    readonly paintSupplies: string;
    readonly misc: string;
    readonly subtotal: string;
    readonly tax: string;
    readonly grandTotal: string;
    readonly net: string;
  };
};

const categories = (parts: string, misc: string, hours: Omit<PrintLine, 'line' | 'operation' | 'description'>) => [
  { line: 1, operation: 'Repl', description: 'Parts', partType: 'OEM', quantity: '1', price: parts },
  { line: 2, operation: 'Rpr', description: 'Body and paint', ...hours },
  { line: 3, operation: '', description: 'Miscellaneous', misc: `${misc}T`, taxed: true },
];

/** A preliminary estimate with body and paint labour. */
export const printG1: PrintedTotals = {
  name: 'G1',
  lines: categories('5,314.38', '1,791.21', { labor: '26.8', paint: '17.3' }),
  rates: { body: '75.00', refinish: '75.00', paintSupplies: '60.00', tax: '6' },
  printed: {
    parts: '5,314.38',
    paintSupplies: '1,038.00',
    misc: '1,791.21',
    subtotal: '11,451.09',
    tax: '687.07',
    grandTotal: '12,138.16',
    net: '12,138.16',
  },
};

/** Print A: the shop's preliminary estimate, with mechanical labour. */
export const printG2: PrintedTotals = {
  name: 'G2',
  lines: [
    ...categories('4,906.54', '2,211.70', { labor: '62.2', paint: '26.2' }),
    { line: 4, operation: '', description: 'Mechanical', labor: '2.9M' },
  ],
  rates: { body: '90.00', refinish: '90.00', mechanical: '175.00', paintSupplies: '60.00', tax: '6' },
  printed: {
    parts: '4,906.54',
    paintSupplies: '1,572.00',
    misc: '2,211.70',
    subtotal: '17,153.74',
    tax: '1,029.22',
    grandTotal: '18,182.96',
    net: '18,182.96',
  },
};

/** The carrier's first supplement of the same repair: capped supplies, another charge, a deductible. */
export const printG4: PrintedTotals = {
  name: 'G4',
  lines: [
    ...categories('4,643.84', '56.00', { labor: '50.4', paint: '19.8' }),
    { line: 4, operation: '', description: 'Mechanical', labor: '4.5M' },
  ],
  rates: {
    body: '90.00',
    refinish: '90.00',
    mechanical: '175.00',
    paintSupplies: '43.00',
    paintCap: '750.00',
    tax: '6',
  },
  otherCharges: '3.50',
  deductible: '500.00',
  printed: {
    parts: '4,643.84',
    paintSupplies: '750.00',
    misc: '56.00',
    subtotal: '12,558.84',
    tax: '753.53',
    grandTotal: '13,312.37',
    net: '12,812.37',
  },
};

/** Rates with nothing in them but their defaults. */
export const emptyRates: Omit<Rates, 'id' | 'deleted' | 'parent'> = {
  labor: emptyGroup(ratesSpec, 'labor'),
  supplies: emptyGroup(ratesSpec, 'supplies'),
  tax: emptyGroup(ratesSpec, 'tax'),
  discount: emptyGroup(ratesSpec, 'discount'),
};

/** An estimate without charges. */
export const emptyEstimate: Pick<Estimate, 'charges'> = { charges: emptyGroup(estimateSpec, 'charges') };

/** A customer who pays himself. */
export const selfPay: Pick<Insurance, 'payer' | 'deductible'> = {
  payer: { payer: 'Self Pay' },
  deductible: emptyGroup(insuranceSpec, 'deductible'),
};
