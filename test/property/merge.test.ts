import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EditId } from '../../src-shared/base/ids.ts';
import { sameValue } from '../../src-shared/base/same-value.ts';
import { type CurrentGroup, type Meeting, merge } from '../../src-shared/sync/merge.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { type RecordKind, recordKinds, records } from '../../src-shared/sync/records.ts';

const anyEdit = fc.integer({ min: 1, max: 6 }).map((n) => `abcdefghjk-${n}` as EditId);
const anyValue: fc.Arbitrary<JsonObject> = fc.dictionary(fc.constantFrom('a', 'miles'), fc.integer({ min: 0, max: 3 }));
const anyPlace = fc.constantFrom(...recordKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    group: fc.constantFrom('*', 'deleted', ...Object.keys(records[kind].policies)),
  }),
);

type Sent = { readonly edit: EditId; readonly value: JsonObject; readonly base: EditId | null };
type Place = { readonly kind: RecordKind; readonly group: string };
type Stored = { readonly current: CurrentGroup | null; readonly deleted: boolean };

const anyStored: fc.Arbitrary<Stored> = fc.record({
  current: fc.option(fc.record({ value: anyValue, edit: anyEdit }), { nil: null }),
  deleted: fc.boolean(),
});
const anySent: fc.Arbitrary<Sent> = fc.record({
  edit: anyEdit,
  value: anyValue,
  base: fc.option(anyEdit, { nil: null }),
});

const meet = (place: Place, stored: Stored, sent: Sent): Meeting => ({ ...place, ...stored, ...sent });

test('an applied edit sent again is nothing', () => {
  fc.assert(
    fc.property(anyPlace, anyStored, anySent, (place, stored, sent) => {
      const outcome = merge(meet(place, stored, sent));
      fc.pre(outcome.kind === 'apply');
      const after: Stored = { ...stored, current: { value: sent.value, edit: sent.edit } };
      expect(merge(meet(place, after, sent))).toEqual({ kind: 'nothing' });
    }),
  );
});

test('what applies is the value that was sent, unchanged', () => {
  fc.assert(
    fc.property(anyPlace, anyStored, anySent, (place, stored, sent) => {
      const outcome = merge(meet(place, stored, sent));
      fc.pre(outcome.kind === 'apply');
      expect(outcome).toEqual({ kind: 'apply', value: sent.value });
    }),
  );
});

test('an equal value of an existing, open group is never a conflict', () => {
  fc.assert(
    fc.property(anyPlace, anyStored, anySent, (place, stored, sent) => {
      fc.pre(stored.current !== null);
      const same = { ...sent, value: stored.current?.value ?? {} };
      expect(merge(meet(place, stored, same)).kind).not.toBe('conflict');
    }),
  );
});

test('a conflict happens only to an author who had not seen the present value', () => {
  fc.assert(
    fc.property(anyPlace, anyStored, anySent, (place, stored, sent) => {
      const outcome = merge(meet(place, stored, sent));
      fc.pre(outcome.kind === 'conflict' && outcome.against === 'value');
      expect(sent.base).not.toBe(stored.current?.edit);
    }),
  );
});

test('mileage is the same whatever order two PCs are heard in', () => {
  const miles = fc.integer({ min: 0, max: 9_999_999 });
  fc.assert(
    fc.property(miles, miles, miles, (start, a, b) => {
      const place: Place = { kind: 'vehicle', group: 'mileageIn' };
      const settle = (values: readonly number[]): number =>
        values.reduce((present, value, i) => {
          const current = { value: { miles: present }, edit: `abcdefghjk-${i + 1}` as EditId };
          const sent = { edit: `abcdefghjk-${i + 100}` as EditId, value: { miles: value }, base: null };
          return merge(meet(place, { current, deleted: false }, sent)).kind === 'apply' ? value : present;
        }, start);
      expect(settle([a, b])).toBe(settle([b, a]));
      expect(settle([a, b])).toBe(Math.max(start, a, b));
    }),
  );
});

test('equality of values is reflexive, symmetric and blind to the order of names', () => {
  const json = fc.jsonValue() as fc.Arbitrary<JsonObject[string]>;
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(sameValue(a, structuredClone(a))).toBe(true);
      expect(sameValue(a, b)).toBe(sameValue(b, a));
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(sameValue(value, turned)).toBe(true);
    }),
  );
});
