import { expect, test } from 'vitest';
import type { RatesId } from '../../../../src-shared/base/ids.ts';
import { overridesOf, withReason } from '../../../../src-shared/domain/estimate/profile/override.ts';
import { rateGroupsOf } from '../../../../src-shared/domain/estimate/profile/profile-rates.ts';
import type { Rates } from '../../../../src-shared/domain/estimate/rates.ts';
import { emptyRates } from '../../../support/golden/printed-totals.ts';

const profile = rateGroupsOf({ ...emptyRates, labor: { ...emptyRates.labor, body: 72_00, glass: 60_00 } });
const rates = (reasons?: Rates['reasons']): Rates => ({
  id: 'rates' as RatesId,
  deleted: false,
  parent: { workfileId: '' },
  ...emptyRates,
  labor: { ...emptyRates.labor, body: 65_00 },
  ...(reasons && { reasons }),
});
const body = { group: 'labor', field: 'body' } as const;
const said = { reason: ' Agreed with the adjuster ', by: 'Robin Ellery' };

test('each value that is not the profile’s is an override, with its own reason', () => {
  const explained = rates(withReason(rates(), body, said));
  expect(overridesOf(explained, profile)).toEqual([
    { ...body, from: 65_00, to: 72_00, reason: 'Agreed with the adjuster', by: 'Robin Ellery' },
    { group: 'labor', field: 'glass', from: 0, to: 60_00, reason: '', by: '' },
  ]);
});

test('a reason takes the place of the one before, and an empty one takes it away', () => {
  const once = withReason(rates(), body, said);
  const twice = withReason(rates(once), body, { reason: 'Fleet price', by: 'Dana Whitlock' });
  expect(twice.list).toEqual([{ ...body, reason: 'Fleet price', by: 'Dana Whitlock' }]);
  expect(withReason(rates(twice), body, { reason: '  ', by: 'Dana Whitlock' }).list).toEqual([]);
});
