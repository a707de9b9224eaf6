// What the list says of a workfile, read from its records.

import type { PricedLine } from '../../src-shared/domain/estimate/totals.ts';
import { type Heading, headingOf } from '../../src-shared/domain/workfile/heading.ts';
import type { Workfile } from '../../src-shared/domain/workfile/workfile.ts';
import { rawQuery, type SqlValue } from './query.ts';
import { recordsOf } from './record.ts';
import type { Store } from './store.ts';

const pricedLines = rawQuery<readonly SqlValue[]>(
  'head.priced-lines',
  `select work_operation, part_quantity, part_price_cents, part_included, part_taxed, labor_type, labor_tenths,
     labor_included, refinish_tenths, refinish_included, misc_amount_cents, misc_taxed
   from line where parent_workfile_id = ? and deleted = 0`,
);

/** What the list shows of a workfile and the search knows of it. */
export const describeWorkfile = (store: Store, workfile: Workfile): Heading =>
  headingOf({
    workfile,
    contacts: recordsOf(store, 'contact', workfile.id),
    vehicles: recordsOf(store, 'vehicle', workfile.id),
    insurances: recordsOf(store, 'insurance', workfile.id),
    rates: recordsOf(store, 'rates', workfile.id),
    estimates: recordsOf(store, 'estimate', workfile.id),
    lines: () => store.all(pricedLines, workfile.id).map(pricedLineOf),
  });

const pricedLineOf = (row: readonly SqlValue[]): PricedLine =>
  ({
    deleted: false,
    work: { operation: row[0] },
    part: { quantity: row[1], priceCents: row[2], included: row[3] === 1, taxed: row[4] === 1 },
    labor: { type: row[5], tenths: row[6], included: row[7] === 1 },
    refinish: { tenths: row[8], included: row[9] === 1 },
    misc: { amountCents: row[10], taxed: row[11] === 1 },
  }) as PricedLine;
