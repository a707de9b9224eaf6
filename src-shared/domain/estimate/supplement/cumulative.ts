// The cumulative effects of supplements: what each version came to, who wrote it, and what it all comes to now.

import { type Cents, cents } from '../../../base/money.ts';
import { totalsOfVersion, type Version } from './version.ts';

export type VersionAmount = { readonly label: string; readonly estimator: string; readonly amount: Cents };

export type Cumulative = {
  /** The estimate at its total, then each supplement at its difference. */
  readonly versions: readonly VersionAmount[];
  readonly workfileTotal: Cents;
  readonly adjustments: Cents;
  readonly net: Cents;
};

/** The CUMULATIVE EFFECTS block of a CCC supplement for the newest of the versions, which are given from the first on. */
export function cumulative(versions: readonly Version[]): Cumulative {
  const totals = versions.map(totalsOfVersion);
  const newest = totals.at(-1);
  const workfileTotal = newest?.grandTotal ?? cents(0);
  const net = newest?.net ?? cents(0);
  return {
    versions: versions.map(({ label, estimator }, i) => ({
      label,
      estimator,
      amount: cents((totals[i]?.grandTotal ?? 0) - (totals[i - 1]?.grandTotal ?? 0)),
    })),
    workfileTotal,
    adjustments: cents(workfileTotal - net),
    net,
  };
}
