import { expect, test } from 'vitest';
import { type Line, type Operation, operations } from '../../../src-shared/domain/estimate/line.ts';
import { checkLine } from '../../../src-shared/domain/estimate/line-rules.ts';
import { linesOfPrint } from '../../support/golden/print-line.ts';

const [plain] = linesOfPrint([{ line: 1, operation: '', description: 'made up' }]);
const lineOf = (operation: Operation, changes: Partial<Line>): Line => {
  if (plain === undefined) throw new Error('no line');
  return { ...plain, work: { operation }, ...changes };
};

test('negative hours are for overlap, credit and deduction only', () => {
  const allowed = operations.filter(
    (operation) => checkLine(lineOf(operation, { refinish: { tenths: -4, included: false } })) === null,
  );
  expect(allowed).toEqual(['overlap', 'credit', 'deduction']);
  expect(checkLine(lineOf('repair', { labor: { type: 'body', tenths: -1, included: false } }))).toEqual({
    kind: 'invalid',
    field: 'line.labor.tenths',
    issue: 'negative',
  });
});

test('a negative amount is for a credit only', () => {
  const allowed = operations.filter(
    (operation) => checkLine(lineOf(operation, { misc: { amountCents: -500, taxed: true } })) === null,
  );
  expect(allowed).toEqual(['credit']);
});

test('a heading carries neither money nor time', () => {
  expect(checkLine(lineOf('heading', {}))).toBeNull();
  expect(checkLine(lineOf('heading', { misc: { amountCents: 1, taxed: true } }))).toMatchObject({ issue: 'too-large' });
  expect(checkLine(lineOf('heading', { refinish: { tenths: 1, included: false } }))).toMatchObject({ limit: 0 });
});

test('quantity times price stays within the largest amount', () => {
  const part = { ...lineOf('replace', {}).part, quantity: 9999, priceCents: 9_999_999_999 };
  expect(checkLine(lineOf('replace', { part }))).toMatchObject({ field: 'line.part.quantity', issue: 'too-large' });
});
