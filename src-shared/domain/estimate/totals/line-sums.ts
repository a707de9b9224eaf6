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

const emptySums = (): LineSums => ({
  tenths: noTime.slice(),
  supplyTenths: 0,
  parts: noParts.slice(),
  ownParts: noParts.slice(),
  misc: [0, 0],
  sublet: [0, 0],
  ownSublet: [0, 0],
  bettered: [],
});

// Plain loops without a closure a line: totals follow every keystroke in estimates of hundreds of lines.
/** Sums the lines of an estimate, the claim's and everybody else's; deleted lines and headings count nothing. */
export function sumLines(lines: readonly PricedLine[], repairOnly: boolean): SharedSums {
  const claim = emptySums();
  const shared: { [S in LineShare]?: LineSums } = { claim };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    const { work } = line;
    if (line.deleted || work.operation === 'heading') continue;
    let sums = claim;
    const { share, betterment } = line;
    if (share !== undefined && share.of !== 'claim') {
      sums = shared[share.of] ?? emptySums();
      shared[share.of] = sums;
    }
    addPart(sums, line);
    addMisc(sums, line, work.operation);
    addTime(sums, line, { operation: work.operation, repairOnly });
    if (betterment !== undefined && betterment.kind !== 'none') sums.bettered.push(at);
  }
  return shared;
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

function addPart(sums: LineSums, line: PricedLine): void {
  const { type, quantity, priceCents, included, taxed } = line.part;
  if (included || priceCents === 0) return;
  const index = 2 * (partIndex.get(type) ?? 0) + (taxed ? 0 : 1);
  if (isOwn(line)) add(sums.ownParts, index, ownPart(line));
  else add(sums.parts, index, priceCents * quantity);
}

function addMisc(sums: LineSums, line: PricedLine, operation: Operation): void {
  const { amountCents, taxed } = line.misc;
  if (amountCents === 0) return;
  const index = taxed ? 0 : 1;
  if (operation !== 'sublet') add(sums.misc, index, amountCents);
  else if (isOwn(line)) add(sums.ownSublet, index, ownSublet(line));
  else add(sums.sublet, index, amountCents);
}

/** Whether a line has a markup or discount of its own. */
export const isOwn = ({ adjust }: Pick<PricedLine, 'adjust'>): boolean => adjust?.own === true;

function addTime(
  sums: LineSums,
  { labor, refinish }: PricedLine,
  { operation, repairOnly }: { readonly operation: Operation; readonly repairOnly: boolean },
): void {
  if (!refinish.included) add(sums.tenths, refinishIndex, refinish.tenths);
  const { type, tenths, included } = labor;
  if (included || tenths === 0) return;
  const index = laborIndex.get(type) ?? 0;
  add(sums.tenths, index, tenths);
  // A sublet shop uses its own supplies, and refinish time is supplied as paint.
  if (index === refinishIndex || operation === 'sublet') return;
  if (!repairOnly || isRepairing(operation)) sums.supplyTenths += tenths;
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
