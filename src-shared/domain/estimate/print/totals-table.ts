// The totals of an estimate as a print has them: categories, subtotal, discount, taxes, adjustments, net and shares.
// The order is that of printed estimates (CCC); every amount comes from the one reckoning.

import { type Cents, cents, type Rate } from '../../../base/money.ts';
import type { PrintTable } from '../../print/print-document.ts';
import { node } from '../../print/print-node.ts';
import { printable } from '../../print/printable.ts';
import type { Estimate } from '../estimate.ts';
import { laborNames } from '../labor-type.ts';
import { flatRate } from '../supplement/rate-changes.ts';
import type { Version } from '../supplement/version.ts';
import { isInsured } from '../totals/adjustments.ts';
import type { Totals } from '../totals.ts';
import { type AmountRow, amountRow } from './amount-row.ts';
import { hoursText, moneyText, perHourText, rateText } from './print-words.ts';

/** The table of totals, and that of a supplement's summary. */
export const totalsTable: PrintTable = {
  look: 'totals',
  columns: ['words', 'basis', 'rate', 'money'].map((look) => node('col', look)),
  head: node('thead', '', [
    node('tr', '', [
      node('th', 'words', 'Category'),
      node('th', 'basis', 'Basis'),
      node('th', 'rate', 'Rate'),
      node('th', 'money', 'Cost $'),
    ]),
  ]),
};

type Row = AmountRow;

/** All rows of the totals. */
export function totalRows(totals: Totals, { pricing }: Pick<Version, 'pricing'>): readonly Row[] {
  const insured = isInsured(pricing.insurance);
  return [
    ...categoryRows(totals, pricing.estimate),
    amountRow('Subtotal', totals.subtotal, { look: 'sum' }),
    ...discountRows(totals, pricing.rates.discount.rate as Rate),
    ...taxRows(totals),
    amountRow(insured ? 'Total Cost of Repairs' : 'Grand Total', totals.grandTotal, { look: 'total' }),
    ...(insured ? payingRows(totals) : []),
  ];
}

function categoryRows(totals: Totals, { charges }: Pick<Estimate, 'charges'>): readonly Row[] {
  const { paintSupplies, bodySupplies, extraSupplies } = totals;
  const some = (name: string, amount: Cents, basis = ''): readonly Row[] =>
    amount === 0 ? [] : [amountRow(name, amount, { basis })];
  return [
    ...some('Parts', totals.parts, partsBasis(totals)),
    ...totals.labor
      .filter(({ tenths, amount }) => tenths !== 0 || amount !== 0)
      .map(({ type, tenths, perHour, amount, adjust }) =>
        amountRow(laborNames[type], amount, {
          basis: adjust === 0 ? hoursText(tenths) : `${hoursText(tenths)}, adjusted by ${moneyText(adjust)}`,
          rate: perHourText(perHour),
        }),
      ),
    ...suppliesRows('Paint Supplies', paintSupplies, paintSupplies.method === 'rate'),
    ...suppliesRows('Body Supplies', bodySupplies, true),
    ...extraSupplies.flatMap(({ name, amount, tenths, perHour }) =>
      amount === 0
        ? []
        : [amountRow(printable(name), amount, { basis: hoursText(tenths), rate: perHourText(perHour) })],
    ),
    ...some('Miscellaneous', totals.misc, totals.sublet === 0 ? '' : `of it sublet ${moneyText(totals.sublet)}`),
    ...some('Other Charges', totals.charges, chargesBasis(charges)),
    ...some('Rounding', totals.rounding),
  ];
}

function partsBasis({ partsByType }: Totals): string {
  const sum = (of: 'list' | 'markup' | 'discount'): Cents =>
    cents(partsByType.reduce((total, one) => total + one[of], 0));
  const [markup, discount] = [sum('markup'), sum('discount')];
  if (markup === 0 && discount === 0) return '';
  const words = [`prices ${moneyText(sum('list'))}`];
  if (markup !== 0) words.push(`markup ${moneyText(markup)}`);
  if (discount !== 0) words.push(`discount ${moneyText(cents(0 - discount))}`);
  return words.join(', ');
}

type Supplies = Totals['bodySupplies'];

/** Supplies by the hour show hours and rate; a cap or another method shows what it comes to and why. */
function suppliesRows(name: string, supplies: Supplies, byRate: boolean): readonly Row[] {
  const { amount, tenths, perHour, capped } = supplies;
  if (amount === 0) return [];
  if (capped) return [amountRow(name, amount, { basis: `${hoursText(tenths)}, at most ${moneyText(amount)}` })];
  return [amountRow(name, amount, { basis: hoursText(tenths), rate: byRate ? perHourText(perHour) : '' })];
}

function chargesBasis({ towingCents, storageCents, otherCents }: Estimate['charges']): string {
  const named = [
    ['towing', towingCents],
    ['storage', storageCents],
    ['other', otherCents],
  ] as const;
  return named
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => `${name} ${moneyText(cents(amount))}`)
    .join(', ');
}

function discountRows({ discount, subtotal }: Totals, rate: Rate): readonly Row[] {
  if (discount === 0) return [];
  const byRate = rate === 0 ? {} : { basis: `$ ${moneyText(subtotal)}`, rate: `@ ${rateText(rate)}` };
  return [amountRow('Discount', cents(0 - discount), byRate)];
}

/** A tax without a base and without an amount is not shown; where all are, the sum of several is. */
function taxRows({ taxes, tax }: Totals): readonly Row[] {
  const shown = taxes.filter(({ base, amount }) => base !== 0 || amount !== 0);
  const rows = shown.map((taxed) => {
    const rate = flatRate(taxed);
    return amountRow(taxName(taxed), taxed.amount, {
      basis: `$ ${moneyText(taxed.base)}`,
      rate: rate === null ? 'by tiers' : `@ ${rateText(rate)}`,
    });
  });
  return rows.length > 1 ? [...rows, amountRow('Total Taxes', tax, { look: 'sum' })] : rows;
}

/** The name of a tax, with the family of money it is taken of where each has its own. */
export const taxName = ({ tax, family }: Pick<Totals['taxes'][number], 'tax' | 'family'>): string => {
  const name = printable(tax.name) || printable(tax.code) || 'Sales Tax';
  return family === null ? name : `${name} on ${family}`;
};

function payingRows({ adjustments, net, customerPays, insurerPays }: Totals): readonly Row[] {
  const named = [
    ['Lines the Customer Pays', adjustments.customerLines],
    ['Related Prior Damage', adjustments.relatedPrior],
    ['Unrelated Prior Damage', adjustments.unrelatedPrior],
    ['Appearance Allowance', adjustments.appearanceAllowance],
    ['Betterment', adjustments.betterment],
    ['Deductible', adjustments.deductible],
  ] as const;
  const rows = named.filter(([, amount]) => amount !== 0).map(([name, amount]) => amountRow(name, amount));
  return [
    ...rows,
    ...(rows.length === 0 ? [] : [amountRow('Total Adjustments', adjustments.total, { look: 'sum' })]),
    amountRow('Net Cost of Repairs', net, { look: 'total' }),
    amountRow('Insurer Pays', insurerPays, { look: 'share' }),
    amountRow('Customer Pays', customerPays, { look: 'share' }),
  ];
}
