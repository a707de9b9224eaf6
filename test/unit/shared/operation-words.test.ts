import { expect, test } from 'vitest';
import { ok } from '../../../src-shared/base/result.ts';
import { operations, partTypes } from '../../../src-shared/domain/estimate/line.ts';
import {
  matchOperations,
  operationLabel,
  operationWords,
  parseOperation,
} from '../../../src-shared/domain/estimate/operation-words.ts';
import { matchPartTypes, parsePartType, partTypeWords } from '../../../src-shared/domain/estimate/part-type-words.ts';

test.each([
  ['Repl', 'replace'],
  ['rpr', 'repair'],
  ['R&I', 'remove-install'],
  ['o/h', 'overhaul'],
  ['blend', 'blend'],
  ['bl', 'blend'],
  ['overl', 'overlap'],
  ['Clear  Coat', 'clear-coat'],
  ['', 'none'],
  ['None', 'none'],
])('the typed operation %s is %s', (text, operation) => {
  expect(parseOperation(text, 'operation')).toEqual(ok(operation));
});

test.each(['r', 'over', 'weld', '🔧'])('the typed operation %s is no choice', (text) => {
  expect(parseOperation(text, 'operation')).toMatchObject({ ok: false, failure: { issue: 'not-a-choice' } });
});

test('type-ahead offers the exact word first and everything for no text', () => {
  expect(matchOperations('re')).toEqual(['replace', 'repair', 'refinish', 'remove-install']);
  expect(matchOperations('')).toEqual(operations);
  expect(matchPartTypes('a/m')).toEqual(['aftermarket', 'certified']);
});

test('every operation and part type is read back from each of its words', () => {
  for (const operation of operations) {
    expect(parseOperation(operationWords[operation].name, 'operation')).toEqual(ok(operation));
    expect(parseOperation(operationLabel(operation), 'operation')).toEqual(ok(operation));
  }
  for (const type of partTypes) {
    expect(parsePartType(partTypeWords[type].name, 'part')).toEqual(ok(type));
    expect(parsePartType(partTypeWords[type].print, 'part')).toEqual(ok(type));
  }
});
