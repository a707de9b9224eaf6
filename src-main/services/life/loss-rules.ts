// What a total loss must say before it is written: why, when, and who decided it.

import { invalid } from '../../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { type TotalLoss, whyNotTotal } from '../../../src-shared/domain/workfile/total-loss.ts';
import type { Change } from '../changes.ts';

/** Whether a change of a workfile may be written as far as a total loss goes. */
export function checkLoss({ group, value }: Change): Result<null> {
  const loss = value as TotalLoss;
  if (group !== 'totalLoss' || !loss.total) return ok(null);
  const missing = whyNotTotal(loss);
  return missing === null ? ok(null) : failed(invalid(`workfile.totalLoss.${missing}`, 'required'));
}
