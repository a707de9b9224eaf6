// A workfile: everything of one vehicle's one visit, from the opportunity to the closed repair order.

import { z } from 'zod';
import type { WorkfileId } from '../../base/ids.ts';
import { dmsIdGroups } from '../dms/dms-id.ts';
import { planGroups } from '../plan/milestone.ts';
import { type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';
import { totalLossGroup } from './total-loss.ts';

/** The life of a workfile, in order. */
export const stages = ['opportunity', 'repair-order', 'closed', 'cancelled'] as const;
export type Stage = (typeof stages)[number];

/** Ways by which customers come that are offered; any other words are taken, too. */
export const referralSources = [
  'Repeat customer',
  'Friend or family',
  'Insurance company',
  'Insurance agent',
  'Dealer',
  'Fleet account',
  'Towing company',
  'Web search',
  'Drove by',
  'Advertising',
] as const;

const instant = z.int().min(0);

const usual = {
  opened: z.object({ at: instant.default(0), by: lineText(120).default('') }),
  stage: z.object({ stage: z.enum(stages).default('opportunity') }),
  number: z.object({ ro: lineText(20).default('') }),
  tracking: z.object({ estimator: lineText(120).default('') }),
  /** The last revision somebody named by saving. */
  saved: z.object({ revision: z.int().min(0).default(0), at: instant.default(0), by: lineText(120).default('') }),
};

const seldom = {
  /** How the customer came to the shop. */
  referral: z.object({ source: lineText(60).default('') }),
  /** When it was last closed, cancelled or reopened, by whom, and why; written with the stage. */
  moved: z.object({ at: instant.default(0), by: lineText(120).default(''), reason: lineText(200).default('') }),
  /** When it was put into the bin, and by whom; 0 while it is not there. */
  bin: z.object({ at: instant.default(0), by: lineText(120).default('') }),
  /** The vehicle is not worth its repair, who decided that, when and why. */
  totalLoss: totalLossGroup,
};

/** The groups of a workfile. */
export const workfileSpec = recordSpec('workfile', usual, { ...seldom, ...planGroups, ...dmsIdGroups });

export type Workfile = RecordOf<typeof workfileSpec, WorkfileId>;

/** What people call a workfile: its RO number, or a provisional label made of its id until it has one. */
export const workfileLabel = (id: WorkfileId, ro: string): string =>
  ro === '' ? `P-${id.slice(-4).toUpperCase()}` : ro;

/** Whether a workfile is an estimate still, also where it was given up as one. */
export const isEstimateStage = (stage: Stage): boolean => stage === 'opportunity' || stage === 'cancelled';

/** Why a workfile cannot become a repair order, or null. */
export function whyNotConvert({ deleted, stage }: Pick<Workfile, 'deleted' | 'stage'>) {
  if (deleted) return 'deleted';
  return stage.stage === 'opportunity' ? null : 'converted';
}
