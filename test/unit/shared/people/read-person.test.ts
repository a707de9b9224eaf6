/** Who is meant by one line of text. */
import { expect, test } from 'vitest';
import { readPerson } from '../../../../src-shared/domain/people/read-person.ts';

const nobody = { first: '', last: '', company: '' };
const read = (text: string) => {
  const person = readPerson(text);
  return person.ok ? [person.value.name, person.value.cell.number] : person.failure;
};

test('a name is read with or without its comma, and the last word alone is the last name', () => {
  expect(read('Turpin, Sharon')).toEqual([{ first: 'Sharon', last: 'Turpin', company: '' }, '']);
  expect(read('  Sharon  Ann Turpin ')).toEqual([{ first: 'Sharon Ann', last: 'Turpin', company: '' }, '']);
  expect(read('Turpin')).toEqual([{ first: '', last: 'Turpin', company: '' }, '']);
  expect(read('')).toEqual([nobody, '']);
});

test('a company is known by its form, and keeps its commas', () => {
  expect(read('Arctic Refrigeration, Inc.')).toEqual([{ ...nobody, company: 'Arctic Refrigeration, Inc.' }, '']);
  expect(read('3M Company')).toEqual([{ ...nobody, company: '3M Company' }, '']);
});

test('a phone number is taken out of the line in any spelling', () => {
  expect(read('616.555.0142')).toEqual([nobody, '(616) 555-0142']);
  expect(read('Turpin, Sharon (616) 555-0142')).toEqual([
    { first: 'Sharon', last: 'Turpin', company: '' },
    '(616) 555-0142',
  ]);
  expect(read('6165550142 x12 Sharon Turpin')).toEqual([
    { first: 'Sharon', last: 'Turpin', company: '' },
    '(616) 555-0142 x12',
  ]);
});

test('digits that are no whole number are refused, and nothing is guessed', () => {
  const refused = { kind: 'invalid', field: 'contact.cell.number', issue: 'bad-format' };
  expect(read('61655')).toMatchObject(refused);
  expect(read('61655501')).toMatchObject(refused);
});
