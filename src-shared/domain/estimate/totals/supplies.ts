// What paint, body and extra supplies cost.

import { type Tenths, tenths } from '../../../base/hours.ts';
import { type Cents, cents, divideRounded, multiplyDivide } from '../../../base/money.ts';
import type { PaintMethod, PaintRule } from '../profile/paint-rule.ts';
import type { RateRules } from '../profile/rate-rules.ts';
import type { Rates } from '../rates.ts';

/** Hours at a rate an hour. */
export type TimedTotal = { readonly tenths: Tenths; readonly perHour: Cents; readonly amount: Cents };

/** Tenths of a cent: hours in tenths times cents an hour, before any rounding. */
export type TenthCents = number;
export type Supply = TimedTotal & { readonly raw: TenthCents };

/** Hours at a rate, rounded to the cent. */
export function timed(hours: number, perHourCents: number): Supply {
  const raw = hours * perHourCents;
  const amount = Number.isSafeInteger(raw * 2) ? divideRounded(raw, 10) : multiplyDivide(hours, perHourCents, 10);
  return { tenths: tenths(hours), perHour: cents(perHourCents), amount: cents(amount), raw };
}

const sum = (hours: number, perHourCents: number, amount: number): Supply => ({
  tenths: tenths(hours),
  perHour: cents(perHourCents),
  amount: cents(amount),
  raw: amount * 10,
});

export type PaintSupplies = Supply & {
  readonly method: PaintMethod;
  readonly uncapped: Cents;
  readonly cap: Cents | null;
  readonly capped: boolean;
};

export type PaintInput = {
  readonly supplies: Rates['supplies'];
  readonly rule: PaintRule | undefined;
  readonly stages: 1 | 2 | 3;
  /** The refinish labour rate, for the method of a percentage. */
  readonly refinishPerHour: number;
};

/** Paint supplies by the profile's method, at most the cap of the paint's stages. */
export function paintSupplies(hours: number, input: PaintInput): PaintSupplies {
  const { rule, supplies } = input;
  const method = rule?.method ?? 'rate';
  const uncapped = rule === undefined ? timed(hours, supplies.paintPerHourCents) : byMethod(hours, rule, input);
  const cap = capOf(input);
  if (cap === null || uncapped.amount <= cap) {
    return { ...uncapped, method, uncapped: uncapped.amount, cap: cap === null ? null : cents(cap), capped: false };
  }
  return {
    ...uncapped,
    amount: cents(cap),
    raw: cap * 10,
    method,
    uncapped: uncapped.amount,
    cap: cents(cap),
    capped: true,
  };
}

function byMethod(hours: number, rule: PaintRule, { supplies, refinishPerHour }: PaintInput): Supply {
  const perHour = supplies.paintPerHourCents;
  switch (rule.method) {
    case 'rate':
      return timed(hours, perHour);
    case 'threshold':
      return threshold(hours, rule, perHour);
    case 'percent':
      return sum(hours, refinishPerHour, multiplyDivide(hours * refinishPerHour, rule.percent, 10_000_000));
    case 'sum-table':
      return sum(hours, 0, hours > 0 ? rowOf(hours, rule) : 0);
    case 'rate-table':
      return timed(hours, hours > 0 ? rowOf(hours, rule) : 0);
    case 'flat':
      return sum(hours, 0, hours > 0 ? rule.flatCents : 0);
  }
}

/** `h <= max ? h*r1 : max*r1 + (h - max)*r2`, rounded once (Mitchell: Initial Rate, Max Hours, Addl Rate). */
function threshold(hours: number, rule: PaintRule, perHour: number): Supply {
  const first = Math.min(hours, rule.firstTenths);
  const raw = first * perHour + (hours - first) * rule.beyondPerHourCents;
  return { tenths: tenths(hours), perHour: cents(perHour), amount: cents(divideRounded(raw, 10)), raw };
}

/** The cents of the first row whose range holds the hours; beyond the last row its cents stay. */
function rowOf(hours: number, { table }: PaintRule): number {
  const rows = [...table].sort((a, b) => a.upToTenths - b.upToTenths);
  return (rows.find((row) => hours <= row.upToTenths) ?? rows.at(-1))?.cents ?? 0;
}

function capOf({ rule, stages, supplies }: PaintInput): number | null {
  const byStage = rule && { 1: rule.capSingleCents, 2: rule.capTwoCents, 3: rule.capThreeCents }[stages];
  return byStage ?? supplies.paintCapCents;
}

/** Body supplies by hours that are neither refinish nor sublet, at most their cap. */
export function bodySupplies(
  hours: number,
  perHourCents: number,
  capCents: number | null,
): Supply & { readonly capped: boolean } {
  const uncapped = timed(hours, perHourCents);
  if (capCents === null || uncapped.amount <= capCents) return { ...uncapped, capped: false };
  return { ...uncapped, amount: cents(capCents), raw: capCents * 10, capped: true };
}

export type ExtraSupply = Supply & { readonly name: string; readonly flat: Cents };

/** Further allowances by hours, each with a sum that is charged once where there are such hours. */
export function extraSupplies(
  list: RateRules['extraSupplies']['list'],
  repairTenths: number,
  refinishTenths: number,
): readonly ExtraSupply[] {
  return list.map(({ name, of, perHourCents, flatCents }) => {
    const hours = (of === 'refinish' ? 0 : repairTenths) + (of === 'repair' ? 0 : refinishTenths);
    const flat = hours > 0 ? flatCents : 0;
    const byHours = timed(hours, perHourCents);
    return { ...byHours, name, flat: cents(flat), amount: cents(byHours.amount + flat), raw: byHours.raw + flat * 10 };
  });
}
