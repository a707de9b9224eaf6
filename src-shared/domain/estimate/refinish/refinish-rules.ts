// The percentages, hours and caps by which automatic refinish rows are computed.

import { z } from 'zod';
import { maxTenths } from '../../../base/hours.ts';

const percent = (usual: number) => z.int().min(0).max(10_000_000).default(usual);
const hours = (usual: number) => z.int().min(0).max(maxTenths).default(usual);
const cap = (usual: number | null) => z.int().min(0).max(maxTenths).nullable().default(usual);

/**
 * The refinish rules of a profile, percentages in 1/10000 of a percent and hours in tenths.
 * Clear coat 40 % of the first major panel and 20 % of each other, at most 2.5 h, after overlap (MOTOR refinish
 * procedures; CCC profile "Maximum Clear Coat Hours"). Three-stage 70/40 and two-tone 50/30 (Mitchell profile MA3S and
 * MA2T, tiers 1 and 2). Blend 50 % of the panel's full time, 70 % in three-stage (Mitchell's estimating guide).
 * Overlap 0.4 h for an adjacent major panel, 0.2 h for one apart and for a minor panel (MOTOR).
 */
export const refinishGroup = z.object({
  clearFirst: percent(400_000),
  clearOther: percent(200_000),
  clearCapTenths: cap(25),
  threeStageFirst: percent(700_000),
  threeStageOther: percent(400_000),
  threeStageCapTenths: cap(null),
  twoToneFirst: percent(500_000),
  twoToneOther: percent(300_000),
  twoToneCapTenths: cap(null),
  blend: percent(500_000),
  blendThreeStage: percent(700_000),
  overlapAdjacentTenths: hours(4),
  overlapApartTenths: hours(2),
  overlapMinorTenths: hours(2),
});

export type RefinishRules = Readonly<z.output<typeof refinishGroup>>;

/** The rules of the trade's guides, for profiles that change nothing. */
export const guideRules: RefinishRules = refinishGroup.parse({});
