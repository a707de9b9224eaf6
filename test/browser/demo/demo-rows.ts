// Invented rows for the component page: a long list and a sheet.
import type { Choice } from '../../../src-ui/choice/choice.ts';

export type Job = {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly owner: string;
  readonly vehicle: string;
  readonly claim: string;
  readonly due: string;
  readonly total: string;
};

const owners = [
  'Turpin, Sharon',
  'Ortiz, Luis',
  'Chen, Wei',
  'Abernathy, Margaret-Rose',
  'Park, Joon',
  'Nwosu, Ada',
  'Lindqvist, Per',
];
const vehicles = [
  '2012 SE 4WD',
  '2019 F-150 XLT',
  '2021 Model 3',
  '2016 Outback 2.5i',
  '2023 RAV4 Hybrid',
  '2009 Civic LX',
];
const statuses = ['RO', 'Estimate', 'Closed', 'RO', 'RO'];

export function jobAt(index: number): Job {
  const pick = (from: readonly string[]): string => from[(index * 7 + 3) % from.length] ?? '';
  return {
    id: `job-${index}`,
    number: String(48213 - index),
    status: statuses[index % statuses.length] ?? '',
    owner: pick(owners),
    vehicle: pick(vehicles),
    claim: index % 4 === 0 ? '' : `Q-${99812 - index * 3}`,
    due: `${(index % 12) + 1}/${(index % 28) + 1}`,
    total: (((index * 7919) % 900000) / 100 + 180).toLocaleString('en-US', {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    }),
  };
}

export type SheetLine = {
  readonly id: string;
  readonly oper: string;
  readonly description: string;
  readonly part: string;
  readonly quantity: string;
  readonly price: string;
  readonly labor: string;
  readonly paint: string;
};

export const opers: readonly Choice[] = [
  { value: 'Repl', label: 'Repl', hint: 'Replace' },
  { value: 'Rpr', label: 'Rpr', hint: 'Repair' },
  { value: 'R&I', label: 'R&I', hint: 'Remove / install' },
  { value: 'Refn', label: 'Refn', hint: 'Refinish' },
  { value: 'Blnd', label: 'Blnd', hint: 'Blend' },
  { value: 'Subl', label: 'Subl', hint: 'Sublet' },
  { value: 'Algn', label: 'Algn', hint: 'Align' },
];

export const sections: readonly (readonly [string, readonly SheetLine[]])[] = [
  [
    'FRONT BUMPER',
    [
      sheetLine('1', 'R&I', 'R&I bumper cover', '', '', '', '1.5', ''),
      sheetLine('2', 'Repl', 'Bumper cover', 'TO1000377', '1', '212.40', '2.1', '2.6'),
      sheetLine('3', 'Repl', 'Lower grille', '53112-0R040', '1', '48.17', '0.3', ''),
    ],
  ],
  [
    'FENDER',
    [
      sheetLine('4', 'Rpr', 'LT fender', '', '', '', '1.5', '1.8'),
      sheetLine('5', 'Blnd', 'RT fender', '', '', '', '', '0.9'),
    ],
  ],
  [
    'FRONT LAMPS',
    [
      sheetLine(
        '6',
        'Repl',
        'LT headlamp assembly, halogen, with bracket and adjuster screws',
        '81150-0R031',
        '1',
        '318.92',
        '0.4',
        '',
      ),
      sheetLine('7', 'Algn', 'Aim headlamps', '', '', '', '0.5', ''),
    ],
  ],
];

export function sheetLine(...cells: readonly string[]): SheetLine {
  const [id = '', oper = '', description = '', part = '', quantity = '', price = '', labor = '', paint = ''] = cells;
  return { id: `line-${id}`, oper, description, part, quantity, price, labor, paint };
}
