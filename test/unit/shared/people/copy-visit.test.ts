/** What a new workfile takes over from the last one of its owner. */
import { expect, test } from 'vitest';
import type { CivilDate } from '../../../../src-shared/base/dates.ts';
import { type Insurance, insuranceSpec } from '../../../../src-shared/domain/insurance/insurance.ts';
import { emptyGroup } from '../../../../src-shared/domain/record.ts';
import { type Vehicle, vehicleSpec } from '../../../../src-shared/domain/vehicle/vehicle.ts';
import { copiedInsurance, copiedVehicle } from '../../../../src-shared/domain/workfile/copy-visit.ts';

const civil = (text: string) => text as CivilDate;
const emptyOf = (spec: { readonly groups: object; readonly seldom: readonly string[] }) =>
  Object.fromEntries(
    Object.keys(spec.groups)
      .filter((group) => !spec.seldom.includes(group))
      .map((group) => [group, emptyGroup(spec as never, group as never)]),
  );
const vehicle = (groups: Partial<Vehicle>): Vehicle => ({ ...emptyOf(vehicleSpec), ...groups }) as Vehicle;
const insurance = (groups: Partial<Insurance>): Insurance => ({ ...emptyOf(insuranceSpec), ...groups }) as Insurance;

test('a vehicle is taken over with plate, paint and options, and without what belongs to the visit', () => {
  const plate = { number: 'HLC 482', state: 'OR' };
  const options = { list: ['Fog lamps'] };
  const from = vehicle({ plate, options, mileageIn: { miles: 48_112 }, damage: { text: 'Hail' } });
  expect(copiedVehicle(from, vehicle({}))).toEqual({ plate, options });
});

test('what the last workfile did not say leaves what stands, and what is the same is no edit', () => {
  const plate = { number: 'HLC 482', state: 'OR' };
  expect(copiedVehicle(vehicle({}), vehicle({ plate }))).toEqual({});
  expect(copiedVehicle(vehicle({ plate }), vehicle({ plate }))).toEqual({});
});

test('an insurance is taken over with its policy, and the new claim stays', () => {
  const from = insurance({
    payer: { payer: 'Insurance Company' },
    company: { name: 'Lakeshore Mutual', claimOffice: '' },
    claim: { number: 'Q-1', policy: 'P-77', lossDate: civil('2025-04-01') },
    deductible: { amountCents: 50_000 },
  });
  const to = insurance({ claim: { number: 'Q-2', policy: '', lossDate: civil('2026-11-20') } });
  expect(copiedInsurance(from, to)).toEqual({
    payer: from.payer,
    company: from.company,
    deductible: from.deductible,
    claim: { number: 'Q-2', policy: 'P-77', lossDate: '2026-11-20' },
  });
});
