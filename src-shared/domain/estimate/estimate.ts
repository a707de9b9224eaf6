// An estimate of a workfile: the version being written, its lock, and the charges that are not lines.

import { z } from 'zod';
import type { EstimateId } from '../../base/ids.ts';
import { maxCents } from '../../base/money.ts';
import { importedGroup } from '../exchange/vendor.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';
import { estimatePricingGroups } from './adjustment-groups.ts';

const money = z.int().min(0).max(maxCents).default(0);

const usual = {
  parent: z.object({ workfileId: parentId }),
  /** `E01`, then `S01`, `S02` … (EMS SUPP_NO). */
  version: z.object({ label: lineText(3).default('E01') }),
  lock: z.object({ at: z.int().min(0).default(0), by: lineText(120).default('') }),
  charges: z.object({ towingCents: money, storageCents: money, otherCents: money }),
};

/** The groups of an estimate. */
export const estimateSpec = recordSpec('estimate', usual, { ...estimatePricingGroups, imported: importedGroup });

export type Estimate = RecordOf<typeof estimateSpec, EstimateId>;

/** Whether the estimate is an estimate of record, closed to edits. */
export const isLocked = (estimate: Pick<Estimate, 'lock'>): boolean => estimate.lock.at > 0;
