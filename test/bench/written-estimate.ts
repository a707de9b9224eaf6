/** A large estimate as it is written: every rule of a profile, and refinished panels with all their automatic rows. */
import { type Chance, chanceOf } from '../../src-shared/demo/chance.ts';
import type { WrittenEstimate } from '../../src-shared/domain/estimate/price-estimate.ts';
import { pricedPartTypes, type RateRules } from '../../src-shared/domain/estimate/profile/rate-rules.ts';
import type { SheetLine } from '../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { panelGroup } from '../../src-shared/domain/estimate/refinish/panel.ts';
import { panelPlaces } from '../../src-shared/domain/estimate/refinish/panel-place.ts';
import type { PricedLine } from '../../src-shared/domain/estimate/totals.ts';
import { randomRuledEstimate } from './random-estimate.ts';

/** Parts at a quarter more; every twelfth line a refinished panel, every twenty-fifth with a markup, betterment or payer of its own. */
export function writtenEstimate(seed: number, lineCount: number): WrittenEstimate {
  const chance = chanceOf(seed);
  const { lines, rates, estimate, insurance } = randomRuledEstimate(chance, lineCount);
  return {
    lines: lines.map((line, i) => written(line, i, chance)),
    rates: { ...rates, partMarkup: quarterMore },
    estimate: { ...estimate, finish: { stages: 2, clearCoatTenths: null } },
    insurance,
  };
}

const quarterMore = Object.fromEntries(pricedPartTypes.map((type) => [type, 250_000])) as RateRules['partMarkup'];

/** A line as it is read from its record: groups that say nothing are absent. */
function written(
  { adjust, betterment, share, panel: _panel, ...line }: PricedLine,
  i: number,
  chance: Chance,
): SheetLine {
  const { automatic: _automatic, state: _state, ...usual } = line;
  const common = {
    ...usual,
    id: `line ${i}`,
    text: { description: `line ${i}` },
    note: { text: '' },
    marks: { manual: true, changed: false },
  };
  if (i % 12 === 0) return { ...painted(common), panel: panelOf(chance) };
  if (i % 25 !== 0) return common;
  return {
    ...common,
    ...(adjust !== undefined && { adjust }),
    ...(betterment !== undefined && { betterment }),
    ...(share !== undefined && { share }),
  };
}

const painted = (line: SheetLine): SheetLine => ({
  ...line,
  deleted: false,
  work: { operation: 'repair' },
  refinish: { tenths: Math.max(12, Math.abs(line.refinish.tenths)), included: false },
});

const panelOf = (chance: Chance): NonNullable<SheetLine['panel']> => ({
  ...panelGroup.parse({}),
  kind: chance.percent(80) ? 'major' : 'minor',
  place: chance.pick(panelPlaces),
  edgingTenths: chance.percent(20) ? 5 : 0,
  undersideTenths: chance.percent(10) ? 10 : 0,
  twoTone: chance.percent(10),
});
