/** Refinished and blended panels by seeded chance, with every place, choice, cap and time set by hand. */
import type { Chance } from '../../src-shared/demo/chance.ts';
import type { Operation } from '../../src-shared/domain/estimate/line.ts';
import type { AutomaticInput, RefinishLine } from '../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import { automaticGroup, overlapChoices, panelGroup } from '../../src-shared/domain/estimate/refinish/panel.ts';
import { panelPlaces } from '../../src-shared/domain/estimate/refinish/panel-place.ts';
import { guideRules } from '../../src-shared/domain/estimate/refinish/refinish-rules.ts';

function randomLine(chance: Chance, i: number): RefinishLine {
  const operation: Operation = chance.percent(15) ? 'blend' : 'repair';
  const byHand = () => (chance.percent(6) ? chance.below(20) : null);
  return {
    id: `line ${i}`,
    deleted: chance.percent(5),
    work: { operation },
    refinish: { tenths: chance.below(45), included: chance.percent(5) },
    panel: {
      ...panelGroup.parse({}),
      kind: chance.pick(['', 'major', 'major', 'minor']),
      place: chance.pick(panelPlaces),
      offCar: chance.percent(20),
      overlap: chance.percent(70) ? 'auto' : chance.pick(overlapChoices),
      edgingTenths: chance.percent(20) ? chance.below(10) : 0,
      undersideTenths: chance.percent(20) ? chance.below(20) : 0,
      twoTone: chance.percent(20),
    },
    automatic: { ...automaticGroup.parse({}), finish: byHand(), finishEdging: byHand(), twoTone: byHand() },
  };
}

/** One to nine lines, and the rules for them. */
export const randomRefinish = (chance: Chance): AutomaticInput => ({
  lines: Array.from({ length: 1 + chance.below(9) }, (_, i) => randomLine(chance, i)),
  rules: {
    ...guideRules,
    clearCapTenths: chance.percent(60) ? 25 : null,
    twoToneCapTenths: chance.percent(30) ? 15 : null,
  },
  finish: { stages: chance.pick([1, 2, 3]), clearCoatTenths: chance.percent(10) ? chance.below(40) : null },
});
