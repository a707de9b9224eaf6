/** A search says in which field a workfile holds what was typed, and the better a field names one workfile the earlier it comes. */
import { describe, expect, test } from 'vitest';
import { headingMatcher } from '../../../src-shared/domain/workfile/match-heading.ts';

const heading = {
  label: '10234',
  claim: '04-889231-QX',
  receipts: '10234-1A 10234-2B',
  plate: 'EKM 4417',
  vin: '1FTEW1EP5KFA12345',
  phones: '6165550142 6165550999',
  owner: 'Turpín, Sharon',
  names: 'Vance, Holly\nLakeside Fleet LLC',
  insurer: 'Lakeshore Mutual',
  vehicle: '2019 Ford F-150',
};
const matchHeading = (of: typeof heading, typed: string) => headingMatcher(typed)(of);
const fieldsOf = (typed: string) => matchHeading(heading, typed)?.matches.map(({ field }) => field);
const rankOf = (typed: string, of = heading) => matchHeading(of, typed)?.rank ?? Number.POSITIVE_INFINITY;

describe('what was typed is found in its field', () => {
  test.each([
    ['the RO number', '10234', ['label']],
    ['the last six of the VIN', 'A12345', ['vin']],
    ['the claim as it is written', '04-889231-qx', ['claim']],
    ['a part of the claim', '8892', ['claim']],
    ['the plate without its space', 'ekm4417', ['plate']],
    ['a name without its accent', 'turpin', ['owner']],
    ['the last four of a phone', '0142', ['phones']],
    ['two words in two fields', 'ford sharon', ['vehicle', 'owner']],
    ['somebody who is not the owner', 'vance', ['names']],
    ['a company beside a person', 'lakeside fleet', ['names']],
    ['the owner and another person', 'turpin holly', ['owner', 'names']],
    ['inside the insurer', 'shore', ['insurer']],
  ])('%s: %s', (_, typed, fields) => {
    expect(fieldsOf(typed)).toEqual(fields);
  });
});

test('of several receipts the one that was meant is named, behind the RO number', () => {
  expect(matchHeading(heading, '10234-2b')?.matches).toEqual([
    { field: 'label', text: '10234' },
    { field: 'receipts', text: '10234-2B' },
  ]);
  expect(fieldsOf('102341A')).toEqual(['receipts']);
});

test('of two phone numbers the one that was meant is named', () => {
  expect(matchHeading(heading, '0999')?.matches).toEqual([{ field: 'phones', text: '6165550999' }]);
});

test('of several names the one that was meant is named', () => {
  expect(matchHeading(heading, 'holly vance')?.matches).toEqual([{ field: 'names', text: 'Vance, Holly' }]);
  expect(rankOf('lakeside fleet llc')).toBeLessThan(rankOf('lakeside'));
});

test('a word that is nowhere, or too short to be looked for inside words, finds nothing', () => {
  expect([matchHeading(heading, 'sharon zebra'), matchHeading(heading, 'ew'), matchHeading(heading, '  ')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a whole value comes before a beginning, and a beginning before the middle', () => {
  expect(rankOf('10234')).toBeLessThan(rankOf('102'));
  expect(rankOf('turpin')).toBeLessThan(rankOf('turp'));
  expect(rankOf('turp')).toBeLessThan(rankOf('rpin'));
  expect(rankOf('10234')).toBeLessThan(rankOf('10234', { ...heading, label: '99', claim: '7-10234-1' }));
});
