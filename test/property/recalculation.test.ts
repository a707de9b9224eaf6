/** What is remembered from one price to the next never shows: after any edits an estimate costs what it costs anew. */
import { expect, test } from 'vitest';
import { type Chance, chanceOf } from '../../src-shared/demo/chance.ts';
import { priceEstimate } from '../../src-shared/domain/estimate/price-estimate.ts';
import type { SheetLine } from '../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { writtenEstimate } from '../bench/written-estimate.ts';

const estimates = 20;
const editsOfEach = 25;

test('500 edits in turn come to what each estimate comes to anew, down to its rows', () => {
  const chance = chanceOf(20261123);
  for (let seed = 1; seed <= estimates; seed += 1) {
    let estimate = writtenEstimate(seed, 30 + chance.below(60));
    const spare = writtenEstimate(seed + estimates, 100).lines;
    for (let edit = 0; edit < editsOfEach; edit += 1) {
      const lines = edited(estimate.lines, chance.pick([spare[0] as SheetLine, ...spare]), chance);
      // Another workfile's rates now and then, and these again.
      estimate = { ...estimate, lines, ...(chance.percent(5) && { rates: { ...estimate.rates } }) };
      const [priced, anew] = [priceEstimate(estimate), priceEstimate(structuredClone(estimate))];
      if (JSON.stringify(priced) !== JSON.stringify(anew))
        expect({ seed, edit, priced }).toEqual({ seed, edit, priced: anew });
    }
  }
  expect(estimates * editsOfEach).toBe(500);
}, 120_000);

/** A cell of a line, a line more or less, two lines changing places, or a payer and a betterment of their own. */
function edited(lines: readonly SheetLine[], other: SheetLine, chance: Chance): readonly SheetLine[] {
  const at = chance.below(lines.length);
  const line = lines[at] as SheetLine;
  const changed = (change: Partial<SheetLine>) => lines.with(at, { ...line, ...change });
  const edits: [() => readonly SheetLine[], ...(() => readonly SheetLine[])[]] = [
    () => changed({ labor: { ...line.labor, tenths: chance.below(80) } }),
    () => changed({ refinish: { ...line.refinish, tenths: chance.below(45) } }),
    () => changed({ deleted: !line.deleted }),
    () => changed({ share: { of: chance.pick(['claim', 'customer', 'related-prior']) } }),
    () => changed({ betterment: { ...bettered, kind: chance.pick(['none', 'rate', 'amount']) } }),
    () => changed({ work: { operation: chance.pick(['blend', 'repair', 'sublet', 'heading']) } }),
    () => lines.toSpliced(at, 0, { ...other, id: `${other.id} ${chance.below(1_000_000)}` }),
    () => lines.toSpliced(at, 1 + chance.below(3)),
    () => lines.with(at, lines.at(at - 1) as SheetLine).with(at - 1, line),
    () => lines.toReversed(),
  ];
  const next = chance.pick(edits)();
  return next.length < 3 ? lines : next;
}

const bettered = {
  kind: 'rate' as const,
  rate: 200_000,
  amountCents: 5_000,
  part: true,
  labor: true,
  paint: true,
  materials: true,
};
