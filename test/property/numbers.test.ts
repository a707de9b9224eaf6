import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CivilDate, isCivilDate, parseDate, printDate } from '../../src-shared/base/dates.ts';
import { maxTenths, parseHours, printHours, tenths } from '../../src-shared/base/hours.ts';
import {
  cents,
  divideRounded,
  maxCents,
  multiplyDivide,
  parseMoney,
  parseRate,
  printMoney,
  printRate,
  type Rate,
} from '../../src-shared/base/money.ts';
import { parseNumberText } from '../../src-shared/base/number-text.ts';
import { ok } from '../../src-shared/base/result.ts';
import { laborTypes } from '../../src-shared/domain/estimate/labor-type.ts';
import { parseLabor, parseMisc, printLabor, printMisc } from '../../src-shared/domain/estimate/line-cells.ts';
import { anyText } from './any-text.ts';

test('printed money is read back as it was', () => {
  const anyCents = fc.integer({ min: -maxCents, max: maxCents });
  fc.assert(
    fc.property(anyCents, (amount) => {
      expect(parseMoney(printMoney(cents(amount)), 'x')).toEqual(ok(amount));
    }),
  );
});

test('printed hours are read back as they were', () => {
  const anyTenths = fc.integer({ min: -maxTenths, max: maxTenths });
  fc.assert(
    fc.property(anyTenths, (time) => {
      expect(parseHours(printHours(tenths(time)), 'x')).toEqual(ok(time));
    }),
  );
});

test('printed rates are read back as they were', () => {
  const anyRate = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(anyRate, (rate) => {
      expect(parseRate(printRate(rate as Rate), 'x')).toEqual(ok(rate));
    }),
  );
});

test('printed dates are read back as they were', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as CivilDate);
  fc.assert(
    fc.property(day, (date) => {
      expect(isCivilDate(date)).toBe(true);
      expect(parseDate(printDate(date), 'x')).toEqual(ok(date));
    }),
  );
});

test('printed labour and misc cells are read back as they were', () => {
  const labor = fc.record({
    type: fc.constantFrom(...laborTypes),
    tenths: fc.integer({ min: -maxTenths, max: maxTenths }).filter((time) => time !== 0),
    included: fc.constant(false),
  });
  const misc = fc.record({
    amountCents: fc.integer({ min: -maxCents, max: maxCents }).filter((amount) => amount !== 0),
    taxed: fc.boolean(),
  });
  fc.assert(
    fc.property(labor, (value) => {
      expect(parseLabor(printLabor(value), 'x')).toEqual(ok(value));
    }),
  );
  fc.assert(
    fc.property(misc, (value) => {
      expect(parseMisc(printMisc(value), 'x')).toEqual(ok(value));
    }),
  );
});

test('any text at all is a number or a failure that names its field, never an exception', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789.,()=+-*/$% TXmh−e') });
  fc.assert(
    fc.property(fc.oneof(anyText, digits), (text) => {
      for (const parse of [parseNumberText, parseMoney, parseHours, parseRate, parseDate]) {
        const parsed = parse(text, 'x');
        const sound = parsed.ok
          ? typeof parsed.value === 'string' || Number.isFinite(parsed.value)
          : parsed.failure.kind === 'invalid' && parsed.failure.field === 'x';
        expect(sound).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test('rounded division and multiplication agree with big integers', () => {
  const whole = fc.integer({ min: -9_999_999_999_999, max: 9_999_999_999_999 });
  // The result has to be a safe integer, as every amount is.
  const divisor = fc.integer({ min: 10_000, max: 1_000_000 });
  fc.assert(
    fc.property(whole, fc.integer({ min: -1_000_000, max: 1_000_000 }), divisor, (a, b, c) => {
      expect(BigInt(divideRounded(a, c))).toBe(bigRounded(BigInt(a), BigInt(c)));
      expect(BigInt(multiplyDivide(a, b, c))).toBe(bigRounded(BigInt(a) * BigInt(b), BigInt(c)));
    }),
  );
});

/** a/b rounded half away from zero. */
function bigRounded(a: bigint, b: bigint): bigint {
  const size = a < 0n ? -a : a;
  const rounded = (2n * size + b) / (2n * b);
  return a < 0n ? -rounded : rounded;
}
