/** A new workfile starts with what the shop charged last, and with nothing while nobody entered anything. */
import { expect, test } from 'vitest';
import { type Rates, ratesSpec } from '../../../src-shared/domain/estimate/rates.ts';
import { hasLaborRates, usualRates } from '../../../src-shared/domain/estimate/usual-rates.ts';
import { emptyGroup, parseGroup } from '../../../src-shared/domain/record.ts';
import { emptyRates } from '../../support/golden/printed-totals.ts';

const withBody = (body: number) => ({ ...emptyRates, labor: { ...emptyRates.labor, body } });

test('the newest rates that somebody entered are the usual ones', () => {
  const newestFirst = [
    { from: 'new', rates: emptyRates },
    { from: '48213', rates: withBody(7500) },
    { from: '48190', rates: withBody(6800) },
  ];
  expect(usualRates(newestFirst)).toMatchObject({ from: '48213', rates: { labor: { body: 7500 } } });
});

test('labor, supplies and tax are usual; a discount belongs to one customer', () => {
  const rates = { ...withBody(7500), discount: { rate: 20_000 } };
  expect(Object.keys(usualRates([{ from: '', rates }])?.rates ?? {})).toEqual(['labor', 'supplies', 'tax']);
});

test('a shop without rates has no usual ones', () => {
  expect(usualRates([])).toBeUndefined();
  expect(usualRates([{ from: 'new', rates: emptyRates }])).toBeUndefined();
  expect(hasLaborRates(emptyRates)).toBe(false);
});

test('rates are looked at no further than needed', () => {
  function* newestFirst() {
    yield { from: '48213', rates: withBody(7500) };
    throw new Error('looked too far');
  }
  expect(usualRates(newestFirst())?.from).toBe('48213');
});

test('a discount is at most 100 percent', () => {
  const discount = (rate: number) => parseGroup(ratesSpec, 'discount', { rate });
  expect(discount(1_000_000).ok).toBe(true);
  expect(discount(1_000_001)).toMatchObject({ failure: { issue: 'too-large', limit: 1_000_000 } });
  expect(emptyGroup(ratesSpec, 'discount')).toEqual({ rate: 0 } satisfies Rates['discount']);
});
