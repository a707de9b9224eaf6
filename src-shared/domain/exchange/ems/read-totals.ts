// The totals that an EMS set states: its subtotal rows by category, and the grand totals.

import { type Foreign, type ForeignTotalRow, noForeign, noTotalRow } from '../foreign.ts';
import type { Cells } from './ems-cells.ts';
import type { SetReader } from './read-ems.ts';

type Stated = Pick<Foreign, 'towingCents' | 'storageCents' | 'otherCents' | 'totals'>;

/** Charges that are sums of the estimate and not of its lines: towing, storage, and the environmental charge. */
const chargeCodes = { towingCents: 'OTTW', storageCents: 'OTST', otherCents: 'OTEC' } as const;

/** Reads the totals; the full grid of zero rows that some programs write says nothing and is left out. */
export function readTotals({ records, first }: SetReader): Stated {
  const rows = records('stl')
    .map(rowOf)
    .filter(({ cents, hoursTenths, code }) => code !== '' && (cents !== 0 || (hoursTenths ?? 0) !== 0));
  const grand = first('ttl');
  const chargeOf = (code: string): number => Math.max(rows.find((row) => row.code === code)?.cents ?? 0, 0);
  return {
    towingCents: chargeOf(chargeCodes.towingCents),
    storageCents: chargeOf(chargeCodes.storageCents),
    otherCents: chargeOf(chargeCodes.otherCents),
    totals: {
      ...noForeign.totals,
      rows,
      grossCents: grand.maybeCents('G_TTL_AMT'),
      bettermentCents: grand.maybeCents('G_BETT_AMT'),
      relatedPriorCents: grand.maybeCents('G_RPD_AMT'),
      deductibleCents: grand.maybeCents('G_DED_AMT'),
      customerCents: grand.maybeCents('G_CUST_AMT'),
      appearanceCents: grand.maybeCents('G_AA_AMT'),
      netCents: grand.maybeCents('N_TTL_AMT'),
      previousNetCents: grand.maybeCents('PREV_NET'),
      supplementCents: grand.maybeCents('SUPP_AMT'),
      netSupplementCents: grand.maybeCents('N_SUPP_ANT'),
      unrelatedPriorCents: grand.maybeCents('G_UPD_AMT'),
      discountCents: grand.maybeCents('G_TTL_DISC'),
      taxCents: grand.maybeCents('G_TAX'),
      gstCents: grand.maybeCents('GST_AMT'),
    },
  };
}

function rowOf(cells: Cells): ForeignTotalRow {
  const taxable = cells.cents('T_AMT');
  const untaxed = cells.cents('NT_AMT');
  const hours = cells.maybeTenths('TTL_HRS') ?? cells.tenths('T_HRS') + cells.tenths('NT_HRS');
  return {
    ...noTotalRow,
    family: cells.text('TTL_TYPE', 12).toUpperCase(),
    code: cells.text('TTL_TYPECD', 12).toUpperCase(),
    hoursTenths: hours === 0 ? null : hours,
    cents: cells.cents('TTL_AMT') || cells.cents('TTL_TYPAMT') || taxable + untaxed,
    taxableCents: taxable === 0 ? null : taxable,
    taxCents: cells.cents('TAX_AMT') || null,
    markupCents: cells.cents('T_MKUPAMT') + cells.cents('NT_MKUP'),
    discountCents: cells.cents('T_DISCAMT') + cells.cents('NT_DISC'),
  };
}
