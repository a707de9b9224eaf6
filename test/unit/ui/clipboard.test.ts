// Blocks of cells as spreadsheets write and read them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBlock, printBlock } from '../../../src-ui/grid/model/clipboard.ts';

test('a block from a spreadsheet is read row by row', () => {
  expect(parseBlock('Repl\tBumper\t212.40\r\nR&I\tGrille\t\r\n')).toEqual([
    ['Repl', 'Bumper', '212.40'],
    ['R&I', 'Grille', ''],
  ]);
});

test('quoted cells keep their tabs, line breaks and quotes', () => {
  expect(parseBlock('"two\nlines"\t"say ""hi"""')).toEqual([['two\nlines', 'say "hi"']]);
});

test('an inch mark is not a quote', () => {
  expect(parseBlock('"4 in" trim\t2')).toEqual([['"4 in" trim', '2']]);
  expect(parseBlock('1/2" bolt')).toEqual([['1/2" bolt']]);
});

test('one value is one cell', () => {
  expect(parseBlock('48213')).toEqual([['48213']]);
});

test('an empty row between others stays', () => {
  expect(parseBlock('a\n\nb')).toEqual([['a'], [''], ['b']]);
});

test('what is printed is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'é', '😀') });
  const row = fc.array(cell, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (block) => {
      expect(parseBlock(printBlock(block))).toEqual(block);
    }),
  );
});
