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
  expect(usualPanel(line('Hood', 0))).toBeUndefined();
  expect(usualPanel(line('Hood', 24, 'remove-install'))).toBeUndefined();
  expect(usualPanel({ ...line('Hood', 24), panel: notSeparate })).toBeUndefined();
  expect(usualPanel({ ...line('Hood', 24), panel: { ...noPanel, kind: 'minor' } })).toBeUndefined();
  expect(isUnsaid(noPanel)).toBe(true);
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
