// Which lines make a category, and how much of it each one is.

import { type Cents, cents } from '../../../base/money.ts';
import { type LaborType, laborTypes } from '../labor-type.ts';
import { partTypes } from '../line.ts';
import { type Category, partCategory } from './category.ts';
import { counts, isOwn, isRepairing, listPrice, ownPart, ownSublet, type PricedLine } from './line-sums.ts';

/** A line that can be opened. */
export type NamedLine = PricedLine & { readonly id: string };

/** What one line adds to a figure: hours or money before the profile's markup. */
export type LinePart = { readonly id: string; readonly tenths: number; readonly cents: Cents };

/** The lines of a category with what each adds; supplies are made by the lines with hours that they follow. */
export function linesOf(lines: readonly NamedLine[], category: Category, repairOnly: boolean): readonly LinePart[] {
  const found: LinePart[] = [];
  const ofLabor = laborTypes.find((type) => category === `labor.${type}`);
  const ofPart = partTypes.find((type) => category === partCategory(type));
  for (const line of lines) {
    if (!counts(line)) continue;
    const hours = hoursOf(line, category, ofLabor, repairOnly);
    const money = ofPart === line.part.type ? partOf(line) : miscOf(line, category);
    if (hours !== 0 || money !== 0) found.push({ id: line.id, tenths: hours, cents: money });
  }
  return found;
}

const partOf = (line: NamedLine): Cents => (isOwn(line) ? ownPart(line) : listPrice(line));

function miscOf(line: NamedLine, category: Category): Cents {
  const isSublet = line.work.operation === 'sublet';
  if (category === 'misc') return cents(isSublet ? 0 : line.misc.amountCents);
  if (category !== 'sublet' || !isSublet || line.misc.amountCents === 0) return cents(0);
  return isOwn(line) ? ownSublet(line) : cents(line.misc.amountCents);
}

function hoursOf(line: NamedLine, category: Category, ofLabor: LaborType | undefined, repairOnly: boolean): number {
  const { labor, refinish, work } = line;
  const time = labor.included ? 0 : labor.tenths;
  const paint = (refinish.included ? 0 : refinish.tenths) + (labor.type === 'refinish' ? time : 0);
  if (ofLabor === 'refinish' || category === 'paint-supplies') return paint;
  if (ofLabor !== undefined) return labor.type === ofLabor ? time : 0;
  if (category !== 'body-supplies' || labor.type === 'refinish' || work.operation === 'sublet') return 0;
  return !repairOnly || isRepairing(work.operation) ? time : 0;
}
