/**
 * Lines 1 to 60 of print A (a shop's preliminary estimate), read column by column from its text, in which the columns
 * run together: part number of eight digits, quantity, price with two decimals, labour and paint with one decimal.
 * An `m` or `s` before the hours marks the kind of work; only a capital after them makes the hours mechanical.
 * A single time of work on paint (feather, tint, finish sand) stands in the paint column. So read, all 165 lines give
 * the print's own SUBTOTALS of 7,118.24, 65.1 and 26.2.
 */
import { type Tenths, tenths } from '../../../src-shared/base/hours.ts';
import { type Cents, cents } from '../../../src-shared/base/money.ts';
import type { PrintLine } from './print-line.ts';

export const printALines: readonly PrintLine[] = [
  { line: 1, operation: 'Heading', description: 'UPDATE NOTES' },
  { line: 2, operation: '', description: '****Work Authorization Secured****', quantity: '1' },
  { line: 3, operation: 'Heading', description: 'FRONT BUMPER & GRILLE' },
  { line: 4, operation: 'O/H', description: 'bumper assy', labor: '5.8' },
  { line: 5, operation: 'R&I', description: 'R&I bumper cover', labor: 'Incl.' },
  { line: 6, operation: 'Rpr', description: 'Bumper cover primed', labor: '1.0', paint: '2.4' },
  { line: 7, operation: 'Clear coat', description: 'Add for Clear Coat', paint: '1.0' },
  { line: 8, operation: 'Blnd', description: 'Upper panel', paint: '1.8' },
  { line: 9, operation: 'R&I', description: 'Upper panel', labor: 'Incl.' },
  {
    line: 10,
    operation: 'Repl',
    description: 'Emblem upper',
    partType: 'OEM',
    partNumber: '40007887',
    quantity: '1',
    price: '65.43',
    labor: '0.2',
    paint: '0.2',
  },
  { line: 11, operation: 'Clear coat', description: 'Add for Clear Coat', paint: '0.1' },
  {
    line: 12,
    operation: 'Repl',
    description: 'Emblem lower',
    partType: 'OEM',
    partNumber: '40008296',
    quantity: '1',
    price: '65.43',
    labor: '0.2',
    paint: '0.2',
  },
  { line: 13, operation: 'Clear coat', description: 'Add for Clear Coat', paint: '0.1' },
  { line: 14, operation: 'R&I', description: 'RT Outer bracket', labor: 'Incl.' },
  { line: 15, operation: 'R&I', description: 'LT Outer bracket', labor: 'Incl.' },
  {
    line: 16,
    operation: 'Repl',
    description: 'Energy absorber',
    partType: 'OEM',
    partNumber: '32227660',
    quantity: '1',
    price: '58.13',
    labor: '0.2',
  },
  { line: 17, operation: 'R&I', description: 'Upper grille midnight', labor: 'Incl.' },
  {
    line: 18,
    operation: '',
    description: 'Flex additive (Per flexible panel)',
    quantity: '1',
    misc: '12.00T',
    taxed: true,
  },
  {
    line: 19,
    operation: '',
    description: 'Set back, secure Protect wiring & connectors',
    quantity: '1',
    misc: '2.50T',
    taxed: true,
    labor: '0.3',
  },
  {
    line: 20,
    operation: '',
    description: 'Test fit-Front bumper',
    quantity: '1',
    labor: '1.0',
    note: 'Hood and bumper are misaligned, test fit prior to refinish to ensure mounting areas are unaltered',
  },
  { line: 21, operation: 'Heading', description: 'FRONT LAMPS' },
  { line: 22, operation: 'R&I', description: 'RT Headlamp assy w/o cornering lamp', labor: '0.4' },
  { line: 23, operation: 'R&I', description: 'LT Headlamp assy w/o cornering lamp', labor: '0.4' },
  { line: 24, operation: 'Repl', description: 'Aim headlamps', quantity: '1', labor: '0.5' },
  { line: 25, operation: 'R&I', description: 'RT Side marker lamp', labor: 'Incl.' },
  { line: 26, operation: 'R&I', description: 'LT Side marker lamp', labor: 'Incl.' },
  {
    line: 27,
    operation: '',
    description: 'Set back, secure Protect wiring & connectors',
    quantity: '1',
    misc: '2.50T',
    taxed: true,
    labor: '0.3',
  },
  { line: 28, operation: 'Heading', description: 'HOOD' },
  { line: 29, operation: 'Rpr', description: 'Hood (ALU)', labor: '4.0', paint: '2.8' },
  { line: 30, operation: 'Clear coat', description: 'Add for Clear Coat', paint: '1.1' },
  {
    line: 31,
    operation: 'R&I',
    description: 'R&I hood assy',
    labor: '0.7',
    note: 'Hood removal is required to inspect the mount areas due to misalignment of the hood',
  },
  { line: 32, operation: 'R&I', description: 'Front cover', labor: '0.2' },
  { line: 33, operation: 'R&I', description: 'Rear cover', labor: '0.2' },
  { line: 34, operation: 'R&I', description: 'Compartment', labor: '0.4' },
  { line: 35, operation: '', description: 'Mask for primer', quantity: '1', misc: '5.00T', taxed: true, labor: '0.3' },
  {
    line: 36,
    operation: '',
    description: 'Cavity Wax Plus-3M 08852-Per 5 Ounces',
    quantity: '1',
    misc: '15.40T',
    taxed: true,
    labor: '0.2',
  },
  { line: 37, operation: '', description: 'Feather/Prime/Block', quantity: '1', paint: '2.0' },
  {
    line: 38,
    operation: '',
    description: 'Test fit-Hood',
    quantity: '1',
    labor: '1.0',
    note: 'Test fit required pre-refinish to ensure hood lines up and latches correctly prior to final refinish',
  },
  { line: 39, operation: 'Heading', description: 'FENDER' },
  { line: 40, operation: 'Rpr', description: 'RT Fender (ALU)', labor: '1.0', paint: '2.0' },
  { line: 41, operation: 'Overlap', description: 'Overlap Major Adj. Panel', paint: '-0.4' },
  { line: 42, operation: 'Clear coat', description: 'Add for Clear Coat', paint: '0.3' },
  { line: 43, operation: 'Rpr', description: 'LT Fender (ALU)', labor: '2.0', paint: '2.0' },
  { line: 44, operation: 'Overlap', description: 'Overlap Major Adj. Panel', paint: '-0.4' },
  { line: 45, operation: 'Clear coat', description: 'Add for Clear Coat', paint: '0.3' },
  { line: 46, operation: 'R&I', description: 'RT Fender liner', labor: '0.4' },
  { line: 47, operation: 'R&I', description: 'LT Fender liner', labor: '0.4' },
  { line: 48, operation: 'R&I', description: 'RT Flare', labor: '0.6' },
  { line: 49, operation: 'R&I', description: 'LT Flare', labor: '0.6' },
  { line: 50, operation: '', description: 'Mask for primer', quantity: '1', misc: '5.00T', taxed: true, labor: '0.3' },
  {
    line: 51,
    operation: '',
    description: 'Cavity Wax Plus-3M 08852-Per 5 Ounces',
    quantity: '1',
    misc: '15.40T',
    taxed: true,
    labor: '0.2',
  },
  { line: 52, operation: 'Heading', description: 'ELECTRICAL' },
  {
    line: 53,
    operation: 'Rpr',
    description: 'Battery',
    labor: '0.3M',
    note: 'D&R 12 Volt and isolate terminal end',
  },
  { line: 54, operation: 'Repl', description: 'High voltage system deactivate/activate', quantity: '1', labor: '1.4M' },
  {
    line: 55,
    operation: '',
    description: 'Reset operator preferences',
    quantity: '1',
    labor: '0.3',
    note: 'Return vehicle settings (seat position, mirror position, volume, etc.) to owners preference for safety',
  },
  { line: 56, operation: 'Heading', description: 'WHEELS' },
  {
    line: 57,
    operation: 'R&I',
    description: 'RT/Front R&I wheel',
    labor: '0.2M',
    note: 'Time adjusted to account for disassembly & reassembly (0.1 x 2)',
  },
  {
    line: 58,
    operation: 'R&I',
    description: 'LT/Front R&I wheel',
    labor: '0.2M',
    note: 'Time adjusted to account for disassembly & reassembly (0.1 x 2)',
  },
  { line: 59, operation: '', description: 'Lift & support vehicle', quantity: '1', labor: '0.5' },
  { line: 60, operation: 'Heading', description: 'WINDSHIELD' },
];

type Subtotals = { readonly price: Cents; readonly labor: Tenths; readonly paint: Tenths };

/**
 * The columns of lines 1 to 60 summed by hand, line by line.
 * Price: 65.43 + 65.43 + 58.13 (10, 12, 16) = 188.99; misc 12.00 + 2.50 + 2.50 (18, 19, 27) + 5.00 + 15.40 (35, 36)
 * + 5.00 + 15.40 (50, 51) = 57.80; together 246.79.
 * Labour: 5.8 + 1.0 + 0.2 + 0.2 + 0.2 + 0.3 + 1.0 (4, 6, 10, 12, 16, 19, 20) = 8.7; 0.4 + 0.4 + 0.5 + 0.3 (22-24, 27)
 * = 1.6; 4.0 + 0.7 + 0.2 + 0.2 + 0.4 + 0.3 + 0.2 + 1.0 (29, 31-36, 38) = 7.0; 1.0 + 2.0 + 0.4 + 0.4 + 0.6 + 0.6 + 0.3
 * + 0.2 (40, 43, 46-51) = 5.5; 0.3 + 1.4 + 0.3 (53-55) = 2.0; 0.2 + 0.2 + 0.5 (57-59) = 0.9; together 25.7,
 * of which mechanical 0.3 + 1.4 + 0.2 + 0.2 = 2.1 and body 23.6.
 * Paint: 2.4 + 1.0 + 1.8 + 0.2 + 0.1 + 0.2 + 0.1 (6-8, 10-13) = 5.8; 2.8 + 1.1 + 2.0 (29, 30, 37) = 5.9;
 * 2.0 - 0.4 + 0.3 + 2.0 - 0.4 + 0.3 (40-45) = 3.8; together 15.5.
 */
export const printASubtotals: Subtotals = { price: cents(246_79), labor: tenths(257), paint: tenths(155) };

/** The same lines by category: parts, misc, body and mechanical hours. */
export const printACategories = {
  parts: cents(188_99),
  misc: cents(57_80),
  body: tenths(236),
  mechanical: tenths(21),
} as const;
