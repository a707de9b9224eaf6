// What the estimate costs, always current, in the order of a print.
import { useMemo } from 'react';
import { printHours } from '../../../src-shared/base/hours.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Cents, cents, printMoney, printRate, type Rate } from '../../../src-shared/base/money.ts';
import { laborNames } from '../../../src-shared/domain/estimate/labor-type.ts';
import type { TimedTotal, Totals } from '../../../src-shared/domain/estimate/totals.ts';
import { pricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';

export function TotalsPanel({ workfileId }: { readonly workfileId: WorkfileId }) {
  const lines = useSheet(workfileId, (sheet) => sheet.lines);
  const rates = useSheet(workfileId, (sheet) => sheet.rates);
  const estimate = useSheet(workfileId, (sheet) => sheet.estimate);
  const insurance = useSheet(workfileId, (sheet) => sheet.insurance);
  const totals = useMemo(
    () => pricedSheet({ lines, rates, estimate, insurance }).totals,
    [lines, rates, estimate, insurance],
  );
  const rows = totalRows(totals, rates.discount.rate as Rate, insurance.payer.payer === 'Insurance Company');
  return (
    <table className='totals' aria-label='Totals'>
      <thead>
        <tr>
          <th scope='col'>Category</th>
          <th scope='col'>Basis</th>
          <th scope='col'>$</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, basis, amount, strong }) => (
          <tr key={name} className={strong ? 'totals-strong' : undefined}>
            <th scope='row'>{name}</th>
            <td>{basis}</td>
            <td>{printMoney(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Row = { readonly name: string; readonly basis?: string; readonly amount: Cents; readonly strong?: boolean };

function totalRows(totals: Totals, discountRate: Rate, isInsured: boolean): readonly Row[] {
  const { labor, paintSupplies, bodySupplies, discount, tax, taxRate, taxable } = totals;
  return [
    { name: 'Parts', amount: totals.parts },
    ...labor
      .filter(({ type, tenths }) => tenths !== 0 || type === 'body' || type === 'refinish')
      .map((one) => ({ name: laborNames[one.type], basis: timeBasis(one), amount: one.amount })),
    { name: 'Paint Supplies', basis: paintBasis(paintSupplies), amount: paintSupplies.amount },
    { name: 'Body Supplies', basis: timeBasis(bodySupplies), amount: bodySupplies.amount },
    { name: 'Miscellaneous', amount: totals.misc },
    { name: 'Other Charges', amount: totals.charges },
    { name: 'Subtotal', amount: totals.subtotal, strong: true },
    { name: 'Discount', basis: `${printRate(discountRate)} %`, amount: negated(discount) },
    { name: 'Sales Tax', basis: `${printRate(taxRate)} % of ${printMoney(taxable)}`, amount: tax },
    { name: 'Grand Total', amount: totals.grandTotal, strong: true },
    ...(isInsured
      ? [
          { name: 'Deductible', amount: negated(totals.deductible) },
          { name: 'Net', amount: totals.net, strong: true },
        ]
      : []),
    { name: 'Customer pays', amount: totals.customerPays },
    { name: 'Insurer pays', amount: totals.insurerPays },
  ];
}

const negated = (amount: number): Cents => cents(amount === 0 ? 0 : -amount);
const timeBasis = ({ tenths, perHour }: TimedTotal): string => `${printHours(tenths)} h × ${printMoney(perHour)}`;
const paintBasis = (supplies: Totals['paintSupplies']): string =>
  supplies.capped ? `${printHours(supplies.tenths)} h, capped` : timeBasis(supplies);
