/** The window's copy of a workfile: what the backend says is true, edits on their way lie on top. */
import { expect, test } from 'vitest';
import { applyChanges, applyEdit } from '../../../src-renderer/stores/workfile/sheet.ts';
import { wordDifference } from '../../../src-renderer/words/change-words.ts';
import { contactOf, lineOf, sheetOf } from '../../browser/renderer/sample-sheet.ts';

const sheet = sheetOf({ lines: [lineOf(1, 'Hood'), lineOf(2, 'Fender')] });
const [hood, fender] = sheet.lines;
const [owner] = sheet.contacts;
if (hood === undefined || fender === undefined || owner === undefined) throw new Error('the sample has lines');

test('a changed record replaces its own and leaves the others as they are', () => {
  const changed = { ...hood, text: { description: 'Hood (ALU)' } };
  const after = applyChanges(sheet, [{ kind: 'line', record: changed }]);
  expect(after.lines).toEqual([changed, fender]);
  expect(after.lines[1]).toBe(fender);
  expect(after.contacts).toBe(sheet.contacts);
});

test('lines stand in the order of their positions', () => {
  const between = { ...lineOf(3, 'Bracket'), place: { position: 'a1V' } };
  const after = applyChanges(sheet, [{ kind: 'line', record: between }]);
  expect(after.lines.map((line) => line.text.description)).toEqual(['Hood', 'Bracket', 'Fender']);
});

test('a deleted record goes, and comes back where it was', () => {
  const gone = applyChanges(sheet, [{ kind: 'line', record: { ...hood, deleted: true } }]);
  expect(gone.lines).toEqual([fender]);
  expect(applyChanges(gone, [{ kind: 'line', record: hood }]).lines).toEqual([hood, fender]);
});

test('an edit is drawn on its record; one for a record that is gone changes nothing', () => {
  const value = { first: 'Sharon', last: 'Turpin', company: '' };
  const after = applyEdit(sheet, { kind: 'contact', id: owner.id, group: 'name', value });
  expect(after.contacts[0]?.name).toEqual(value);
  const stranger = contactOf('other', 9);
  expect(applyEdit(sheet, { kind: 'contact', id: stranger.id, group: 'name', value })).toBe(sheet);
});

test('the difference between two states has a name', () => {
  const named = applyChanges(sheet, [{ kind: 'contact', record: { ...owner, cell: { number: '(312) 555-0142' } } }]);
  expect(wordDifference(sheet, named)).toBe('Owner › Cell phone');
  const timed = applyChanges(sheet, [{ kind: 'line', record: { ...fender, labor: { ...fender.labor, tenths: 5 } } }]);
  expect(wordDifference(sheet, timed)).toBe('line 2 › Labor');
  expect(wordDifference(sheet, { ...sheet, lines: [] })).toBe('2 lines');
  expect(wordDifference(sheet, { ...sheet, lines: [fender] })).toBe('line 1');
  const taxed = { ...sheet.rates, tax: { ...sheet.rates.tax, rate: 60_000 } };
  expect(wordDifference(sheet, { ...sheet, rates: taxed })).toBe('Rates › Sales tax');
});
