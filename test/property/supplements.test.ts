import { expect, test } from 'vitest';
import { type Chance, chanceOf } from '../../src-shared/demo/chance.ts';
import { cumulative } from '../../src-shared/domain/estimate/supplement/cumulative.ts';
import { type SummaryRow, supplementOf } from '../../src-shared/domain/estimate/supplement/supplement.ts';
import type { Version } from '../../src-shared/domain/estimate/supplement/version.ts';
import { randomRuledEstimate } from '../bench/random-estimate.ts';

const sum = (rows: readonly SummaryRow[]): number => rows.reduce((total, row) => total + row.amount, 0);

function randomVersion(chance: Chance, label: string): Version {
  const { lines, ...pricing } = randomRuledEstimate(chance, 1 + chance.below(8));
  const sheet = lines.map((line) => ({
    ...line,
    id: `line ${chance.below(12)}`,
    text: { description: '' },
    note: { text: '' },
    marks: { manual: true, changed: false },
  }));
  const distinct = [...new Map(sheet.map((line) => [line.id, line])).values()];
  return { label, estimator: '', lines: distinct, pricing };
}

test('whatever changes between two versions, the rows of the supplement sum to the difference of their totals', () => {
  const chance = chanceOf(206);
  for (let i = 0; i < 2_000; i += 1) {
    const versions = ['E01', 'S01', 'S02'].map((label) => randomVersion(chance, label));
    const [first, second, third] = versions as [Version, Version, Version];
    for (const supplement of [supplementOf(first, second), supplementOf(second, third)]) {
      expect({ i, sum: sum(supplement.rows) }).toEqual({ i, sum: supplement.subtotal });
      expect({ i, sum: sum(supplement.rows) + sum(supplement.taxRows) }).toEqual({ i, sum: supplement.total });
    }
    const { versions: amounts, workfileTotal, adjustments, net } = cumulative(versions);
    expect(amounts.reduce((total, one) => total + one.amount, 0)).toBe(workfileTotal);
    expect(workfileTotal - adjustments).toBe(net);
  }
});
