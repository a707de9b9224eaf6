// The demo shop's workfiles, invented from a seed: two hundred to try the program with, a hundred thousand to measure it.

import type { CivilDate } from '../base/dates.ts';
import {
  type ContactId,
  type EstimateId,
  type InsuranceId,
  type LineId,
  type RatesId,
  uuidV7,
  type VehicleId,
  type WorkfileId,
} from '../base/ids.ts';
import { positionsBetween } from '../domain/estimate/place.ts';
import type { Rates } from '../domain/estimate/rates.ts';
import type { Insurance, Payer } from '../domain/insurance/insurance.ts';
import type { Stage } from '../domain/workfile/workfile.ts';
import type { IdOf, RecordKind, RecordOfKind } from '../sync/records.ts';
import { type Chance, chanceOf } from './chance.ts';
import { demoLines } from './demo-lines.ts';
import { demoContact, demoEstimators, demoInsurers } from './demo-people.ts';
import { demoVehicle } from './demo-vehicles.ts';

/** A record as people create it: its kind, its id and the value of every group that says something. */
export type NewRecord = {
  readonly [K in Exclude<RecordKind, 'version'>]: {
    readonly kind: K;
    readonly id: IdOf<K>;
    readonly value: Omit<RecordOfKind<K>, 'id' | 'deleted'>;
  };
}[Exclude<RecordKind, 'version'>];

export type DemoOptions = {
  readonly seed: number;
  readonly count: number;
  /** When the newest workfile was saved; everything else happened before. */
  readonly from: number;
  /** The most lines of an estimate; 60 unless said otherwise. */
  readonly maxLines?: number;
};

const hour = 3_600_000;
const longestSpan = 10 * 365 * 24 * hour;
const firstRepairOrder = 20_000;

/** Makes workfiles one by one, oldest first; each is the list of its new records, the workfile itself first. */
export function* demoWorkfiles({
  seed,
  count,
  from,
  maxLines = 60,
}: DemoOptions): Generator<readonly NewRecord[], void, undefined> {
  const chance = chanceOf(seed);
  const step = Math.min(6 * hour, longestSpan / Math.max(count, 1));
  for (let i = 0; i < count; i += 1) {
    const openedAt = Math.floor(from - hour - (count - 1 - i) * step);
    yield demoWorkfile({ chance, openedAt, ro: String(firstRepairOrder + i), age: count - i, maxLines });
  }
}

type Making = {
  readonly chance: Chance;
  readonly openedAt: number;
  readonly ro: string;
  /** 1 for the newest workfile of the shop. */
  readonly age: number;
  readonly maxLines: number;
};

function demoWorkfile({ chance, openedAt, ro, age, maxLines }: Making): readonly NewRecord[] {
  const id = <Id extends string>(): Id => uuidV7(openedAt, chance.bytes(16)) as Id;
  const workfileId = id<WorkfileId>();
  const estimateId = id<EstimateId>();
  const estimator = chance.pick(demoEstimators);
  const stage = stageOf(chance, age);
  const payer = chance.pick(payers);
  const parent = { workfileId };
  const number = { ro: stage === 'repair-order' || stage === 'closed' ? ro : '' };
  const saved = { revision: 1, at: openedAt + hour, by: estimator };
  const roles = chance.percent(15) ? (['owner', 'insured'] as const) : (['owner'] as const);
  return [
    {
      kind: 'workfile',
      id: workfileId,
      value: { opened: { at: openedAt, by: estimator }, stage: { stage }, number, tracking: { estimator }, saved },
    },
    ...roles.map(
      (role): NewRecord => ({
        kind: 'contact',
        id: id<ContactId>(),
        value: { parent: { workfileId, role }, ...demoContact(chance, role, payer === 'Fleet') },
      }),
    ),
    { kind: 'vehicle', id: id<VehicleId>(), value: { parent, ...demoVehicle(chance) } },
    { kind: 'insurance', id: id<InsuranceId>(), value: { parent, ...demoInsurance(chance, payer, openedAt) } },
    { kind: 'rates', id: id<RatesId>(), value: { parent, ...demoRates(chance) } },
    {
      kind: 'estimate',
      id: estimateId,
      value: { parent, version: { label: 'E01' }, lock: { at: 0, by: '' }, charges: demoCharges(chance) },
    },
    ...lineRecords(chance, { workfileId, estimateId }, maxLines, id),
  ];
}

function lineRecords(
  chance: Chance,
  parent: { readonly workfileId: WorkfileId; readonly estimateId: EstimateId },
  maxLines: number,
  id: <Id extends string>() => Id,
): readonly NewRecord[] {
  const count = Math.min(maxLines, 5 + chance.below(56));
  const positions = positionsBetween(null, null, count);
  return demoLines(chance, count).map((line, i) => ({
    kind: 'line',
    id: id<LineId>(),
    value: { parent, place: { position: positions[i] ?? '' }, ...line },
  }));
}

/** The newest forty are being worked on; of the others nine in ten were finished. */
function stageOf(chance: Chance, age: number): Stage {
  if (age <= 40) return chance.pick(['opportunity', 'opportunity', 'repair-order', 'repair-order', 'repair-order']);
  return chance.percent(90) ? 'closed' : 'cancelled';
}

const payers: readonly [Payer, ...Payer[]] = [
  'Insurance Company',
  'Insurance Company',
  'Insurance Company',
  'Insurance Company',
  'Insurance Company',
  'Self Pay',
  'Self Pay',
  'Fleet',
  'Warranty',
  'Not Specified',
];

function demoInsurance(chance: Chance, payer: Payer, openedAt: number): Omit<Insurance, 'id' | 'deleted' | 'parent'> {
  if (payer !== 'Insurance Company') {
    return {
      payer: { payer },
      company: { name: '', claimOffice: '' },
      claim: { number: '', policy: '', lossDate: '' },
      deductible: { amountCents: 0 },
    };
  }
  return {
    payer: { payer },
    company: { name: chance.pick(demoInsurers), claimOffice: chance.percent(40) ? 'Great Lakes Claims' : '' },
    claim: {
      number: `${10 + chance.below(90)}-${100_000 + chance.below(900_000)}-${chance.pick(['A', 'B', 'C'])}`,
      policy: `PA ${1_000_000 + chance.below(9_000_000)}`,
      lossDate: new Date(openedAt - (1 + chance.below(20)) * 24 * hour).toISOString().slice(0, 10) as CivilDate,
    },
    deductible: { amountCents: chance.pick([0, 25_000, 50_000, 50_000, 100_000]) },
  };
}

function demoRates(chance: Chance): Omit<Rates, 'id' | 'deleted' | 'parent'> {
  const body = chance.pick([6_200, 6_800, 7_500, 9_000]);
  const mechanical = chance.pick([12_000, 14_500, 17_500]);
  return {
    labor: {
      body,
      refinish: body,
      mechanical,
      structural: body + 1_500,
      frame: body + 2_000,
      glass: body,
      diagnostic: mechanical,
      electrical: mechanical,
      user1: body,
      user2: body,
      user3: body,
      user4: body,
    },
    supplies: {
      paintPerHourCents: chance.pick([3_800, 4_300, 6_000]),
      paintCapCents: chance.percent(20) ? 75_000 : null,
      bodyPerHourCents: chance.percent(30) ? 300 : 0,
    },
    tax: { rate: 60_000, parts: true, labor: chance.percent(40), supplies: true, misc: true, charges: true },
    discount: { rate: chance.percent(10) ? 20_000 : 0 },
  };
}

const demoCharges = (chance: Chance) => ({
  towingCents: chance.percent(20) ? 12_500 + chance.below(20_000) : 0,
  storageCents: chance.percent(5) ? 3_500 * (1 + chance.below(10)) : 0,
  otherCents: chance.percent(30) ? 350 : 0,
});
