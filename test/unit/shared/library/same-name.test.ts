/** Names that mean the same: what a shop wrote down twice. */
import { expect, test } from 'vitest';
import { twinOf } from '../../../../src-shared/domain/library/same-name.ts';

const record = (id: string, name: string, deleted = false) => ({ id, deleted, about: { name } });
const twin = (name: string, ...others: readonly string[]): string | undefined =>
  twinOf(
    others.map((other, at) => record(String(at), other)),
    record('own', name),
  )?.about.name;

test.each([
  ['Lakeshore Mutual', 'lakeshore  mutual'],
  ['Quality Insurance Company', 'Quality Ins. Co.'],
  ['The Hartwell Group', 'Hartwell'],
  ['Compañía Norte', 'Compania Norte'],
  ['Summit & Vale Mutual', 'Summit Vale Mutual'],
])('%s is %s', (name, other) => {
  expect(twin(name, other)).toBe(other);
});

test.each([
  ['Lakeshore Mutual', 'Lakeshore Casualty'],
  ['Insurance Company', 'Lakeshore'],
  ['', 'Lakeshore'],
  ['Sam Ortiz', 'Sam Ortez'],
])('%s is not %s', (name, other) => {
  expect(twin(name, other)).toBeUndefined();
});

test('a record is no twin of itself, nor of one that is gone', () => {
  const own = record('own', 'Redwing Direct');
  expect(twinOf([own, record('gone', 'Redwing Direct', true)], own)).toBeUndefined();
});
