import { expect, test } from 'vitest';
import { isUuid } from '../../../src-shared/base/ids.ts';
import { demoLibraries } from '../../../src-shared/demo/demo-library.ts';
import { demoWorkfiles, type NewRecord } from '../../../src-shared/demo/demo-shop.ts';
import { checkLine } from '../../../src-shared/domain/estimate/line-rules.ts';
import { parseEmail } from '../../../src-shared/domain/people/email.ts';
import { parsePhone } from '../../../src-shared/domain/people/phone.ts';
import { parseGroup } from '../../../src-shared/domain/record.ts';
import { checkVin } from '../../../src-shared/domain/vehicle/vin.ts';
import { records } from '../../../src-shared/sync/records.ts';

const from = 1_780_000_000_000;
const shop = [...demoWorkfiles({ seed: 7, count: 200, from })];
const all = shop.flat();
const of = <K extends NewRecord['kind']>(kind: K) =>
  all.filter((record): record is Extract<NewRecord, { kind: K }> => record.kind === kind);

test('the same seed makes the same shop and another seed another', () => {
  expect([...demoWorkfiles({ seed: 7, count: 200, from })]).toEqual(shop);
  expect([...demoWorkfiles({ seed: 8, count: 1, from })]).not.toEqual(shop.slice(-1));
});

test('every group of every record passes its schema and nothing is missing', () => {
  const wrong = all.filter(({ kind, id, value }) => {
    const { spec } = records[kind];
    const seldom: readonly string[] = spec.seldom;
    const usual = Object.keys(spec.groups).filter((group) => !seldom.includes(group));
    const complete = isUuid(id) && Object.keys(value).join() === usual.join();
    return !complete || !Object.entries(value).every(([group, fields]) => isSound(kind, group, fields));
  });
  expect(wrong).toEqual([]);
});

function isSound(kind: NewRecord['kind'], group: string, fields: object): boolean {
  const parsed = parseGroup(records[kind].spec as never, group as never, fields);
  return parsed.ok && JSON.stringify(parsed.value) === JSON.stringify({ value: fields, extra: {} });
}

test('nothing lies in the future of the newest save', () => {
  const saves = of('workfile').map(({ value }) => value.saved.at);
  expect(Math.max(...saves)).toBe(from);
  expect(of('workfile').every(({ value }) => value.opened.at < value.saved.at)).toBe(true);
});

test('a workfile has one vehicle, insurance, rates and estimate, an owner and 5 to 60 lines', () => {
  for (const workfile of shop) {
    const count = (kind: string) => workfile.filter((record) => record.kind === kind).length;
    expect(workfile[0]?.kind).toBe('workfile');
    expect([count('workfile'), count('vehicle'), count('insurance'), count('rates'), count('estimate')]).toEqual([
      1, 1, 1, 1, 1,
    ]);
    expect(count('contact')).toBeGreaterThanOrEqual(1);
    expect(count('line')).toBeGreaterThanOrEqual(5);
    expect(count('line')).toBeLessThanOrEqual(60);
  }
});

test('ids are unique and parents exist', () => {
  const ids = new Set(all.map((record) => record.id as string));
  expect(ids.size).toBe(all.length);
  for (const line of of('line')) {
    expect(ids.has(line.value.parent.workfileId) && ids.has(line.value.parent.estimateId)).toBe(true);
  }
});

test('people are invented: example.com, 555-01xx, and every form is right', () => {
  for (const { value } of of('contact')) {
    for (const { number } of [value.cell, value.home, value.business]) {
      expect(number).toMatch(/^(\(\d{3}\) 555-01\d\d( x\d+)?)?$/);
      expect(parsePhone(number, 'phone')).toEqual({ ok: true, value: number });
    }
    expect(value.email.address).toMatch(/^([a-z]+\.[a-z]+@example\.com)?$/);
    expect(parseEmail(value.email.address, 'email').ok).toBe(true);
  }
});

test('VINs have their right check digit and lines keep the rules', () => {
  for (const { value } of of('vehicle')) expect(checkVin(value.identity.vin).problems).toEqual([]);
  for (const { value } of of('line')) expect(checkLine(value)).toBeNull();
});

test('work in hand is open and has RO numbers of five digits; older workfiles are done', () => {
  const workfiles = of('workfile');
  const stages = new Set(workfiles.slice(-40).map(({ value }) => value.stage.stage));
  expect([...stages].toSorted()).toEqual(['opportunity', 'repair-order']);
  for (const { value } of workfiles) {
    const numbered = value.stage.stage === 'repair-order' || value.stage.stage === 'closed';
    expect(value.number.ro).toMatch(numbered ? /^\d{5}$/ : /^$/);
  }
});

test('a hundred thousand come one by one, without being made at once', () => {
  const large = demoWorkfiles({ seed: 7, count: 100_000, from, maxLines: 0 });
  const first = large.next().value ?? [];
  const second = large.next().value ?? [];
  expect(first.map((record) => record.kind)).toEqual(expect.arrayContaining(['workfile', 'estimate']));
  expect(second[0]?.id).not.toBe(first[0]?.id);
});

test('the shop itself has two profiles, ten canned operations, thirty part codes, eight people and insurers, two dozen customers, each within its rules', () => {
  const own = demoLibraries({ seed: 7, from });
  const count = (kind: string) => own.filter((record) => record.kind === kind).length;
  const kinds = ['profile', 'canned', 'part-code', 'employee', 'insurer', 'customer'];
  expect(kinds.map(count)).toEqual([2, 10, 30, 8, 8, 24]);
  const wrong = own.filter(
    ({ kind, value }) =>
      !Object.entries(value).every(
        ([group, fields]) => parseGroup(records[kind].spec as never, group as never, fields).ok,
      ),
  );
  expect(wrong).toEqual([]);
});
