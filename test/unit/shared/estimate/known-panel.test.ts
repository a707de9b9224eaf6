/** Which panel the words of a line mean, and where the time of an automatic row is kept. */
import { expect, test } from 'vitest';
import { fieldOfRow, nothingByHand, withRowTime } from '../../../../src-shared/domain/estimate/refinish/by-hand.ts';
import {
  isUnsaid,
  knownPanel,
  noPanel,
  notSeparate,
  usualPanel,
} from '../../../../src-shared/domain/estimate/refinish/known-panel.ts';
import { panelOfKind, parsePanel, printPanel } from '../../../../src-shared/domain/estimate/refinish/panel-words.ts';

test.each([
  ['LT Fender', { kind: 'major', place: 'left-fender', offCar: false }],
  ['Hood (ALU)', { kind: 'major', place: 'hood', offCar: false }],
  ['Bumper cover', { kind: 'major', place: 'front-bumper', offCar: true }],
  ['Rear bumper cover w/o sensors', { kind: 'major', place: 'rear-bumper', offCar: true }],
  ['RT Quarter panel', { kind: 'major', place: 'right-quarter', offCar: false }],
  ['LT Rear door shell', { kind: 'major', place: 'left-rear-door', offCar: false }],
  ['RH front door', { kind: 'major', place: 'right-front-door', offCar: false }],
  ['Fender', { kind: 'major', place: '', offCar: false }],
  ['LT Mirror cover', { kind: 'minor', place: 'left-mirror', offCar: false }],
  ['RT Rocker panel', { kind: 'minor', place: 'right-rocker', offCar: false }],
])('%s is a known panel', (words, panel) => {
  expect(knownPanel(words)).toMatchObject(panel);
});

test.each(['LT Fender liner', 'Headlamp assy', 'Hood hinge', 'Wheel', '', 'Set up and measure'])(
  '%s is none',
  (words) => {
    expect(knownPanel(words)).toBeUndefined();
  },
);

const line = (description: string, tenths: number, operation: 'replace' | 'remove-install' = 'replace') => ({
  work: { operation },
  text: { description },
  refinish: { tenths, included: false },
});

test('refinish time makes a panel of a known part, unless somebody said otherwise', () => {
  expect(usualPanel(line('Hood', 24))).toMatchObject({ kind: 'major', place: 'hood' });
  expect(usualPanel(line('Hood', 0))).toEqual(noPanel);
  expect(usualPanel(line('Hood', 24, 'remove-install'))).toEqual(noPanel);
  expect(usualPanel({ ...line('Hood', 24), panel: notSeparate })).toBeUndefined();
  expect(usualPanel({ ...line('Hood', 24), panel: { ...noPanel, kind: 'minor' } })).toBeUndefined();
  expect(isUnsaid(noPanel)).toBe(true);
});

test('a usual panel follows the words of its line and goes with its time', () => {
  const hood = { ...line('Hood', 24), panel: knownPanel('Hood') ?? noPanel };
  expect(usualPanel({ ...hood, text: { description: 'Roof' } }, hood)).toMatchObject({ place: 'roof' });
  expect(usualPanel({ ...hood, refinish: { tenths: 0, included: false } }, hood)).toEqual(noPanel);
});

test.each([
  ['major', 'Major'],
  ['adj', ''],
  ['maj adj', 'Maj adj'],
  ['off', 'Off car'],
  ['minor', 'Minor'],
  ['<>', '<>'],
  ['', ''],
])('a panel typed as "%s" shows as "%s"', (typed, shown) => {
  const read = parsePanel(typed, 'panel', undefined);
  expect(read.ok ? printPanel(read.value) : '').toBe(shown);
});

test('the marks of a panel stand behind its kind and are not typed away with it', () => {
  const panel = { ...panelOfKind('major'), twoTone: true, edgingTenths: 5 };
  expect(printPanel(panel)).toBe('Major 2T E');
  expect(parsePanel('Minor 2T E', 'panel', panel)).toMatchObject({ value: { kind: 'minor', twoTone: true } });
});

test('each row knows the field that its time is kept in', () => {
  const why = { rule: 'percent', of: 24, percent: 400_000, panel: 'first' } as never;
  const at = fieldOfRow({ key: 'l:finish', kind: 'clear-coat', cause: 'l', why });
  expect(at).toEqual({ of: 'automatic', line: 'l', field: 'finish' });
  expect(fieldOfRow({ key: 'l:edging', kind: 'edging', cause: 'l', why: { rule: 'typed' } })).toEqual({
    of: 'panel',
    line: 'l',
    field: 'edgingTenths',
  });
  expect(fieldOfRow({ key: 'clear-coat', kind: 'clear-coat', cause: null, why })).toEqual({
    of: 'finish',
    field: 'clearCoatTenths',
  });
  expect(fieldOfRow({ key: 'three-stage', kind: 'three-stage', cause: null, why })).toBeUndefined();
  const groups = { panel: noPanel, automatic: nothingByHand };
  expect(withRowTime(groups, { of: 'automatic', line: 'l', field: 'finish' }, 12)).toEqual({
    automatic: { ...nothingByHand, finish: 12 },
  });
  expect(withRowTime(groups, { of: 'panel', line: 'l', field: 'edgingTenths' }, null)).toEqual({ panel: noPanel });
});
