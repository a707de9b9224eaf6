import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyReason } from '../../../../src-cloud/dms/partner-http.ts';
import { referenceMark, shortReference } from '../../../../src-cloud/dms/short-reference.ts';

test('a reference that fits stays as people know it', () => {
  expect(shortReference('48213-1A', 10)).toBe('48213-1A');
  expect(shortReference('1048213-1A', 10)).toBe('1048213-1A');
});

test('a longer one, or one with other signs, gets the mark that it always gets', () => {
  const long = shortReference('20261048213-12AB', 10);
  expect(long).toMatch(/^X[0-9A-HJKMNP-TV-Z]{9}$/);
  expect(shortReference('20261048213-12AB', 10)).toBe(long);
  expect(shortReference('RO 1', 10)).toBe(referenceMark('RO 1', 10));
});

test('receipts in a row have marks of their own', () => {
  const marks = Array.from({ length: 20_000 }, (_, i) => referenceMark(`2026104821300-${i}A`, 10));
  expect(new Set(marks).size).toBe(marks.length);
});

test('whatever the reference, the mark has the length that was asked for', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 20 }), (text, max) => {
      expect(referenceMark(text, max)).toHaveLength(max);
      expect(shortReference(text, max).length).toBeLessThanOrEqual(max);
    }),
  );
});

test('a reason is one line, not endless, and repeats no secret', () => {
  expect(tidyReason('Bad\r\n key\u0000 abc-1 and\tabc-1', ['abc-1', ''])).toBe('Bad key … and …');
  expect(tidyReason('x'.repeat(1000), [])).toHaveLength(300);
});
