/** What an estimate costs, reckoned a second way with big integers: slow, and right by being plain. */
import { laborTypes } from '../../src-shared/domain/estimate/labor-type.ts';
import type { TotalsInput } from '../../src-shared/domain/estimate/totals.ts';
import { exactBetterment } from './exact-betterment.ts';
import { isFamily, kindOf, larger, type Money, percent, rounded, smaller, sum } from './exact-money.ts';
import { exactPaint } from './exact-paint.ts';

export type ExactTotals = {
  readonly subtotal: bigint;
  readonly discount: bigint;
  readonly tax: bigint;
  readonly grandTotal: bigint;
  readonly net: bigint;
  readonly customerPays: bigint;
  readonly insurerPays: bigint;
};
type Line = TotalsInput['lines'][number];

/** Everything of an estimate up to its grand total. */
export type ExactGross = Omit<ExactTotals, 'net' | 'customerPays' | 'insurerPays'> & {
  readonly money: ReadonlyMap<string, Money>;
  readonly taxes: readonly {
    readonly on: (category: string) => boolean;
    readonly base: bigint;
    readonly amount: bigint;
  }[];
  readonly paintTenths: bigint;
};

export function exactTotals(input: TotalsInput): ExactTotals {
  const { rates, insurance, estimate } = input;
  const gross = exactGross(input);
  const shown = { subtotal: gross.subtotal, discount: gross.discount, tax: gross.tax, grandTotal: gross.grandTotal };
  if (insurance.payer.payer !== 'Insurance Company') {
    return { ...shown, net: gross.grandTotal, customerPays: gross.grandTotal, insurerPays: 0n };
  }
  const mine = input.lines.filter((line) => (line.share?.of ?? 'claim') === 'claim');
  const claim =
    mine.length === input.lines.length ? gross.grandTotal : exactGross({ ...input, lines: mine }).grandTotal;
  const typed = estimate.adjustments;
  const before =
    BigInt(typed?.relatedPriorCents ?? 0) +
    BigInt(typed?.unrelatedPriorCents ?? 0) +
    BigInt(typed?.appearanceAllowanceCents ?? 0) +
    larger(exactBetterment(input, gross), 0n);
  const left = claim > before ? claim - before : smaller(claim, 0n);
  const due = deductible(insurance, claim);
  const insurerPays = left > due ? left - due : smaller(left, 0n);
  const net = rates.reckoning?.deductibleIn === 'settlement' ? left : insurerPays;
  return { ...shown, net, customerPays: gross.grandTotal - insurerPays, insurerPays };
}

function deductible({ deductible, deductibleRule: rule }: TotalsInput['insurance'], claim: bigint): bigint {
  if (rule?.waived) return 0n;
  if (rule?.kind === 'percent') return claim > 0n ? percent(claim, rule.rate) : 0n;
  return rule?.kind === 'acv' ? percent(BigInt(rule.acvCents), rule.rate) : BigInt(deductible.amountCents);
}

/** The grand total and what it is made of. */
export function exactGross(input: TotalsInput): ExactGross {
  const { rates } = input;
  const lines = input.lines.filter((line) => !line.deleted && line.work.operation !== 'heading');
  const { money, paintTenths } = moneyOf(lines, input);
  const groups = rates.reckoning?.by === 'family' ? ['labor', 'parts', 'other'] : [''];
  const all = [...money];
  const baseOf = (some: readonly (readonly [string, Money])[], of: (money: Money) => bigint): bigint =>
    groups[0] === ''
      ? sum(some, ([, one]) => rounded(of(one), 10n))
      : rounded(
          sum(some, ([, one]) => of(one)),
          10n,
        );
  const inGroup = (group: string) => all.filter(([category]) => group === '' || isFamily(category, group));
  const subtotal = sum(groups, (group) => baseOf(inGroup(group), (one) => one.all));
  const asSum = BigInt(rates.discountSum?.amountCents ?? 0);
  const discount = asSum > 0n ? smaller(asSum, subtotal > 0n ? subtotal : 0n) : percent(subtotal, rates.discount.rate);
  const less = (base: bigint): bigint => {
    if (asSum === 0n) return base - percent(base, rates.discount.rate);
    return discount === 0n ? base : base - rounded(base * discount, subtotal);
  };
  const taxes = taxesOf(rates).flatMap(({ on, tiers }) =>
    groups.map((group) => {
      const taxed = inGroup(group).filter(([category]) => on(category));
      const base = less(baseOf(taxed, (one) => one.all - one.untaxed));
      return {
        on: (category: string) => on(category) && (group === '' || isFamily(category, group)),
        base,
        amount: tiered(base, tiers),
      };
    }),
  );
  const tax = sum(taxes, (one) => one.amount);
  return { money, taxes, paintTenths, subtotal, discount, tax, grandTotal: subtotal - discount + tax };
}

function taxesOf({ tax, taxes }: TotalsInput['rates']) {
  if (taxes === undefined || taxes.types.length === 0) {
    return [
      {
        on: (category: string) => tax[kindOf(category)],
        tiers: [{ bottomCents: 0, rate: tax.rate, surchargeCents: 0 }],
      },
    ];
  }
  return taxes.types.map(({ exempt, tiers }) => ({
    on: (category: string) => !(exempt as readonly string[]).includes(category.replace(/#.*/, '')),
    tiers: [...tiers].sort((a, b) => a.bottomCents - b.bottomCents),
  }));
}

type Tier = { readonly bottomCents: number; readonly rate: number; readonly surchargeCents: number };

/** A base climbs the tiers cent by cent, as it were: every tier takes its rate of what lies in it. */
function tiered(base: bigint, tiers: readonly Tier[]): bigint {
  if (base < 0n) return -tiered(-base, tiers);
  return tiers.reduce((tax, { bottomCents, rate, surchargeCents }, i) => {
    const bottom = BigInt(bottomCents);
    const top = BigInt(tiers[i + 1]?.bottomCents ?? Number.MAX_SAFE_INTEGER);
    return base > bottom && top > bottom
      ? tax + percent(smaller(base, top) - bottom, rate) + BigInt(surchargeCents)
      : tax;
  }, 0n);
}

/** The money of each category, in tenths of a cent. */
function moneyOf(lines: readonly Line[], { rates, estimate, clearBeyondCap }: TotalsInput) {
  const money = new Map<string, Money>();
  const put = (category: string, cents: bigint, taxed = true) => putRaw(category, cents * 10n, taxed);
  const putRaw = (category: string, raw: bigint, taxed = true): void => {
    const { all, untaxed } = money.get(category) ?? { all: 0n, untaxed: 0n };
    money.set(category, { all: all + raw, untaxed: taxed ? untaxed : untaxed + raw });
  };
  for (const [category, taxed, cents] of partsOf(lines, rates)) put(category, cents, taxed);
  const hours = (line: Line) => (line.labor.included ? 0n : BigInt(line.labor.tenths));
  const paint = (line: Line) => (line.refinish.included ? 0n : BigInt(line.refinish.tenths));
  const paintTenths = sum(lines, paint) + sum(ofType(lines, 'refinish'), hours);
  for (const type of laborTypes) {
    const raw = (type === 'refinish' ? paintTenths : sum(ofType(lines, type), hours)) * BigInt(rates.labor[type]);
    const more = rates.laborAdjust?.[type] ?? 0;
    if (more === 0) putRaw(`labor.${type}`, raw);
    else put(`labor.${type}`, rounded(raw, 10n) + percent(rounded(raw, 10n), more));
  }
  const repairs = ['repair', 'section', 'pdr'];
  const supplied = lines.filter(
    ({ labor, work }) =>
      labor.type !== 'refinish' &&
      work.operation !== 'sublet' &&
      (rates.bodySupplies?.hours !== 'repair' || repairs.includes(work.operation)),
  );
  const repairTenths = sum(supplied, hours);
  putRaw('body-supplies', capped(repairTenths * BigInt(rates.supplies.bodyPerHourCents), rates.bodySupplies?.capCents));
  const beyond = rates.paint?.clearHours === 'actual' ? BigInt(clearBeyondCap ?? 0) : 0n;
  putRaw('paint-supplies', exactPaint(paintTenths + beyond, rates, estimate.finish?.stages ?? 2));
  for (const extra of rates.extraSupplies?.list ?? []) {
    const time = (extra.of === 'refinish' ? 0n : repairTenths) + (extra.of === 'repair' ? 0n : paintTenths);
    putRaw(
      `extra-supplies#${money.size}`,
      time * BigInt(extra.perHourCents) + (time > 0n ? BigInt(extra.flatCents) * 10n : 0n),
    );
  }
  const { towingCents, storageCents, otherCents } = estimate.charges;
  put('towing', BigInt(towingCents) - percent(BigInt(towingCents), rates.chargeDiscount?.towing ?? 0));
  put('storage', BigInt(storageCents) - percent(BigInt(storageCents), rates.chargeDiscount?.storage ?? 0));
  put('other', BigInt(otherCents));
  return { money, paintTenths };
}

const capped = (raw: bigint, cap: number | null | undefined): bigint =>
  cap === null || cap === undefined || rounded(raw, 10n) <= BigInt(cap) ? raw : BigInt(cap) * 10n;

/** Parts and misc: what follows a profile's percentage is summed by kind first, what has its own is priced by line. */
function partsOf(lines: readonly Line[], rates: TotalsInput['rates']): readonly (readonly [string, boolean, bigint])[] {
  const sums = new Map<string, bigint>();
  const own: [string, boolean, bigint][] = [];
  const add = (key: string, cents: bigint) => sums.set(key, (sums.get(key) ?? 0n) + cents);
  for (const line of lines) {
    const { part, misc, adjust } = line;
    const list = part.included ? 0n : BigInt(part.quantity) * BigInt(part.priceCents);
    const category = `part.${part.type || 'untyped'}`;
    const isSublet = line.work.operation === 'sublet';
    const misced = BigInt(misc.amountCents);
    const more = (amount: bigint) => amount + percent(amount, adjust?.rate ?? 0);
    const extra = BigInt(adjust?.amountCents ?? 0);
    if (adjust?.own && list !== 0n) own.push([category, part.taxed, more(list) + extra]);
    else add(`${category} ${part.taxed}`, list);
    if (isSublet && adjust?.own && misced !== 0n)
      own.push(['sublet', misc.taxed, more(misced) + (list === 0n ? extra : 0n)]);
    else add(`${isSublet ? 'sublet' : 'misc'} ${misc.taxed}`, misced);
  }
  const summed = [...sums].map(([key, cents]): readonly [string, boolean, bigint] => {
    const [category = '', taxed] = key.split(' ');
    return [category, taxed === 'true', cents + markup(category, cents, rates)];
  });
  return [...summed, ...own];
}

/** What a profile adds to a sum of parts or sublet. */
export function markup(
  category: string,
  cents: bigint,
  { partMarkup, partDiscount, sublet }: TotalsInput['rates'],
): bigint {
  if (category === 'sublet') return percent(cents, sublet?.markup ?? 0);
  const type = category.slice('part.'.length) as keyof NonNullable<typeof partMarkup>;
  return percent(cents, partMarkup?.[type] ?? 0) - percent(cents, partDiscount?.[type] ?? 0);
}

const ofType = (lines: readonly Line[], type: string) => lines.filter((line) => line.labor.type === type);
