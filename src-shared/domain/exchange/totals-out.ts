// Our totals as the rows that a file states, and the other way round: what a file's row is called here.

import type { LaborType } from '../estimate/labor-type.ts';
import type { Totals } from '../estimate/totals.ts';
import { laborCodeOf, partCodeOf } from './codes.ts';
import { type ForeignTotalRow, type ForeignTotals, noForeign, noTotalRow } from './foreign.ts';
import type { Meanings } from './line-in.ts';

/** The rows and sums that our reckoning gives; families are rolled up as programs do (LAT, PAT, MAT). */
export function foreignTotals(totals: Totals, meanings: Meanings, charges: Charges): ForeignTotals {
  const { adjustments } = totals;
  const rows = [
    ...laborRows(totals, meanings),
    ...partRows(totals, meanings),
    ...materialRows(totals),
    ...otherRows(totals, charges),
  ].filter(({ cents, hoursTenths }) => cents !== 0 || (hoursTenths ?? 0) !== 0);
  return {
    ...noForeign.totals,
    rows,
    grossCents: totals.grandTotal,
    taxCents: totals.tax,
    bettermentCents: adjustments.betterment,
    deductibleCents: adjustments.deductible,
    customerCents: totals.customerPays,
    appearanceCents: adjustments.appearanceAllowance,
    relatedPriorCents: adjustments.relatedPrior,
    unrelatedPriorCents: adjustments.unrelatedPrior,
    discountCents: totals.discount,
    netCents: totals.net,
  };
}

/** Sums of the estimate that are no lines. */
export type Charges = { readonly towingCents: number; readonly storageCents: number; readonly otherCents: number };

type Named = { readonly family: string; readonly code: string; readonly name?: string };

const row = ({ family, code, name = '' }: Named, cents: number, hours: number | null = null): ForeignTotalRow => ({
  ...noTotalRow,
  family,
  code,
  name,
  cents,
  hoursTenths: hours,
});

/** Codes that mean the same here are one row. */
function together(rows: readonly ForeignTotalRow[]): readonly ForeignTotalRow[] {
  const byCode = new Map<string, ForeignTotalRow>();
  for (const one of rows) {
    const before = byCode.get(one.code);
    byCode.set(
      one.code,
      before === undefined
        ? one
        : {
            ...before,
            cents: before.cents + one.cents,
            markupCents: before.markupCents + one.markupCents,
            discountCents: before.discountCents + one.discountCents,
          },
    );
  }
  return [...byCode.values()];
}

function laborRows({ labor }: Totals, meanings: Meanings): readonly ForeignTotalRow[] {
  const codeOf = (type: LaborType): string =>
    [...meanings.labor].find(([, meant]) => meant === type)?.[0] ?? laborCodeOf(type);
  const rows = labor.map(({ type, amount, tenths }) => row({ family: 'LA', code: codeOf(type) }, amount, tenths));
  return [...rows, rolledUp({ family: 'LA', code: 'LAT', name: 'Labor' }, rows)];
}

function partRows({ partsByType }: Totals, meanings: Meanings): readonly ForeignTotalRow[] {
  const rows = together(
    partsByType.map(({ type, amount, markup, discount }) => ({
      ...row({ family: 'PA', code: partCodeOf(type, meanings.system) || 'PA' }, amount),
      markupCents: markup,
      discountCents: discount,
    })),
  );
  return [...rows, rolledUp({ family: 'PA', code: 'PAT', name: 'Parts' }, rows)];
}

function materialRows({ paintSupplies, bodySupplies, extraSupplies }: Totals): readonly ForeignTotalRow[] {
  const rows = [
    row({ family: 'MA', code: 'MAPA', name: 'Paint Materials' }, paintSupplies.amount, paintSupplies.tenths),
    row({ family: 'MA', code: 'MASH', name: 'Shop Materials' }, bodySupplies.amount, bodySupplies.tenths),
    ...extraSupplies.map((one, i) =>
      row({ family: 'MA', code: `MAE${i + 1}`, name: one.name }, one.amount, one.tenths),
    ),
  ];
  return [...rows, rolledUp({ family: 'MA', code: 'MAT', name: 'Materials' }, rows)];
}

function otherRows(totals: Totals, charges: Charges): readonly ForeignTotalRow[] {
  const { towingCents, storageCents, otherCents } = charges;
  return [
    row({ family: 'OT', code: 'OTSL', name: 'Sublet' }, totals.sublet),
    row({ family: 'OT', code: 'OTAC', name: 'Additional Costs' }, totals.misc - totals.sublet),
    row({ family: 'OT', code: 'OTTW', name: 'Towing' }, towingCents),
    row({ family: 'OT', code: 'OTST', name: 'Storage' }, storageCents),
    row({ family: 'OT', code: 'OTEC', name: 'Other Charges' }, otherCents),
  ];
}

/** Only labour's roll-up has hours: those of supplies are the same hours again. */
function rolledUp(named: Named, rows: readonly ForeignTotalRow[]): ForeignTotalRow {
  const sum = (of: (one: ForeignTotalRow) => number): number => rows.reduce((total, one) => total + of(one), 0);
  const hours = named.family === 'LA' ? sum(({ hoursTenths }) => hoursTenths ?? 0) : null;
  return row(
    named,
    sum(({ cents }) => cents),
    hours,
  );
}
