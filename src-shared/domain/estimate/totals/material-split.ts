// Paint supplies by what they are used for, as an EMS export lists them: MAPA, MA2S, MA3S, MA2T and MABL.

import { type Tenths, tenths } from '../../../base/hours.ts';
import { type Cents, cents, multiplyDivide } from '../../../base/money.ts';
import type { SheetLine } from '../refinish/automatic-lines.ts';
import { counts } from './line-sums.ts';
import type { PaintSupplies } from './supplies.ts';

/** What paint material is used for, in the order of an export; `paint` is all that is nothing else. */
export const materialUses = ['paint', 'clear-coat', 'three-stage', 'two-tone', 'blend'] as const;
export type MaterialUse = (typeof materialUses)[number];

export type MaterialShare = { readonly use: MaterialUse; readonly tenths: Tenths; readonly amount: Cents };

/** Splits paint supplies by the hours of each use; what rounding and hours beyond a cap leave over is paint's. */
export function materialSplit(lines: readonly SheetLine[], supplies: PaintSupplies): readonly MaterialShare[] {
  const hours: Record<MaterialUse, number> = { paint: 0, 'clear-coat': 0, 'three-stage': 0, 'two-tone': 0, blend: 0 };
  for (const line of lines) if (counts(line)) hours[materialUse(line)] += hoursOf(line);
  const all = Object.values(hours).reduce((sum, one) => sum + one, 0);
  if (all <= 0) return [];
  const others = materialUses.slice(1).map((use) => ({
    use,
    tenths: tenths(hours[use]),
    amount: cents(multiplyDivide(supplies.amount, hours[use], all)),
  }));
  const rest = supplies.amount - others.reduce((sum, one) => sum + one.amount, 0);
  const paint: MaterialShare = { use: 'paint', tenths: tenths(hours.paint), amount: cents(rest) };
  return [paint, ...others].filter((share) => share.tenths !== 0 || share.amount !== 0);
}

function materialUse({ row, work }: SheetLine): MaterialUse {
  if (row?.kind === 'three-stage' || row?.kind === 'two-tone') return row.kind;
  return work.operation === 'clear-coat' || work.operation === 'blend' ? work.operation : 'paint';
}

const hoursOf = ({ labor, refinish }: SheetLine): number =>
  (refinish.included ? 0 : refinish.tenths) + (labor.type === 'refinish' && !labor.included ? labor.tenths : 0);
