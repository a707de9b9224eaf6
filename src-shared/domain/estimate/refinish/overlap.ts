// Overlap: what a panel saves because another is refinished with it (MOTOR: major adjacent 0.4, others 0.2).

import type { Automatic, Panel } from './panel.ts';
import { type PanelPlace, placesBeside } from './panel-place.ts';
import type { RefinishRules } from './refinish-rules.ts';

/** A panel refinished in full, in the order of the estimate. */
export type Placed = {
  /** The line itself, by which its rows are remembered. */
  readonly line: object;
  readonly id: string;
  readonly tenths: number;
  readonly panel: Panel;
  /** The first major panel on the car. */
  readonly isFirst: boolean;
  readonly automatic: Automatic;
};

export type Overlap = {
  readonly kind: 'adjacent' | 'apart' | 'minor';
  readonly tenths: number;
  /** The panel before it that it touches; null where none does. */
  readonly neighbour: string | null;
};

/** What a panel may save time beside: the panels before it by place, and whether there is a first major panel at all. */
type Beside = { readonly before: ReadonlyMap<PanelPlace, First>; readonly hasFirst: boolean };
/** The first panel at a place, and how many places came before it. */
type First = { readonly id: string; readonly at: number };

/** Each panel with its overlap, in order: one pass, for estimates with hundreds of panels. */
export function overlapsOf(all: readonly Placed[], rules: RefinishRules): readonly (Overlap | null)[] {
  const hasFirst = all.some(({ isFirst }) => isFirst);
  // The first panel at each place: a vehicle has few places, however many lines are written of them.
  const before = new Map<PanelPlace, First>();
  return all.map((placed) => {
    const overlap = overlapOf(placed, { before, hasFirst }, rules);
    const { id, panel } = placed;
    const mayTouch = panel.kind === 'major' && !panel.offCar && panel.place !== '';
    if (mayTouch && !before.has(panel.place)) before.set(panel.place, { id, at: before.size });
    return overlap;
  });
}

/**
 * The overlap of a panel: none for the first major panel and for what is refinished off the car. Only panels that come
 * before it count, and blended ones never do (a panel beside a blend takes no overlap for it).
 */
function overlapOf(placed: Placed, beside: Beside, rules: RefinishRules): Overlap | null {
  const { overlap } = placed.panel;
  const isSearched = overlap === 'adjacent' || (overlap === 'auto' && placed.panel.kind === 'major');
  const neighbour = isSearched ? neighbourOf(placed, beside) : null;
  const kind = overlap === 'auto' ? foundKind(placed, beside, neighbour) : overlap;
  if (kind === null || kind === 'none') return null;
  return { kind, tenths: timeOf(kind, rules), neighbour: kind === 'adjacent' ? neighbour : null };
}

function foundKind({ panel, isFirst }: Placed, { hasFirst }: Beside, neighbour: string | null): Overlap['kind'] | null {
  if (panel.offCar || isFirst) return null;
  if (panel.kind === 'minor') return hasFirst ? 'minor' : null;
  return neighbour === null ? 'apart' : 'adjacent';
}

function timeOf(kind: Overlap['kind'], rules: RefinishRules): number {
  if (kind === 'minor') return rules.overlapMinorTenths;
  return kind === 'adjacent' ? rules.overlapAdjacentTenths : rules.overlapApartTenths;
}

/** The first of the panels before it that it touches. */
function neighbourOf({ panel }: Placed, { before }: Beside): string | null {
  let first: First | undefined;
  for (const place of placesBeside(panel.place)) {
    const there = before.get(place);
    if (there !== undefined && (first === undefined || there.at < first.at)) first = there;
  }
  return first?.id ?? null;
}
