// What a line says about the panel it refinishes, and what an estimator set by hand of its automatic rows.

import { z } from 'zod';
import { maxTenths } from '../../../base/hours.ts';
import { panelPlaces } from './panel-place.ts';

const hours = z.int().min(0).max(maxTenths).default(0);
const byHand = z.int().min(-maxTenths).max(maxTenths).nullable().default(null);

/** How a panel's overlap is found: by its neighbours, or as somebody says. */
export const overlapChoices = ['auto', 'none', 'adjacent', 'apart', 'minor'] as const;

/** The panel of a line; a line without a kind of panel has no automatic rows. */
export const panelGroup = z.object({
  kind: z.enum(['', 'major', 'minor']).default(''),
  place: z.enum(panelPlaces).default(''),
  /** Refinished off the car: no overlap, and clear coat at the first panel's percentage. */
  offCar: z.boolean().default(false),
  overlap: z.enum(overlapChoices).default('auto'),
  /** The full time of a blended panel, from which its blend is taken. */
  fullTenths: hours,
  edgingTenths: hours,
  undersideTenths: hours,
  twoTone: z.boolean().default(false),
});

/** Automatic times set by hand; null while they are computed, zero where the row is not wanted. */
export const automaticGroup = z.object({
  overlap: byHand,
  blend: byHand,
  /** Clear coat or three-stage time of the panel, its edges and its underside. */
  finish: byHand,
  finishEdging: byHand,
  finishUnderside: byHand,
  twoTone: byHand,
});

export type Panel = Readonly<z.output<typeof panelGroup>>;
export type Automatic = Readonly<z.output<typeof automaticGroup>>;
