/** All automatic refinish time of an estimate, panel after panel with big integers. */
import type { AutomaticInput, RefinishLine } from '../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import type { Automatic, Panel } from '../../src-shared/domain/estimate/refinish/panel.ts';
import { areAdjacent } from '../../src-shared/domain/estimate/refinish/panel-place.ts';
import { percent, sum } from './exact-money.ts';

type Painted = { readonly tenths: number; readonly panel: Panel; readonly automatic: Automatic };

export function exactAutomatic({ lines, rules, finish }: AutomaticInput): bigint {
  const panels = lines.flatMap(paintedOf);
  const times = panels.map((one, i) => {
    const overlap = overlapOf(one, panels, i);
    return { overlap, ...finishOf(one, BigInt(one.tenths) - overlap, isHigh(panels, i), finish.stages) };
  });
  const extras = sum(panels, ({ panel }) => BigInt(panel.edgingTenths + panel.undersideTenths));
  const finished = times.flatMap((one) => one.finish);
  const all = sum(finished, (time) => time);
  const byHand = finish.stages === 2 && finished.some((time) => time !== 0n) ? finish.clearCoatTenths : null;
  const clear = byHand === null ? cap(all, finish.stages === 2 ? rules.clearCapTenths : null) : BigInt(byHand);
  const twoTone = cap(
    sum(times, (one) => one.twoTone),
    rules.twoToneCapTenths,
  );
  return clear + twoTone + extras - sum(times, (one) => one.overlap);
}

function paintedOf({ panel, automatic, deleted, refinish, work }: RefinishLine): readonly Painted[] {
  if (panel === undefined || automatic === undefined || panel.kind === '' || work.operation === 'blend') return [];
  return deleted || refinish.included || refinish.tenths <= 0 ? [] : [{ tenths: refinish.tenths, panel, automatic }];
}

const isOnCar = ({ panel }: Painted): boolean => panel.kind === 'major' && !panel.offCar;
const isHigh = (panels: readonly Painted[], i: number): boolean =>
  panels[i]?.panel.offCar === true || panels.findIndex(isOnCar) === i;

function overlapOf(one: Painted, panels: readonly Painted[], i: number): bigint {
  const { panel } = one;
  const touches = panels.slice(0, i).some((other) => isOnCar(other) && areAdjacent(other.panel.place, panel.place));
  const found = () => {
    if (isHigh(panels, i)) return 'none';
    if (panel.kind === 'minor') return panels.some(isOnCar) ? 'minor' : 'none';
    return touches ? 'adjacent' : 'apart';
  };
  const choice = panel.overlap === 'auto' ? found() : panel.overlap;
  return BigInt(Math.min({ none: 0, adjacent: 4, apart: 2, minor: 2 }[choice], one.tenths));
}

function finishOf({ panel, automatic }: Painted, left: bigint, high: boolean, stages: 1 | 2 | 3) {
  const twoTone = panel.twoTone ? BigInt(automatic.twoTone ?? percent(left, high ? 500_000 : 300_000)) : 0n;
  if (stages === 1) return { twoTone, finish: [] };
  const [most, less] = stages === 2 ? [400_000, 200_000] : [700_000, 400_000];
  const extra = (tenths: number, byHand: number | null) =>
    tenths === 0 ? [] : [BigInt(byHand ?? percent(BigInt(tenths), less))];
  const finish = [
    BigInt(automatic.finish ?? percent(left, high ? most : less)),
    ...extra(panel.edgingTenths, automatic.finishEdging),
    ...extra(panel.undersideTenths, automatic.finishUnderside),
  ];
  return { twoTone, finish };
}

const cap = (time: bigint, most: number | null): bigint => (most !== null && time > BigInt(most) ? BigInt(most) : time);
