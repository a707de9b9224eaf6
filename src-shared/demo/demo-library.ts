// What the demo shop itself has, all of it invented: profiles, canned operations, part codes, its people, insurers and
// customers.

import {
  type CannedId,
  type CustomerId,
  type EmployeeId,
  type InsurerId,
  type PartCodeId,
  type ProfileId,
  uuidV7,
} from '../base/ids.ts';
import type { LaborType } from '../domain/estimate/labor-type.ts';
import { lineSpec, type Operation, type PartType } from '../domain/estimate/line.ts';
import { rateRuleGroups } from '../domain/estimate/profile/rate-rules.ts';
import type { CannedKind, LineContent } from '../domain/library/canned.ts';
import { libraries } from '../domain/library/library.ts';
import { emptyGroup } from '../domain/record.ts';
import { type Chance, chanceOf } from './chance.ts';
import { demoCompanies, demoCustomer, demoEmployees } from './demo-directory.ts';
import { demoInsurers } from './demo-people.ts';
import type { NewRecord } from './demo-shop.ts';

/** The records of the demo shop's libraries. */
export function demoLibraries({ seed, from }: { readonly seed: number; readonly from: number }): readonly NewRecord[] {
  const chance = chanceOf(seed);
  const id = <Id extends string>(): Id => uuidV7(from, chance.bytes(16)) as Id;
  return [
    ...profiles.map((profile): NewRecord => ({ kind: 'profile', id: id<ProfileId>(), value: profile })),
    ...cannedOperations.map(
      ([name, keywords, kind, works]): NewRecord => ({
        kind: 'canned',
        id: id<CannedId>(),
        value: {
          parent: { workfileId: libraries.canned },
          about: { name, kind, keywords },
          content: { lines: works.map(lineOf) },
        },
      }),
    ),
    ...codes.map((row): NewRecord => ({ kind: 'part-code', id: id<PartCodeId>(), value: partCode(row, chance) })),
    ...demoEmployees.map((value): NewRecord => ({ kind: 'employee', id: id<EmployeeId>(), value })),
    ...demoCompanies.map((value): NewRecord => ({ kind: 'insurer', id: id<InsurerId>(), value })),
    ...Array.from(
      { length: 24 },
      (_, at): NewRecord => ({ kind: 'customer', id: id<CustomerId>(), value: demoCustomer(chance, at) }),
    ),
  ];
}

const hourly = (body: number, mechanical: number) => ({
  ...{ body, refinish: body, mechanical, structural: body + 1_500, frame: body + 2_000, glass: body },
  ...{ diagnostic: mechanical, electrical: mechanical, user1: body, user2: body, user3: body, user4: body },
});
const tax = { rate: 60_000, parts: true, labor: false, supplies: true, misc: true, charges: true };
const parent = { workfileId: libraries.profile };
const rules = {
  partMarkup: rateRuleGroups.partMarkup.parse({}),
  partDiscount: rateRuleGroups.partDiscount.parse({}),
  paint: rateRuleGroups.paint.parse({}),
};

const profiles = [
  {
    parent,
    about: { name: 'Harbor Lane', kind: 'facility', company: '', claimOffice: '' },
    usual: { isDefault: true },
    labor: hourly(7_200, 14_500),
    supplies: { paintPerHourCents: 4_600, paintCapCents: null, bodyPerHourCents: 0 },
    tax,
    discount: { rate: 0 },
    address: { street: '418 Harbor Lane', street2: '', city: 'Portside', state: 'OR', postalCode: '97103', name: '' },
    phones: {
      phone: '(503) 555-0140',
      fax: '(503) 555-0141',
      email: 'estimates@harborlane.example.com',
      website: 'harborlane.example.com',
    },
    registration: { license: 'BR-20417', taxId: '' },
  },
  {
    parent,
    about: { name: 'Lighthouse Mutual', kind: 'insurer', company: demoInsurers[1], claimOffice: '' },
    usual: { isDefault: true },
    labor: hourly(6_400, 12_000),
    supplies: { paintPerHourCents: 3_800, paintCapCents: 60_000, bodyPerHourCents: 0 },
    tax,
    discount: { rate: 0 },
    partDiscount: { ...rules.partDiscount, oem: 30_000 },
    partMarkup: { ...rules.partMarkup, lkq: 200_000 },
    paint: { ...rules.paint, capTwoCents: 50_000, capThreeCents: 75_000 },
  },
] as const;

type Work = {
  readonly operation: Operation;
  readonly text: string;
  readonly labor?: number;
  readonly type?: LaborType;
  readonly paint?: number;
  readonly misc?: number;
  readonly note?: string;
};

const lineOf = ({ operation, text, labor, type = 'body', paint, misc, note }: Work): LineContent => ({
  work: { operation },
  text: { description: text },
  ...(labor !== undefined && { labor: { type, tenths: labor, included: false } }),
  ...(paint !== undefined && { refinish: { tenths: paint, included: false } }),
  ...(misc !== undefined && { misc: { amountCents: misc, taxed: true } }),
  ...(note !== undefined && { note: { text: note } }),
});

const cannedOperations: readonly (readonly [string, string, CannedKind, readonly Work[]])[] = [
  [
    'Scans before and after',
    'diagnostic scan codes',
    'operation',
    [
      { operation: 'none', text: 'Scan before repairs', labor: 5, type: 'diagnostic' },
      {
        operation: 'none',
        text: 'Scan after repairs',
        labor: 5,
        type: 'diagnostic',
        note: 'Print of the codes is kept',
      },
    ],
  ],
  [
    'Four-wheel alignment',
    'align suspension',
    'operation',
    [{ operation: 'sublet', text: 'Four-wheel alignment', misc: 12_995 }],
  ],
  [
    'Battery off and on',
    'disconnect reset',
    'operation',
    [
      { operation: 'remove-install', text: 'Disconnect and reconnect battery', labor: 3, type: 'mechanical' },
      { operation: 'none', text: 'Reset electronic functions', labor: 3, type: 'mechanical' },
    ],
  ],
  [
    'Paint preparation',
    'mask bag tint wet sand',
    'operation',
    [
      { operation: 'none', text: 'Mask jambs', labor: 5 },
      { operation: 'none', text: 'Cover car for overspray', misc: 800 },
      { operation: 'none', text: 'Tint color', paint: 5 },
      { operation: 'none', text: 'Wet sand and polish', labor: 10 },
    ],
  ],
  [
    'Corrosion protection',
    'rust cavity wax',
    'operation',
    [{ operation: 'none', text: 'Corrosion protection', labor: 3, misc: 1_500 }],
  ],
  ['Hazardous waste', 'disposal fee', 'operation', [{ operation: 'none', text: 'Hazardous waste removal', misc: 500 }]],
  [
    'Set up and measure',
    'frame rack unibody',
    'operation',
    [{ operation: 'none', text: 'Set up and measure', labor: 20, type: 'frame' }],
  ],
  [
    'Headlamps aimed',
    'aim lights',
    'operation',
    [{ operation: 'none', text: 'Aim headlamps', labor: 5, type: 'mechanical' }],
  ],
  [
    'Restraints checked',
    'seat belt airbag safety',
    'operation',
    [{ operation: 'none', text: 'Inspect seat belts and restraints', labor: 5, type: 'mechanical' }],
  ],
  [
    'Front hit, light',
    'template bumper grille lamps',
    'template',
    [
      { operation: 'heading', text: 'FRONT BUMPER & GRILLE' },
      { operation: 'overhaul', text: 'bumper assy', labor: 26 },
      { operation: 'replace', text: 'Bumper cover', paint: 26 },
      { operation: 'remove-install', text: 'Upper grille', labor: 4 },
      { operation: 'heading', text: 'FRONT LAMPS' },
      { operation: 'remove-install', text: 'RT Headlamp assy', labor: 4 },
      { operation: 'remove-install', text: 'LT Headlamp assy', labor: 4 },
      { operation: 'heading', text: 'MISCELLANEOUS OPERATIONS' },
      { operation: 'none', text: 'Hazardous waste removal', misc: 500 },
    ],
  ],
];

/** Code, description, type, dollars, tenths of labour, tenths of paint. */
const codes: readonly (readonly [string, string, PartType, number, number, number])[] = [
  ['FB10', 'Bumper cover, front', 'oem', 420, 12, 26],
  ['FB12', 'Bumper absorber, front', 'oem', 98, 3, 0],
  ['FB14', 'Bumper reinforcement, front', 'oem', 265, 8, 0],
  ['RB10', 'Bumper cover, rear', 'oem', 398, 14, 26],
  ['RB12', 'Bumper absorber, rear', 'oem', 89, 3, 0],
  ['GR10', 'Grille', 'oem', 215, 5, 0],
  ['GR12', 'Emblem', 'oem', 48, 2, 0],
  ['HL20', 'Headlamp assy, right', 'oem', 655, 5, 0],
  ['HL21', 'Headlamp assy, left', 'oem', 655, 5, 0],
  ['HL30', 'Headlamp assy, right, recycled', 'lkq', 310, 5, 0],
  ['FL10', 'Fog lamp', 'aftermarket', 72, 4, 0],
  ['TL20', 'Tail lamp assy, right', 'oem', 284, 4, 0],
  ['TL21', 'Tail lamp assy, left', 'oem', 284, 4, 0],
  ['HD10', 'Hood panel', 'oem', 640, 12, 30],
  ['HD12', 'Hood insulator', 'oem', 64, 2, 0],
  ['FE20', 'Fender, right', 'certified', 218, 24, 20],
  ['FE21', 'Fender, left', 'certified', 218, 24, 20],
  ['FE24', 'Fender liner', 'aftermarket', 54, 4, 0],
  ['DR20', 'Door shell, right front', 'lkq', 450, 52, 24],
  ['DR21', 'Door shell, left front', 'lkq', 450, 52, 24],
  ['DR30', 'Door handle', 'oem', 76, 4, 4],
  ['MR20', 'Mirror assy, right', 'aftermarket', 132, 4, 5],
  ['MR21', 'Mirror assy, left', 'aftermarket', 132, 4, 5],
  ['WS10', 'Windshield', 'glass', 385, 30, 0],
  ['WS12', 'Windshield molding', 'glass', 42, 0, 0],
  ['RD10', 'Radiator', 'recored', 240, 14, 0],
  ['CN10', 'Condenser', 'aftermarket', 188, 16, 0],
  ['WH10', 'Wheel, alloy', 'reconditioned', 175, 3, 0],
  ['CL10', 'Clip kit', 'other', 18, 0, 0],
  ['SC10', 'Seam sealer', 'other', 22, 2, 0],
];

function partCode([code, description, type, dollars, tenths, refinishTenths]: (typeof codes)[number], chance: Chance) {
  const mechanical = type === 'recored' || code.startsWith('CN');
  return {
    parent: { workfileId: libraries['part-code'] },
    code: { code },
    text: { description },
    part: {
      type,
      number: type === 'other' ? '' : `${code.slice(0, 2)}-${10_000 + chance.below(90_000)}`,
      priceCents: dollars * 100,
      taxed: emptyGroup(lineSpec, 'part').taxed,
    },
    labor: { operation: 'replace', type: mechanical ? 'mechanical' : 'body', tenths, refinishTenths } as const,
  };
}
