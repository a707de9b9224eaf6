// From lines and rates to a grand total: categories, subtotal, discount and taxes, with all that explains them.

import { type Cents, cents, divideRounded, multiplyDivide, type Rate, rateOf } from '../../../base/money.ts';
import type { EstimatePricing } from '../adjustment-groups.ts';
import type { Estimate } from '../estimate.ts';
import { type LaborType, laborTypes } from '../labor-type.ts';
import { type PartType, partTypes } from '../line.ts';
import { lineShares } from '../line-pricing.ts';
import type { RateRules } from '../profile/rate-rules.ts';
import type { Rates } from '../rates.ts';
import { type Category, categories, type Family, families, familyOf } from './category.ts';
import { type LineSums, type PricedLine, refinishIndex, type SharedSums, sumsOf } from './line-sums.ts';
import { rememberedSums } from './remembered-sums.ts';
import {
  bodySupplies,
  type ExtraSupply,
  extraSupplies,
  type PaintSupplies,
  paintSupplies,
  type Supply,
  type TenthCents,
  timed,
} from './supplies.ts';
import { type Tax, taxesOf, taxOn } from './taxes.ts';

/** The rates of a workfile with the rules of its profile. */
export type PricingRates = Pick<Rates, 'labor' | 'supplies' | 'tax' | 'discount'> & Partial<RateRules>;

export type ReckonInput = {
  readonly lines: readonly PricedLine[];
  readonly rates: PricingRates;
  readonly estimate: Pick<Estimate, 'charges'> & Partial<EstimatePricing>;
  /** Clear coat time cut off by its cap, for profiles that charge its material all the same. */
  readonly clearBeyondCap?: number;
};

/** The parts of one type: at their prices, what the profile adds and takes, and what they cost. */
export type PartTotal = {
  readonly type: PartType;
  readonly list: Cents;
  readonly markup: Cents;
  readonly discount: Cents;
  readonly amount: Cents;
  readonly untaxed: Cents;
};
export type LaborTotal = Supply & { readonly type: LaborType; readonly adjust: Cents };

/** One category's money: rounded, the part that no tax is taken on, and unrounded. */
export type Entry = {
  readonly category: Category;
  readonly amount: Cents;
  readonly untaxed: Cents;
  readonly raw: TenthCents;
};
/** What one tax takes of one base: all there is, or one family. */
export type TaxTotal = {
  readonly tax: Tax;
  readonly family: Family | null;
  readonly base: Cents;
  readonly amount: Cents;
};

export type Reckoning = {
  readonly shared: SharedSums;
  readonly taxKinds: readonly Tax[];
  /** Of all shares together. */
  readonly sums: LineSums;
  readonly parts: readonly PartTotal[];
  readonly labor: readonly LaborTotal[];
  readonly paint: PaintSupplies;
  readonly body: Supply & { readonly capped: boolean };
  readonly extras: readonly ExtraSupply[];
  /** By place in the list of categories. */
  readonly entries: readonly Entry[];
  /** Difference between families summed unrounded and the sum of their rounded categories. */
  readonly rounding: Cents;
  readonly subtotal: Cents;
  readonly discount: Cents;
  readonly taxes: readonly TaxTotal[];
  readonly tax: Cents;
  readonly grandTotal: Cents;
};

/** Reckons an estimate up to its grand total. */
export function reckon(input: ReckonInput): Reckoning {
  const shared = rememberedSums(input);
  const taxKinds = taxesOf(input.rates);
  return { shared, taxKinds, ...reckonSums(sumsOf(shared, lineShares), input, taxKinds) };
}

/** Reckons lines that were summed already. */
export function reckonSums(
  sums: LineSums,
  input: ReckonInput,
  taxKinds: readonly Tax[],
): Omit<Reckoning, 'shared' | 'taxKinds'> {
  const { rates } = input;
  const parts = partTypes.map((type, i) => partTotal(type, sums, i, rates));
  const labor = laborTypes.map((type, i) => laborTotal(type, sums.tenths[i] ?? 0, rates));
  const supplies = suppliesOf(sums, input);
  const entries = entriesOf({ sums, parts, labor, ...supplies }, input);
  const settled = settle(entries, rates, taxKinds);
  return { sums, parts, labor, ...supplies, entries, ...settled };
}

function suppliesOf(sums: LineSums, { rates, estimate, clearBeyondCap = 0 }: ReckonInput) {
  const refinish = sums.tenths[refinishIndex] ?? 0;
  const material = refinish + (rates.paint?.clearHours === 'actual' ? clearBeyondCap : 0);
  const paint = paintSupplies(material, {
    supplies: rates.supplies,
    rule: rates.paint,
    stages: estimate.finish?.stages ?? 2,
    refinishPerHour: rates.labor.refinish,
  });
  const body = bodySupplies(sums.supplyTenths, rates.supplies.bodyPerHourCents, rates.bodySupplies?.capCents ?? null);
  const extras = extraSupplies(rates.extraSupplies?.list ?? [], sums.supplyTenths, refinish);
  return { paint, body, extras };
}

/** Markup and discount are each taken of the sum of a type, taxed and not taxed apart (EMS STL T_MKUPAMT, NT_MKUP). */
function partTotal(type: PartType, sums: LineSums, index: number, rates: PricingRates): PartTotal {
  const [taxed, untaxed] = [cents(sums.parts[2 * index] ?? 0), cents(sums.parts[2 * index + 1] ?? 0)];
  const [ownTaxed, ownUntaxed] = [sums.ownParts[2 * index] ?? 0, sums.ownParts[2 * index + 1] ?? 0];
  const list = cents(taxed + untaxed + ownTaxed + ownUntaxed);
  const added = (type === '' ? 0 : (rates.partMarkup?.[type] ?? 0)) as Rate;
  const taken = (type === '' ? 0 : (rates.partDiscount?.[type] ?? 0)) as Rate;
  if (added === 0 && taken === 0) {
    return { type, list, markup: nothing, discount: nothing, amount: list, untaxed: cents(untaxed + ownUntaxed) };
  }
  const markup = cents(rateOf(taxed, added) + rateOf(untaxed, added));
  const discount = cents(rateOf(taxed, taken) + rateOf(untaxed, taken));
  const notTaxed = untaxed + rateOf(untaxed, added) - rateOf(untaxed, taken) + ownUntaxed;
  return { type, list, markup, discount, amount: cents(list + markup - discount), untaxed: cents(notTaxed) };
}

const nothing = cents(0);

function laborTotal(type: LaborType, hours: number, rates: PricingRates): LaborTotal {
  const plain = timed(hours, rates.labor[type]);
  const rate = (rates.laborAdjust?.[type] ?? 0) as Rate;
  if (rate === 0) return { ...plain, type, adjust: cents(0) };
  const adjust = rateOf(plain.amount, rate);
  const amount = cents(plain.amount + adjust);
  return { ...plain, type, adjust, amount, raw: amount * 10 };
}

type Priced = Pick<Reckoning, 'sums' | 'parts' | 'labor' | 'paint' | 'body' | 'extras'>;

function entriesOf(
  { sums, parts, labor, paint, body, extras }: Priced,
  { rates, estimate }: ReckonInput,
): readonly Entry[] {
  const entries: Entry[] = [];
  const add = (amount: number, untaxed = 0, raw: TenthCents = amount * 10): void => {
    const category = categories[entries.length] ?? 'other';
    entries.push({ category, amount: cents(amount), untaxed: cents(untaxed), raw });
  };
  for (const one of parts) add(one.amount, one.untaxed);
  for (const one of labor) add(one.amount, 0, one.raw);
  add(paint.amount, 0, paint.raw);
  add(body.amount, 0, body.raw);
  add(total(extras.map((one) => one.amount)), 0, total(extras.map((one) => one.raw)));
  add(...subletOf(sums, (rates.sublet?.markup ?? 0) as Rate));
  add((sums.misc[0] ?? 0) + (sums.misc[1] ?? 0), sums.misc[1]);
  add(less(estimate.charges.towingCents, rates.chargeDiscount?.towing));
  add(less(estimate.charges.storageCents, rates.chargeDiscount?.storage));
  add(estimate.charges.otherCents);
  return entries;
}

function subletOf({ sublet, ownSublet }: LineSums, markup: Rate): readonly [number, number] {
  const [taxed, untaxed] = [0, 1].map((at) => {
    const plain = cents(sublet[at] ?? 0);
    return plain + rateOf(plain, markup) + (ownSublet[at] ?? 0);
  }) as [number, number];
  return [taxed + untaxed, untaxed];
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);
const less = (amount: number, rate = 0): number => amount - rateOf(cents(amount), rate as Rate);

function settle(entries: readonly Entry[], rates: PricingRates, taxKinds: readonly Tax[]) {
  const byFamily = rates.reckoning?.by === 'family';
  let rounded = 0;
  for (const entry of entries) rounded += entry.amount;
  const groups: readonly (Family | null)[] = byFamily ? families : [null];
  const subtotal = byFamily ? total(families.map((family) => familyBase(entries, family))) : rounded;
  const discount = discountOf(subtotal, rates);
  const taxes = taxKinds.flatMap((tax) =>
    groups.map((family): TaxTotal => {
      const base = lessDiscount(taxedBase(entries, tax, family), { subtotal, discount, rates });
      return { tax, family, base, amount: taxOn(base, tax.tiers) };
    }),
  );
  const tax = total(taxes.map((one) => one.amount));
  return {
    rounding: cents(subtotal - rounded),
    subtotal: cents(subtotal),
    discount,
    taxes,
    tax: cents(tax),
    grandTotal: cents(subtotal - discount + tax),
  };
}

const familyByIndex: readonly Family[] = categories.map(familyOf);

const familyBase = (entries: readonly Entry[], family: Family): number =>
  divideRounded(total(entries.map(({ raw }, i) => (familyByIndex[i] === family ? raw : 0))), 10);

/** What a tax is taken on before the discount: rounded categories, or one family summed unrounded and then rounded. */
function taxedBase(entries: readonly Entry[], { on }: Tax, family: Family | null): Cents {
  let base = 0;
  for (let i = 0; i < entries.length; i += 1) {
    const entry = entries[i];
    if (entry === undefined || on[i] !== true) continue;
    if (family === null) base += entry.amount - entry.untaxed;
    else if (familyByIndex[i] === family) base += entry.raw - entry.untaxed * 10;
  }
  return cents(family === null ? base : divideRounded(base, 10));
}

function discountOf(subtotal: number, { discount, discountSum }: PricingRates): Cents {
  const sum = discountSum?.amountCents ?? 0;
  if (sum === 0) return rateOf(cents(subtotal), discount.rate as Rate);
  return cents(Math.min(sum, Math.max(subtotal, 0)));
}

type Discounting = { readonly subtotal: number; readonly discount: Cents; readonly rates: PricingRates };

/** A discount given as a sum is worked backward to a share of every taxed base (CCC "Totals"). */
function lessDiscount(base: Cents, { subtotal, discount, rates }: Discounting): Cents {
  if ((rates.discountSum?.amountCents ?? 0) === 0) return cents(base - rateOf(base, rates.discount.rate as Rate));
  return discount === 0 ? base : cents(base - multiplyDivide(base, discount, subtotal));
}
