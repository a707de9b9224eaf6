// The figures of an estimate in the order of a print: what each is called, what it rests on, and how it opens.
import { printHours } from '../../../../src-shared/base/hours.ts';
import { type Cents, cents, printMoney, printRate, type Rate } from '../../../../src-shared/base/money.ts';
import type { Adjustments } from '../../../../src-shared/domain/estimate/totals/adjustments.ts';
import type { Figure } from '../../../../src-shared/domain/estimate/totals/explanation.ts';
import type { TimedTotal, Totals } from '../../../../src-shared/domain/estimate/totals.ts';
import { figureName } from '../../../words/figure-words.ts';

export type TotalRow = {
  readonly figure: Figure;
  readonly name: string;
  readonly basis?: string;
  readonly amount: Cents;
  readonly strong?: boolean;
};

/** Figures that are nothing are left out, but for those every estimate is looked at for. */
export function totalRows(totals: Totals, discountRate: Rate, isInsured: boolean): readonly TotalRow[] {
  const row = (figure: Figure, amount: Cents, rest: Partial<TotalRow> = {}): TotalRow => ({
    figure,
    name: figureName(figure, totals.taxes),
    amount,
    ...rest,
  });
  return [
    row('parts', totals.parts),
    ...totals.labor
      .filter(({ type, tenths }) => tenths !== 0 || type === 'body' || type === 'refinish')
      .map((one) => row(`labor.${one.type}`, one.amount, { basis: timeBasis(one) })),
    row('paint-supplies', totals.paintSupplies.amount, { basis: paintBasis(totals.paintSupplies) }),
    row('body-supplies', totals.bodySupplies.amount, { basis: timeBasis(totals.bodySupplies) }),
    ...extraRow(totals, row),
    row('misc-and-sublet', totals.misc),
    row('charges', totals.charges),
    ...(totals.rounding === 0 ? [] : [row('rounding', totals.rounding)]),
    row('subtotal', totals.subtotal, { strong: true }),
    row('discount', negated(totals.discount), { basis: `${printRate(discountRate)} %` }),
    ...totals.taxes.map((one, i) => row(`tax.${i}`, one.amount, { basis: taxBasis(one) })),
    row('grand-total', totals.grandTotal, { strong: true }),
    ...(isInsured ? [...adjustmentRows(totals, row), row('net', totals.net, { strong: true })] : []),
    row('customer-pays', totals.customerPays),
    row('insurer-pays', totals.insurerPays),
  ];
}

type MakeRow = (figure: Figure, amount: Cents, rest?: Partial<TotalRow>) => TotalRow;

function extraRow({ extraSupplies }: Totals, row: MakeRow): readonly TotalRow[] {
  const amount = extraSupplies.reduce((sum, one) => sum + one.amount, 0);
  return amount === 0 ? [] : [row('extra-supplies', cents(amount))];
}

function adjustmentRows({ adjustments: { total: _total, ...each } }: Totals, row: MakeRow): readonly TotalRow[] {
  const figures = Object.entries(each) as [Exclude<keyof Adjustments, 'total'>, Cents][];
  return figures
    .filter(([figure, amount]) => amount !== 0 || figure === 'deductible')
    .map(([figure, amount]) => row(figure, negated(amount)));
}

const negated = (amount: number): Cents => cents(amount === 0 ? 0 : -amount);
const timeBasis = ({ tenths, perHour }: TimedTotal): string => `${printHours(tenths)} h × ${printMoney(perHour)}`;
const paintBasis = (supplies: Totals['paintSupplies']): string =>
  supplies.capped ? `${printHours(supplies.tenths)} h, capped` : timeBasis(supplies);

/** The rate, where the tax has one alone; else what it is taken on. */
function taxBasis({ tax, base }: Totals['taxes'][number]): string {
  const [only, ...others] = tax.tiers;
  const isPlain = only !== undefined && others.length === 0 && only.surchargeCents === 0;
  return isPlain ? `${printRate(only.rate as Rate)} % of ${printMoney(base)}` : `tiers of ${printMoney(base)}`;
}
