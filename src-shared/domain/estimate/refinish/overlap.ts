// Overlap: what a panel saves because another is refinished with it (MOTOR: major adjacent 0.4, others 0.2).

import type { Automatic, Panel } from './panel.ts';
import { areAdjacent } from './panel-place.ts';
import type { RefinishRules } from './refinish-rules.ts';

/** A panel refinished in full, in the order of the estimate. */
export type Placed = {
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

/**
 * The overlap of a panel: none for the first major panel and for what is refinished off the car. Only panels that come
 * before it count, and blended ones never do (a panel beside a blend takes no overlap for it).
 */
export function overlapOf(placed: Placed, all: readonly Placed[], rules: RefinishRules): Overlap | null {
  const { panel } = placed;
  if (panel.overlap === 'none') return null;
  const neighbour = neighbourOf(placed, all);
  const kind = panel.overlap === 'auto' ? foundKind(placed, all, neighbour) : panel.overlap;
  if (kind === null) return null;
  const times = {
    adjacent: rules.overlapAdjacentTenths,
    apart: rules.overlapApartTenths,
    minor: rules.overlapMinorTenths,
  };
  return { kind, tenths: times[kind], neighbour: kind === 'adjacent' ? neighbour : null };
}

function foundKind(placed: Placed, all: readonly Placed[], neighbour: string | null): Overlap['kind'] | null {
  const { panel, isFirst } = placed;
  if (panel.offCar || isFirst) return null;
  if (panel.kind === 'minor') return all.some((other) => other.isFirst) ? 'minor' : null;
  return neighbour === null ? 'apart' : 'adjacent';
}

function neighbourOf(placed: Placed, all: readonly Placed[]): string | null {
  const before = all.slice(0, all.indexOf(placed));
  const touching = before.find(
    ({ panel }) => panel.kind === 'major' && !panel.offCar && areAdjacent(panel.place, placed.panel.place),
  );
  return touching?.id ?? null;
}
