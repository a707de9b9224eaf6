/** What typing into a cell of the estimate changes, and what it refuses. */
import { expect, test } from 'vitest';
import { readCell, readRowTime, wordCell } from '../../../src-renderer/features/estimate/line-cell.ts';
import { newLine } from '../../../src-renderer/features/estimate/line-row.ts';
import { codeOf, withCode } from '../../../src-renderer/features/estimate/part-code.ts';
import { withPanel } from '../../../src-renderer/features/estimate/usual-panels.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { noPanel, notSeparate } from '../../../src-shared/domain/estimate/refinish/known-panel.ts';
import { type PartCode, partCodeSpec } from '../../../src-shared/domain/library/part-code.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';

const line = (change: Partial<Line>): Line => ({ ...newLine, ...change });
const changeOf = (columnId: string, text: string, on: Line = newLine) => {
  const read = readCell(on, columnId, text);
  return read.ok ? read.value : wordCell(read.failure);
};

test('an operation is taken by its printed word, its name and its value', () => {
  for (const text of ['Rpr', 'repair']) expect(changeOf('operation', text)).toEqual({ work: { operation: 'repair' } });
  expect(changeOf('operation', 'R&I')).toEqual({ work: { operation: 'remove-install' } });
});

test('labour takes hours with a letter, and Incl.', () => {
  expect(changeOf('labor', '0.3M')).toEqual({ labor: { type: 'mechanical', tenths: 3, included: false } });
  expect(changeOf('labor', 'Incl.')).toEqual({ labor: { type: 'body', tenths: 0, included: true } });
});

test('a price changes nothing else of the part', () => {
  const on = line({ part: { ...newLine.part, number: '40007887', quantity: 2 } });
  expect(changeOf('price', '165.43', on)).toEqual({
    part: { ...on.part, priceCents: 16_543, included: false },
  });
});

test('misc takes an amount with its tax mark', () => {
  expect(changeOf('misc', '12.00T')).toEqual({ misc: { amountCents: 1200, taxed: true } });
  expect(changeOf('misc', '8.00X')).toEqual({ misc: { amountCents: 800, taxed: false } });
});

test('the tax mark is of the part and the charge alike', () => {
  expect(changeOf('tax', 'x')).toEqual({
    part: { ...newLine.part, taxed: false },
    misc: { ...newLine.misc, taxed: false },
  });
});

test('negative time stands on an overlap line only', () => {
  expect(changeOf('paint', '-0.4')).toBe('Only overlap, credit and deduction lines take time off. Set Oper first.');
  const overlap = line({ work: { operation: 'overlap' } });
  expect(changeOf('paint', '-0.4', overlap)).toEqual({ refinish: { tenths: -4, included: false } });
});

test('negative money stands on a credit line only', () => {
  expect(changeOf('price', '(12.00)')).toBe('Only a credit line may be negative. Set Oper to Credit first.');
  const credit = line({ work: { operation: 'credit' } });
  expect(changeOf('price', '(12.00)', credit)).toMatchObject({ part: { priceCents: -1200 } });
});

test('a line cannot stop being an overlap while its time is negative', () => {
  const overlap = line({ work: { operation: 'overlap' }, refinish: { tenths: -4, included: false } });
  expect(changeOf('operation', 'Rpr', overlap)).toMatch(/take time off/);
});

test('a heading has no time', () => {
  const heading = line({ work: { operation: 'heading' } });
  expect(changeOf('labor', '1.0', heading)).toBe('A heading row has no time and no price.');
});

test('nonsense is refused in the words of its column', () => {
  expect(changeOf('labor', 'two hours')).toBe('Not hours. Type 2.4, 1.5 M or Incl.');
  expect(changeOf('price', '1e308')).toMatch(/^Not a price|^Too large/);
  expect(changeOf('quantity', '-1')).toBe('Cannot be negative here.');
  expect(changeOf('operation', 'fly')).toBe('Not one of the choices.');
});

test('emoji and right-to-left text are text like any other', () => {
  expect(changeOf('description', 'דלת 🚗')).toEqual({ text: { description: 'דלת 🚗' } });
});

test('a description longer than its field is refused, not cut', () => {
  expect(changeOf('description', 'x'.repeat(201))).toMatch(/^Too long: at most 200/);
});

test('a blend takes its full time with an f, and a plain time as its own', () => {
  const blend = line({ work: { operation: 'blend' } });
  expect(changeOf('paint', '2.4f', blend)).toMatchObject({ panel: { fullTenths: 24 }, automatic: { blend: null } });
  expect(changeOf('paint', '1.2', blend)).toEqual({ refinish: { tenths: 12, included: false } });
  const full = line({ work: { operation: 'blend' }, panel: { ...noPanel, fullTenths: 24 } });
  expect(changeOf('paint', '1.0', full)).toMatchObject({ automatic: { blend: 10 } });
  expect(changeOf('paint', '', full)).toMatchObject({ automatic: { blend: null } });
});

test('flags are typed as letters', () => {
  expect(changeOf('flags', 'o')).toEqual({ state: { open: true }, marks: { manual: true, changed: false } });
  expect(changeOf('flags', '* O')).toEqual({ state: { open: true }, marks: { manual: true, changed: true } });
  expect(changeOf('flags', 'x')).toBe('Type O for an open line, * for a changed one, or nothing.');
});

test('a panel is typed by the beginning of its word', () => {
  expect(changeOf('panel', 'min')).toMatchObject({ panel: { kind: 'minor' } });
  expect(changeOf('panel', 'off')).toMatchObject({ panel: { kind: 'major', offCar: true } });
});

test('the time of a computed row takes what its kind can be, and nothing has it computed again', () => {
  expect(readRowTime('overlap', '-0.4')).toEqual({ ok: true, value: -4 });
  expect(readRowTime('clear-coat', '')).toEqual({ ok: true, value: null });
  expect(readRowTime('overlap', '0.4')).toMatchObject({ failure: { issue: 'too-large' } });
  expect(readRowTime('clear-coat', '-1')).toMatchObject({ failure: { issue: 'negative' } });
});

const hood = line({ text: { description: 'Hood' }, work: { operation: 'repair' } });
const painted = { refinish: { tenths: 24, included: false } };

test('paint time on a known panel brings the panel along, unless rows are written by hand', () => {
  expect(withPanel(hood, painted, [])).toMatchObject({ panel: { kind: 'major', place: 'hood' } });
  const byHand = line({ work: { operation: 'clear-coat' } });
  expect(withPanel(hood, painted, [byHand])).toEqual(painted);
  expect(withPanel({ ...hood, panel: notSeparate }, painted, [])).toEqual(painted);
});

test('a part code fills its line, and the quantity stays', () => {
  const code: PartCode = {
    id: 'c' as PartCode['id'],
    deleted: false,
    parent: emptyGroup(partCodeSpec, 'parent'),
    code: { code: 'BC1' },
    text: { description: 'Bumper cover' },
    part: { type: 'oem', number: 'TO1', priceCents: 21_240, taxed: true },
    labor: { operation: 'replace', type: 'body', tenths: 21, refinishTenths: 30 },
  };
  expect(codeOf([code], 'description', ' bc1 ')).toBe(code);
  expect(codeOf([code], 'labor', 'BC1')).toBeUndefined();
  expect(withCode(line({ part: { ...newLine.part, quantity: 2 } }), code)).toMatchObject({
    work: { operation: 'replace' },
    text: { description: 'Bumper cover' },
    part: { number: 'TO1', type: 'oem', priceCents: 21_240, quantity: 2 },
    labor: { tenths: 21 },
    refinish: { tenths: 30 },
  });
});
