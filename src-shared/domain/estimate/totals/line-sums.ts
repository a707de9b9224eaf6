// One pass over the lines of an estimate: hours by labour type, money by part type, misc and sublet.

import { type Cents, cents, type Rate, rateOf } from '../../../base/money.ts';
import { type LaborType, laborTypes } from '../labor-type.ts';
import { type Line, type Operation, type PartType, partTypes } from '../line.ts';
import type { LinePricing, LineShare } from '../line-pricing.ts';

/** What of a line costs money. */
export type PricedLine = Pick<Line, 'deleted' | 'work' | 'part' | 'labor' | 'refinish' | 'misc'> & Partial<LinePricing>;

/** Money by kind, taxed at `2 * kind` and not taxed at `2 * kind + 1`. */
type Pairs = number[];

export type LineSums = {
  /** Billed tenths by labour type, in the order of laborTypes; the refinish column is type `refinish`. */
  readonly tenths: number[];
  /** Tenths that use body supplies. */
  supplyTenths: number;
  /** Parts by type that the profile prices, and parts priced by their own line. */
  readonly parts: Pairs;
  readonly ownParts: Pairs;
  readonly misc: Pairs;
  readonly sublet: Pairs;
  readonly ownSublet: Pairs;
  /** The places of the lines that have a betterment. */
  readonly bettered: number[];
};

/** Sums by whose money the lines are; a share without lines has none. */
export type SharedSums = { readonly [S in LineShare]?: LineSums };

export const refinishIndex = laborTypes.indexOf('refinish');
const laborIndex: ReadonlyMap<LaborType, number> = new Map(laborTypes.map((type, i) => [type, i]));
const partIndex: ReadonlyMap<PartType, number> = new Map(partTypes.map((type, i) => [type, i]));

const repairing: readonly Operation[] = ['repair', 'section', 'pdr'];

/** Whether an operation repairs, for a profile whose body supplies follow repair lines alone. */
export const isRepairing = (operation: Operation): boolean => repairing.includes(operation);

/** Whether a line counts at all. */
export const counts = (line: Pick<PricedLine, 'deleted' | 'work'>): boolean =>
  !line.deleted && line.work.operation !== 'heading';

const noTime: readonly number[] = laborTypes.map(() => 0);
const noParts: readonly number[] = partTypes.flatMap(() => [0, 0]);

export const emptySums = (): LineSums => ({
  tenths: noTime.slice(),
  supplyTenths: 0,
  parts: noParts.slice(),
  ownParts: noParts.slice(),
  misc: [0, 0],
  sublet: [0, 0],
  ownSublet: [0, 0],
  bettered: [],
});

/** Sums the lines of an estimate, the claim's and everybody else's; deleted lines and headings count nothing. */
export function sumLines(lines: readonly PricedLine[], repairOnly: boolean): SharedSums {
  const shared: Summing = { claim: emptySums() };
  addLines(shared, { lines, from: 0, to: lines.length, beside: [] }, { sign: 1, repairOnly });
  return shared;
}

/** Sums that lines are being added to. */
export type Summing = { [S in LineShare]?: LineSums } & { claim: LineSums };
export type Span = {
  readonly lines: readonly PricedLine[];
  readonly from: number;
  readonly to: number;
  /** Lines that are the same at the same place here are in the sums already. */
  readonly beside: readonly PricedLine[];
};
export type How = { readonly sign: 1 | -1; readonly repairOnly: boolean };

// Plain loops without a closure a line: totals follow every keystroke in estimates of hundreds of lines.
/** Adds lines to sums, or takes them off again. */
export function addLines(shared: Summing, { lines, from, to, beside }: Span, how: How): void {
  for (let at = from; at < to; at += 1) {
    const line = lines[at];
    if (line === undefined || !counts(line)) continue;
    let sums = shared.claim;
    const { share, betterment } = line;
    if (share !== undefined && share.of !== 'claim') {
      sums = shared[share.of] ?? emptySums();
      shared[share.of] = sums;
    }
    if (beside[at] !== line) {
      addPart(sums, line, how);
      addMisc(sums, line, how);
      addTime(sums, line, how);
    }
    if (how.sign === 1 && betterment !== undefined && betterment.kind !== 'none') sums.bettered.push(at);
  }
}

/** The sums of some shares together. */
export function sumsOf(shared: SharedSums, shares: readonly LineShare[]): LineSums {
  const [first = emptySums(), ...others] = shares.flatMap((share) => shared[share] ?? []);
  return others.reduce(
    (all, one) => ({
      tenths: together(all.tenths, one.tenths),
      supplyTenths: all.supplyTenths + one.supplyTenths,
      parts: together(all.parts, one.parts),
      ownParts: together(all.ownParts, one.ownParts),
      misc: together(all.misc, one.misc),
      sublet: together(all.sublet, one.sublet),
      ownSublet: together(all.ownSublet, one.ownSublet),
      bettered: [...all.bettered, ...one.bettered],
    }),
    first,
  );
}

const together = (a: readonly number[], b: readonly number[]): number[] => a.map((one, i) => one + (b[i] ?? 0));

function addPart(sums: LineSums, line: PricedLine, { sign }: How): void {
  const { type, quantity, priceCents, included, taxed } = line.part;
  if (included || priceCents === 0) return;
  const index = 2 * (partIndex.get(type) ?? 0) + (taxed ? 0 : 1);
  if (isOwn(line)) add(sums.ownParts, index, sign * ownPart(line));
  else add(sums.parts, index, sign * priceCents * quantity);
}

function addMisc(sums: LineSums, line: PricedLine, { sign }: How): void {
  const { amountCents, taxed } = line.misc;
  if (amountCents === 0) return;
  const index = taxed ? 0 : 1;
  if (line.work.operation !== 'sublet') add(sums.misc, index, sign * amountCents);
  else if (isOwn(line)) add(sums.ownSublet, index, sign * ownSublet(line));
  else add(sums.sublet, index, sign * amountCents);
}

/** Whether a line has a markup or discount of its own. */
export const isOwn = ({ adjust }: Pick<PricedLine, 'adjust'>): boolean => adjust?.own === true;

function addTime(sums: LineSums, { work, labor, refinish }: PricedLine, { sign, repairOnly }: How): void {
  if (!refinish.included) add(sums.tenths, refinishIndex, sign * refinish.tenths);
  const { type, tenths, included } = labor;
  if (included || tenths === 0) return;
  const index = laborIndex.get(type) ?? 0;
  add(sums.tenths, index, sign * tenths);
  // A sublet shop uses its own supplies, and refinish time is supplied as paint.
  if (index === refinishIndex || work.operation === 'sublet') return;
  if (!repairOnly || isRepairing(work.operation)) sums.supplyTenths += sign * tenths;
}

function add(to: number[], index: number, amount: number): void {
  to[index] = (to[index] ?? 0) + amount;
}

/** Quantity times price before any markup; nothing where it is included. */
export const listPrice = ({ part }: Pick<PricedLine, 'part'>): Cents =>
  cents(part.included ? 0 : part.priceCents * part.quantity);

/** The part of a line that is priced by its own markup or discount. */
export function ownPart(line: Pick<PricedLine, 'part' | 'adjust'>): Cents {
  const list = listPrice(line);
  const { rate = 0, amountCents = 0 } = line.adjust ?? {};
  return list === 0 ? list : cents(list + rateOf(list, rate as Rate) + amountCents);
}

/** The sublet of a line that is priced by its own markup; a sum goes to the part where the line has one. */
export function ownSublet(line: Pick<PricedLine, 'part' | 'misc' | 'adjust'>): Cents {
  const amount = cents(line.misc.amountCents);
  const { rate = 0, amountCents = 0 } = line.adjust ?? {};
  return cents(amount + rateOf(amount, rate as Rate) + (listPrice(line) === 0 ? amountCents : 0));
}
