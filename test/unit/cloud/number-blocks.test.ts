/** Which numbers come next: never one that was given, used or held, whatever a restore took away. */
import { describe, expect, test } from 'vitest';
import { blockAfter, type Numbering } from '../../../src-cloud/policies/number-blocks.ts';
import { highestNumber } from '../../../src-shared/sync/commands.ts';

const fresh: Numbering = { given: 0, inEpoch: false, used: 0, held: 0 };
const firstOf = (known: Partial<Numbering>) => blockAfter({ ...fresh, ...known }, 20)?.first;

describe('the next block', () => {
  test('is of five digits in a new shop, and as long as was asked', () => {
    expect(blockAfter(fresh, 20)).toEqual({ first: 10_001, last: 10_020 });
  });

  test('follows what was given, and what workfiles use', () => {
    expect(firstOf({ given: 10_020, inEpoch: true })).toBe(10_021);
    expect(firstOf({ used: 48_213 })).toBe(48_214);
    expect(firstOf({ given: 10_020, inEpoch: true, held: 10_015 })).toBe(10_021);
  });

  test('leaves room after a restore for what may have been given and forgotten', () => {
    expect(firstOf({ given: 10_020 })).toBe(11_021);
    expect(firstOf({ held: 10_040 })).toBe(11_041);
    expect(firstOf({ given: 10_020, held: 10_040 })).toBe(11_041);
  });

  test('ends with the series', () => {
    expect(blockAfter({ ...fresh, given: highestNumber - 20, inEpoch: true }, 20)?.last).toBe(highestNumber);
    expect(blockAfter({ ...fresh, given: highestNumber - 19, inEpoch: true }, 20)).toBeUndefined();
  });
});
