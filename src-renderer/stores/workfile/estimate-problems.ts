// What is missing, contradictory or unusual in the estimate of an open workfile, and where to go to mend it.

import type { PricedEstimate } from '../../../src-shared/domain/estimate/price-estimate.ts';
import { estimateProblems } from '../../../src-shared/domain/estimate/problems/estimate-problems.ts';
import type { EstimateProblem } from '../../../src-shared/domain/estimate/problems/problem.ts';
import { overridesOf } from '../../../src-shared/domain/estimate/profile/override.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { rateGroupsOf } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { librarySheet } from '../library/library.ts';
import { placeOfPath } from './places.ts';
import { pricedSheet } from './priced-sheet.ts';

type Known = { readonly source: Profile | undefined; readonly problems: readonly EstimateProblem[] };
const known = new WeakMap<PricedEstimate, Known>();

/** The problems of a sheet's estimate; the same list while nothing in it and in its profile changed. */
export function sheetProblems(sheet: WorkfileSheet): readonly EstimateProblem[] {
  const priced = pricedSheet(sheet);
  const { estimate, rates, insurance } = sheet;
  const source = librarySheet()?.profiles.find(({ id }) => id === rates.source?.profileId);
  const before = known.get(priced);
  if (before !== undefined && before.source === source) return before.problems;
  const problems = estimateProblems({
    sheet: priced.sheet,
    ids: { estimate: estimate.id, rates: rates.id, insurance: insurance.id },
    pricing: priced.pricing,
    claim: insurance,
    overrides: source === undefined || estimate.lock.at > 0 ? [] : overridesOf(rates, rateGroupsOf(source)),
  });
  known.set(priced, { source, problems });
  return problems;
}

/** Where a problem is. */
export const placeOfEstimateProblem = ({ record, field }: EstimateProblem): string => {
  const path = noFields[field] ?? field;
  return placeOfPath(record, path);
};

/** Problems of a whole group or figure stand at its first field. */
const noFields: Readonly<Record<string, string>> = {
  'estimate.adjustments': 'estimate.adjustments.appearanceAllowanceCents',
  'estimate.lines': 'estimate.charges.towingCents',
  'estimate.total': 'estimate.charges.towingCents',
  'rates.taxes.types': 'rates.tax.rate',
  'line.automatic': 'line.refinish.tenths',
};
