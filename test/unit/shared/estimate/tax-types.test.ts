import { expect, test } from 'vitest';
import { asTaxType, taxesOf } from '../../../../src-shared/domain/estimate/totals/taxes.ts';

test('the single sales tax as a tax type is taken at the same rate of the same categories', () => {
  const tax = { rate: 66_250, parts: true, labor: false, supplies: true, misc: false, charges: true };
  const [single] = taxesOf({ tax });
  const [typed] = taxesOf({ tax: { ...tax, rate: 0 }, taxes: { types: [asTaxType(tax)] } });
  expect(typed).toEqual({ ...single, code: 'ST', name: 'Sales tax' });
});
