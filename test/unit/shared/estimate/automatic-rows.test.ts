import { expect, test } from 'vitest';
import { printHours, tenths } from '../../../../src-shared/base/hours.ts';
import { automaticChanges } from '../../../../src-shared/domain/estimate/refinish/automatic-changes.ts';
import { type SheetLine, withAutomatic } from '../../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { type AutomaticInput, automaticTimes } from '../../../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import {
  type Automatic,
  automaticGroup,
  type Panel,
  panelGroup,
} from '../../../../src-shared/domain/estimate/refinish/panel.ts';
import { areAdjacent } from '../../../../src-shared/domain/estimate/refinish/panel-place.ts';
import { guideRules } from '../../../../src-shared/domain/estimate/refinish/refinish-rules.ts';
import { subtotals } from '../../../../src-shared/domain/estimate/subtotals.ts';
import { printALines } from '../../../support/golden/print-a-lines.ts';
import { printARest } from '../../../support/golden/print-a-rest.ts';
import { linesOfPrint } from '../../../support/golden/print-line.ts';
import { printS01 } from '../../../support/golden/print-s01-lines.ts';
import { linesOfVersion } from '../../../support/golden/version-lines.ts';

const twoStage = { stages: 2, clearCoatTenths: null } as const;
const uncapped = { ...guideRules, clearCapTenths: null };

type Written = {
  readonly id: string;
  readonly paint: number;
  readonly panel?: Partial<Panel>;
  readonly hand?: Partial<Automatic>;
  readonly blend?: boolean;
};
const lines = (...written: readonly Written[]): AutomaticInput['lines'] =>
  written.map(({ id, paint, panel, hand, blend }) => ({
    id,
    deleted: false,
    work: { operation: blend === true ? 'blend' : 'repair' },
    refinish: { tenths: paint, included: false },
    panel: { ...panelGroup.parse({}), kind: 'major', ...panel },
    automatic: { ...automaticGroup.parse({}), ...hand },
  }));

/** `id: row hours` of the rows, in order. */
const rowsOf = (input: Partial<AutomaticInput> & Pick<AutomaticInput, 'lines'>): readonly string[] =>
  automaticTimes({ rules: guideRules, finish: twoStage, ...input }).rows.map(
    ({ key, kind, tenths: time }) => `${key === kind ? 'all' : key.split(':')[0]}: ${kind} ${printHours(time)}`,
  );

test('the first major panel gets 40 % clear coat, every other 20 % of what overlap leaves', () => {
  const panels = lines(
    { id: 'hood', paint: 28, panel: { place: 'hood' } },
    { id: 'fender', paint: 20, panel: { place: 'right-fender' } },
    { id: 'aperture', paint: 44, panel: { place: 'left-aperture' } },
    { id: 'door', paint: 24, panel: { place: 'right-rear-door' } },
  );
  expect(rowsOf({ lines: panels, rules: uncapped })).toEqual([
    'hood: clear-coat 1.1',
    'fender: overlap -0.4',
    'fender: clear-coat 0.3',
    'aperture: overlap -0.2',
    'aperture: clear-coat 0.8',
    'door: overlap -0.2',
    'door: clear-coat 0.4',
  ]);
});

test('a part refinished off the car starts again at 40 % and takes no overlap', () => {
  const panels = lines(
    { id: 'bumper', paint: 30, panel: { place: 'front-bumper', offCar: true } },
    { id: 'hood', paint: 28, panel: { place: 'hood' } },
    { id: 'emblem', paint: 2, panel: { kind: 'minor', offCar: true } },
  );
  expect(rowsOf({ lines: panels })).toEqual([
    'bumper: clear-coat 1.2',
    'hood: clear-coat 1.1',
    'emblem: clear-coat 0.1',
  ]);
});

test('edging and underside are rows with clear coat of their own', () => {
  const panels = lines({ id: 'hood', paint: 28, panel: { place: 'hood', edgingTenths: 5, undersideTenths: 14 } });
  expect(rowsOf({ lines: panels })).toEqual([
    'hood: clear-coat 1.1',
    'hood: edging 0.5',
    'hood: clear-coat 0.1',
    'hood: underside 1.4',
    'hood: clear-coat 0.3',
  ]);
});

test('three stages give 70 % and 40 % in place of clear coat', () => {
  const panels = lines(
    { id: 'pillar', paint: 20, panel: { kind: 'minor', place: 'right-center-pillar', overlap: 'none' } },
    { id: 'quarter', paint: 42, panel: { place: 'right-quarter' } },
    { id: 'extension', paint: 3, panel: { kind: 'minor', overlap: 'none' } },
    { id: 'wheelhouse', paint: 7, panel: { kind: 'minor' } },
    { id: 'bumper', paint: 28, panel: { place: 'rear-bumper', offCar: true } },
  );
  expect(rowsOf({ lines: panels, finish: { stages: 3, clearCoatTenths: null } })).toEqual([
    'pillar: three-stage 0.8',
    'quarter: three-stage 2.9',
    'extension: three-stage 0.1',
    'wheelhouse: overlap -0.2',
    'wheelhouse: three-stage 0.2',
    'bumper: three-stage 2.0',
  ]);
});

test('two-tone gives 50 % and 30 % beside clear coat; one stage gives neither', () => {
  const panels = lines(
    { id: 'hood', paint: 30, panel: { place: 'hood', twoTone: true } },
    { id: 'roof', paint: 22, panel: { place: 'roof', twoTone: true } },
  );
  expect(rowsOf({ lines: panels })).toEqual([
    'hood: clear-coat 1.2',
    'hood: two-tone 1.5',
    'roof: overlap -0.2',
    'roof: clear-coat 0.4',
    'roof: two-tone 0.6',
  ]);
  expect(rowsOf({ lines: lines({ id: 'hood', paint: 30 }), finish: { ...twoStage, stages: 1 } })).toEqual([]);
});

test('a blend takes half of the full time, 70 % in three stages, and no overlap or clear coat', () => {
  const panels = lines(
    { id: 'hood', paint: 28, panel: { place: 'hood' } },
    { id: 'blended', paint: 0, blend: true, panel: { place: 'left-fender', fullTenths: 25 } },
    { id: 'door', paint: 20, panel: { place: 'left-front-door' } },
  );
  const blendOf = (stages: 1 | 2 | 3) =>
    automaticTimes({ lines: panels, rules: guideRules, finish: { stages, clearCoatTenths: null } }).blends[0]?.tenths;
  expect([blendOf(1), blendOf(2), blendOf(3)]).toEqual([13, 13, 18]);
  expect(rowsOf({ lines: panels })).toEqual(['hood: clear-coat 1.1', 'door: overlap -0.2', 'door: clear-coat 0.4']);
});

const five = ['hood', 'left-fender', 'right-fender', 'left-front-door', 'right-front-door'] as const;
const bigJob = lines(...five.map((place) => ({ id: place, paint: 30, panel: { place } })));

test('where the cap bites one row of 2.5 h takes the place of all clear coat rows, and says what it cut', () => {
  const { rows, clearBeyondCap } = automaticTimes({ lines: bigJob, rules: guideRules, finish: twoStage });
  const [row, ...others] = rows.filter(({ kind }) => kind === 'clear-coat');
  expect(others).toEqual([]);
  expect(row).toMatchObject({ key: 'clear-coat', cause: null, after: 'right-front-door', tenths: 25 });
  expect(row?.why).toMatchObject({ rule: 'cap', sum: 32, cap: 25 });
  expect(clearBeyondCap).toBe(7);
  expect(automaticTimes({ lines: bigJob, rules: uncapped, finish: twoStage }).clearBeyondCap).toBe(0);
});

test('a time set by hand stays while its cause changes, and the computed one comes back when it is removed', () => {
  const hood = (paint: number, hand: Partial<Automatic>) =>
    automaticTimes({ lines: lines({ id: 'hood', paint, hand }), rules: guideRules, finish: twoStage }).rows;
  expect(hood(28, { finish: 8 })).toMatchObject([{ tenths: 8, computed: 11, byHand: true }]);
  expect(hood(40, { finish: 8 })).toMatchObject([{ tenths: 8, computed: 16, byHand: true }]);
  expect(hood(40, {})).toMatchObject([{ tenths: 16, byHand: false }]);
  expect(hood(40, { finish: 0 })).toMatchObject([{ tenths: 0, byHand: true }]);
  const whole = automaticTimes({ lines: bigJob, rules: guideRules, finish: { ...twoStage, clearCoatTenths: 30 } });
  expect(whole.rows.at(-1)).toMatchObject({ key: 'clear-coat', tenths: 30, computed: 25, byHand: true });
});

test('the overlap a panel takes can be chosen, and takes no more than there is', () => {
  const of = (overlap: Panel['overlap'], paint = 20) =>
    rowsOf({ lines: lines({ id: 'first', paint: 20 }, { id: 'next', paint, panel: { overlap } }) }).filter((row) =>
      row.includes('overlap'),
    );
  expect(of('auto')).toEqual(['next: overlap -0.2']);
  expect(of('adjacent')).toEqual(['next: overlap -0.4']);
  expect(of('none')).toEqual([]);
  expect(of('adjacent', 3)).toEqual(['next: overlap -0.3']);
});

test('only panels that touch are adjacent, and a side is not its opposite', () => {
  expect(areAdjacent('hood', 'right-fender')).toBe(true);
  expect(areAdjacent('right-fender', 'hood')).toBe(true);
  expect(areAdjacent('left-front-door', 'left-rear-door')).toBe(true);
  expect(areAdjacent('left-front-door', 'right-rear-door')).toBe(false);
  expect(areAdjacent('hood', 'front-bumper')).toBe(false);
  expect(areAdjacent('', '')).toBe(false);
});

test('an edit of one panel tells what else changed', () => {
  const times = (paint: number) =>
    automaticTimes({
      lines: lines(
        { id: 'hood', paint, panel: { place: 'hood' } },
        { id: 'fender', paint: 20, panel: { place: 'left-fender' } },
      ),
      rules: guideRules,
      finish: twoStage,
    });
  expect(automaticChanges(times(28), times(35))).toEqual([
    { key: 'hood:finish', kind: 'clear-coat', cause: 'hood', from: 11, to: 14 },
  ]);
  expect(automaticChanges(times(28), times(0)).map(({ key, from, to }) => [key, from, to])).toEqual([
    ['fender:finish', 3, 8],
    ['hood:finish', 11, null],
    ['fender:overlap', -4, null],
  ]);
  expect(automaticChanges(times(28), times(28))).toEqual([]);
});

test('print A: its refinished panels give its overlap and clear coat rows, row by row', () => {
  const panels: Readonly<Record<number, Partial<Panel>>> = {
    6: { kind: 'major', place: 'front-bumper', offCar: true },
    10: { kind: 'minor', offCar: true },
    12: { kind: 'minor', offCar: true },
    29: { kind: 'major', place: 'hood' },
    40: { kind: 'major', place: 'right-fender' },
    43: { kind: 'major', place: 'left-fender' },
    82: { kind: 'major', place: 'left-aperture' },
    119: { kind: 'major', place: 'right-rear-door' },
  };
  const print = [...printALines, ...printARest];
  const printed = linesOfPrint(print);
  const isAutomatic = ({ work: { operation } }: SheetLine) => operation === 'clear-coat' || operation === 'overlap';
  const byHand = printed
    .map((line, i): SheetLine => ({ ...line, panel: { ...panelGroup.parse({}), ...panels[i + 1] } }))
    .filter((line) => !isAutomatic(line));
  const sheet = withAutomatic(byHand, uncapped, twoStage);
  const shape = (all: readonly SheetLine[]) =>
    all.map((line) => [line.text.description, line.work.operation, line.refinish.tenths]);
  expect(byHand).toHaveLength(165 - 12);
  expect(shape(sheet.lines)).toEqual(shape(printed));
  expect(subtotals(sheet.lines).paint).toBe(tenths(262));
});

test("the carrier's supplement: five overlaps and one row of clear coat at its cap", () => {
  const sheet = withAutomatic(linesOfVersion(printS01), guideRules, twoStage);
  const numbered = sheet.lines.flatMap((line, i) =>
    line.row === undefined ? [] : [[i + 1, line.text.description, printHours(tenths(line.refinish.tenths))]],
  );
  expect(numbered).toEqual([
    [28, 'Overlap Major Non-Adj. Panel', '-0.2'],
    [33, 'Overlap Major Adj. Panel', '-0.4'],
    [35, 'Overlap Major Adj. Panel', '-0.4'],
    [62, 'Overlap Major Non-Adj. Panel', '-0.2'],
    [89, 'Overlap Major Non-Adj. Panel', '-0.2'],
    [90, 'Clear Coat', '2.5'],
  ]);
  expect(subtotals(sheet.lines)).toEqual({ price: 4_699_84, labor: 549, paint: 198 });
});
