// What the list says of a workfile, read from its records.

import type { LinePricing } from '../../src-shared/domain/estimate/line-pricing.ts';
import { comparePlaces } from '../../src-shared/domain/estimate/place.ts';
import type { SheetLine } from '../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { type Heading, headingOf } from '../../src-shared/domain/workfile/heading.ts';
import type { Workfile } from '../../src-shared/domain/workfile/workfile.ts';
import { headedRecords } from '../../src-shared/sync/headed-records.ts';
import { rawQuery, type SqlValue } from './query.ts';
import { recordsOf } from './record.ts';
import type { Store } from './store.ts';

const pricedLines = rawQuery<readonly SqlValue[]>(
  'head.priced-lines',
  `select id, work_operation, part_quantity, part_price_cents, part_included, part_taxed, labor_type, labor_tenths,
     labor_included, refinish_tenths, refinish_included, misc_amount_cents, misc_taxed, part_type, place_position,
     adjust, betterment, share, panel, automatic, extra
   from line where parent_workfile_id = ? and deleted = 0`,
);

/** What the list shows of a workfile and the search knows of it. */
export const describeWorkfile = (store: Store, workfile: Workfile): Heading =>
  headingOf(
    headedRecords(
      workfile,
      (kind) => recordsOf(store, kind, workfile.id),
      () => sheetLinesOf(store.all(pricedLines, workfile.id)),
    ),
  );

/** In the order of the estimate where it counts: automatic rows depend on it, sums do not. */
function sheetLinesOf(rows: readonly (readonly SqlValue[])[]): readonly SheetLine[] {
  const hasPanels = rows.some((row) => row[18] !== null || row[20] !== null);
  const inOrder = hasPanels ? rows.toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b))) : rows;
  return inOrder.map(sheetLineOf);
}

const placeOf = (row: readonly SqlValue[]) => ({ id: String(row[0]), place: { position: String(row[14]) } });
const unread = { text: { description: '' }, note: { text: '' }, marks: { manual: true, changed: false } };

const sheetLineOf = (row: readonly SqlValue[]): SheetLine =>
  ({
    ...unread,
    id: row[0],
    deleted: false,
    work: { operation: row[1] },
    part: { quantity: row[2], priceCents: row[3], included: row[4] === 1, taxed: row[5] === 1, type: row[13] },
    labor: { type: row[6], tenths: row[7], included: row[8] === 1 },
    refinish: { tenths: row[9], included: row[10] === 1 },
    misc: { amountCents: row[11], taxed: row[12] === 1 },
    ...packedOf(row),
  }) as SheetLine;

const packed = ['adjust', 'betterment', 'share', 'panel', 'automatic'] as const;

function packedOf(row: readonly SqlValue[]): Partial<LinePricing> {
  const said = packed.flatMap((group, i) => {
    const text = row[15 + i];
    return typeof text === 'string' ? [[group, JSON.parse(text) as unknown]] : [];
  });
  // What came before this version knew its group lies among what is carried along.
  const carried = typeof row[20] === 'string' ? Object.entries(JSON.parse(row[20]) as object).filter(isPacked) : [];
  return said.length + carried.length === 0 ? none : Object.fromEntries([...carried, ...said]);
}

const isPacked = ([group]: readonly [string, unknown]): boolean => packed.some((name) => name === group);
const none = {};
