// Invented estimate lines: areas of a vehicle with the work that shops write for them.

import type { LaborType } from '../domain/estimate/labor-type.ts';
import type { Line, Operation, PartType } from '../domain/estimate/line.ts';
import type { Chance } from './chance.ts';

/** A line before it is placed in an estimate. */
export type DemoLine = Omit<Line, 'id' | 'deleted' | 'parent' | 'place'>;

type Work = {
  readonly operation: Operation;
  readonly text: string;
  /** From and to, in cents. */
  readonly price?: readonly [number, number];
  /** From and to, in tenths; `included` bills nothing. */
  readonly labor?: readonly [number, number] | 'included';
  readonly type?: LaborType;
  readonly paint?: readonly [number, number];
  readonly misc?: readonly [number, number];
  readonly note?: string;
};
type Area = { readonly heading: string; readonly works: readonly Work[] };

const areas: readonly [Area, ...Area[]] = [
  {
    heading: 'FRONT BUMPER & GRILLE',
    works: [
      { operation: 'overhaul', text: 'bumper assy', labor: [22, 58] },
      { operation: 'replace', text: 'Bumper cover', price: [31_500, 89_900], labor: 'included', paint: [24, 32] },
      { operation: 'clear-coat', text: 'Add for Clear Coat', paint: [10, 13] },
      { operation: 'replace', text: 'Energy absorber', price: [6_400, 16_300], labor: [2, 4] },
      { operation: 'remove-install', text: 'Upper grille', labor: 'included' },
      { operation: 'none', text: 'Flex additive', misc: [800, 1_200] },
    ],
  },
  {
    heading: 'FRONT LAMPS',
    works: [
      { operation: 'replace', text: 'RT Headlamp assy', price: [28_900, 121_500], labor: [4, 6] },
      { operation: 'remove-install', text: 'LT Headlamp assy', labor: [4, 4] },
      { operation: 'replace', text: 'Aim headlamps', labor: [5, 5] },
    ],
  },
  {
    heading: 'HOOD',
    works: [
      {
        operation: 'repair',
        text: 'Hood',
        labor: [20, 45],
        paint: [26, 30],
        note: 'Access is limited by the inner frame',
      },
      { operation: 'clear-coat', text: 'Add for Clear Coat', paint: [10, 12] },
      { operation: 'remove-install', text: 'R&I hood assy', labor: [7, 12] },
      { operation: 'none', text: 'Test fit-Hood', labor: [10, 10] },
    ],
  },
  {
    heading: 'FENDER',
    works: [
      { operation: 'replace', text: 'LT Fender', price: [18_900, 52_400], labor: [18, 26], paint: [18, 22] },
      { operation: 'overlap', text: 'Overlap Major Adj. Panel', paint: [-4, -4] },
      { operation: 'clear-coat', text: 'Add for Clear Coat', paint: [3, 4] },
      { operation: 'remove-install', text: 'LT Fender liner', labor: [3, 5] },
    ],
  },
  {
    heading: 'FRONT DOOR',
    works: [
      { operation: 'repair', text: 'RT Door shell', labor: [10, 60], paint: [20, 26] },
      { operation: 'overlap', text: 'Overlap Major Non-Adj. Panel', paint: [-2, -2] },
      { operation: 'clear-coat', text: 'Add for Clear Coat', paint: [4, 5] },
      { operation: 'remove-install', text: 'RT Belt molding', labor: [3, 3] },
      { operation: 'remove-install', text: 'RT R&I mirror', labor: [4, 5] },
      { operation: 'remove-install', text: 'RT Handle, outside', labor: [3, 5] },
      { operation: 'remove-install', text: 'RT R&I trim panel', labor: [5, 6] },
    ],
  },
  {
    heading: 'QUARTER PANEL',
    works: [
      { operation: 'repair', text: 'LT Quarter panel', labor: [15, 80], type: 'structural', paint: [24, 31] },
      { operation: 'clear-coat', text: 'Add for Clear Coat', paint: [5, 8] },
      { operation: 'sublet', text: 'LT Quarter glass', misc: [8_700, 28_000] },
      { operation: 'none', text: 'Mask for primer', misc: [500, 500], labor: [3, 3] },
    ],
  },
  {
    heading: 'REAR BUMPER',
    works: [
      { operation: 'overhaul', text: 'rear bumper assy', labor: [18, 29] },
      { operation: 'replace', text: 'Bumper cover', price: [27_900, 74_300], labor: 'included', paint: [26, 30] },
      { operation: 'clear-coat', text: 'Add for Clear Coat', paint: [10, 12] },
      { operation: 'replace', text: 'Reverse sensor', price: [5_900, 18_700], labor: [3, 3] },
    ],
  },
  {
    heading: 'WHEELS',
    works: [
      { operation: 'replace', text: 'LT/Front Wheel', price: [21_400, 68_800], labor: [2, 3], type: 'mechanical' },
      { operation: 'sublet', text: 'Four wheel alignment', misc: [8_900, 14_900] },
      { operation: 'none', text: 'Lift & support vehicle', labor: [5, 5] },
    ],
  },
  {
    heading: 'WINDSHIELD',
    works: [
      { operation: 'replace', text: 'Windshield', price: [38_900, 141_000], labor: [26, 36], type: 'glass' },
      { operation: 'none', text: 'Urethane kit', misc: [2_400, 3_900] },
      { operation: 'remove-install', text: 'Camera', labor: [2, 4], type: 'mechanical' },
    ],
  },
  {
    heading: 'VEHICLE DIAGNOSTICS',
    works: [
      { operation: 'sublet', text: 'Pre-repair scan', misc: [5_900, 20_100] },
      { operation: 'none', text: 'Reset electronic components', labor: [3, 5], type: 'mechanical' },
      { operation: 'sublet', text: 'Post-repair scan', misc: [5_900, 29_400] },
      { operation: 'repair', text: 'Final road test', labor: [5, 5] },
    ],
  },
  {
    heading: 'MISCELLANEOUS OPERATIONS',
    works: [
      { operation: 'none', text: 'Cover car for overspray', misc: [500, 1_000], labor: [2, 3] },
      { operation: 'none', text: 'Tint color', labor: [5, 5] },
      { operation: 'none', text: 'Clean vehicle for delivery', misc: [500, 500], labor: [5, 5] },
      { operation: 'none', text: 'Hazardous waste removal', misc: [300, 500] },
    ],
  },
];

const sources: readonly [PartType, ...PartType[]] = [
  'oem',
  'oem',
  'oem',
  'aftermarket',
  'certified',
  'lkq',
  'reconditioned',
];

/** The lines of an invented estimate: whole areas with their headings, from about five lines up to count. */
export function demoLines(chance: Chance, count: number): readonly DemoLine[] {
  const lines: DemoLine[] = [];
  for (let area = chance.below(areas.length); lines.length < count; area += 1 + chance.below(2)) {
    const { heading, works } = areas[area % areas.length] ?? areas[0];
    lines.push(
      demoLine(chance, { operation: 'heading', text: heading }),
      ...works.map((work) => demoLine(chance, work)),
    );
  }
  return lines.slice(0, count);
}

function demoLine(chance: Chance, work: Work): DemoLine {
  const amount = (range: readonly [number, number] | undefined): number =>
    range === undefined ? 0 : range[0] + chance.below(range[1] - range[0] + 1);
  const included = work.labor === 'included';
  const hasPart = work.price !== undefined;
  const wording = work.operation === 'replace' || work.operation === 'remove-install' || work.operation === 'overhaul';
  return {
    work: { operation: work.operation },
    text: { description: work.text },
    note: { text: work.note ?? '' },
    part: {
      type: hasPart ? chance.pick(sources) : '',
      number: hasPart ? String(30_000_000 + chance.below(60_000_000)) : '',
      quantity: 1,
      priceCents: amount(work.price),
      included: false,
      taxed: true,
    },
    labor: { type: work.type ?? 'body', tenths: work.labor === 'included' ? 0 : amount(work.labor), included },
    refinish: { tenths: amount(work.paint), included: false },
    misc: { amountCents: amount(work.misc), taxed: true },
    marks: { manual: !wording, changed: wording && chance.percent(15) },
  };
}
