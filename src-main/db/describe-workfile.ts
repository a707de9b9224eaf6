// What the list says of a workfile, read from its records.

import { estimateTotals, type PricedLine } from '../../src-shared/domain/estimate/totals.ts';
import type { Insurance } from '../../src-shared/domain/insurance/insurance.ts';
import { contactLabel } from '../../src-shared/domain/people/contact.ts';
import { phoneDigits } from '../../src-shared/domain/people/phone.ts';
import { vehicleLabel } from '../../src-shared/domain/vehicle/vehicle.ts';
import { type Workfile, workfileLabel } from '../../src-shared/domain/workfile/workfile.ts';
import { rawQuery, type SqlValue } from './query.ts';
import { recordsOf } from './record.ts';
import type { Store } from './store.ts';

export type Description = {
  readonly id: string;
  readonly label: string;
  readonly stage: string;
  readonly owner: string;
  readonly vehicle: string;
  readonly vin: string;
  readonly plate: string;
  readonly insurer: string;
  readonly claim: string;
  readonly estimator: string;
  /** The digits of every contact's numbers, for searching. */
  readonly phones: string;
  readonly totalCents: number;
};

const pricedLines = rawQuery<readonly SqlValue[]>(
  'head.priced-lines',
  `select work_operation, part_quantity, part_price_cents, part_included, part_taxed, labor_type, labor_tenths,
     labor_included, refinish_tenths, refinish_included, misc_amount_cents, misc_taxed
   from line where parent_workfile_id = ? and deleted = 0`,
);

/** What the list shows of a workfile and the search knows of it. */
export function describeWorkfile(store: Store, workfile: Workfile): Description {
  const contacts = recordsOf(store, 'contact', workfile.id);
  const owner = contacts.find(({ parent }) => parent.role === 'owner') ?? contacts[0];
  const [vehicle] = recordsOf(store, 'vehicle', workfile.id);
  const [insurance] = recordsOf(store, 'insurance', workfile.id);
  const numbers = contacts.flatMap(({ cell, home, business }) => [cell.number, home.number, business.number]);
  return {
    id: workfile.id,
    label: workfileLabel(workfile.id, workfile.number.ro),
    stage: workfile.stage.stage,
    owner: owner === undefined ? '' : contactLabel(owner.name),
    vehicle: vehicle === undefined ? '' : vehicleLabel(vehicle.identity),
    vin: vehicle?.identity.vin ?? '',
    plate: vehicle?.plate.number ?? '',
    insurer: insurance?.company.name ?? '',
    claim: insurance?.claim.number ?? '',
    estimator: workfile.tracking.estimator,
    phones: [...new Set(numbers.map(phoneDigits).filter((digits) => digits !== ''))].join(' '),
    totalCents: totalOf(store, workfile.id, insurance),
  };
}

function totalOf(store: Store, workfileId: string, insurance: Insurance | undefined): number {
  const [rates] = recordsOf(store, 'rates', workfileId);
  const [estimate] = recordsOf(store, 'estimate', workfileId);
  if (rates === undefined || estimate === undefined || insurance === undefined) return 0;
  const lines = store.all(pricedLines, workfileId).map(pricedLineOf);
  return estimateTotals({ lines, rates, estimate, insurance }).grandTotal;
}

const pricedLineOf = (row: readonly SqlValue[]): PricedLine =>
  ({
    deleted: false,
    work: { operation: row[0] },
    part: { quantity: row[1], priceCents: row[2], included: row[3] === 1, taxed: row[4] === 1 },
    labor: { type: row[5], tenths: row[6], included: row[7] === 1 },
    refinish: { tenths: row[8], included: row[9] === 1 },
    misc: { amountCents: row[10], taxed: row[11] === 1 },
  }) as PricedLine;
