// The rows that follow from refinished panels: overlap, edging, underside, clear coat, three-stage and two-tone.
// They are computed and never stored, so that two PCs always agree; what is stored is what somebody set by hand.

import { type Tenths, tenths } from '../../../base/hours.ts';
import { multiplyDivide } from '../../../base/money.ts';
import type { EstimatePricing } from '../adjustment-groups.ts';
import type { Line } from '../line.ts';
import type { LinePricing } from '../line-pricing.ts';
import { type Overlap, overlapsOf, type Placed } from './overlap.ts';
import type { Automatic } from './panel.ts';
import type { RefinishRules } from './refinish-rules.ts';

export type RowKind = 'overlap' | 'edging' | 'underside' | 'clear-coat' | 'three-stage' | 'two-tone';

/** Why a row has its time. */
export type Why =
  | { readonly rule: 'typed' }
  | { readonly rule: 'overlap'; readonly kind: 'adjacent' | 'apart' | 'minor'; readonly neighbour: string | null }
  | {
      readonly rule: 'percent';
      readonly of: Tenths;
      readonly percent: number;
      readonly panel: 'first' | 'other' | 'off-car';
    }
  | { readonly rule: 'cap'; readonly of: readonly AutomaticRow[]; readonly sum: Tenths; readonly cap: Tenths }
  | { readonly rule: 'whole'; readonly of: readonly AutomaticRow[]; readonly sum: Tenths };

/** A row that the program adds. `key` is the same on every PC and through every change of the cause. */
export type AutomaticRow = {
  readonly key: string;
  readonly kind: RowKind;
  /** The line that causes it; null for the one row of the whole estimate. */
  readonly cause: string | null;
  /** The line under which it stands. */
  readonly after: string;
  readonly tenths: Tenths;
  /** What it would be without anybody's hand. */
  readonly computed: Tenths;
  readonly byHand: boolean;
  readonly why: Why;
};

/** The time of a blend, which is a share of its panel's full time. */
export type BlendTime = {
  readonly line: string;
  readonly tenths: Tenths;
  readonly computed: Tenths;
  readonly byHand: boolean;
  readonly of: Tenths;
  readonly percent: number;
};

export type RefinishLine = Pick<Line, 'deleted' | 'work' | 'refinish'> & { readonly id: string } & Partial<
    Pick<LinePricing, 'panel' | 'automatic'>
  >;

export type AutomaticInput = {
  /** In the order of the estimate: the first major panel is the first of them. */
  readonly lines: readonly RefinishLine[];
  readonly rules: RefinishRules;
  readonly finish: EstimatePricing['finish'];
};

export type AutomaticTimes = {
  readonly rows: readonly AutomaticRow[];
  readonly blends: readonly BlendTime[];
  /** Clear coat time that its cap cut off; material may still be charged for it. */
  readonly clearBeyondCap: Tenths;
};

const nothingByHand: Automatic = {
  overlap: null,
  blend: null,
  finish: null,
  finishEdging: null,
  finishUnderside: null,
  twoTone: null,
};

type Computed = {
  readonly panels: readonly RefinishLine[];
  readonly finish: EstimatePricing['finish'];
  readonly times: AutomaticTimes;
};

// By the rules: most edits are of lines that refinish no panel.
const computed = new WeakMap<RefinishRules, Computed>();

/** Computes the automatic rows of an estimate; the same object while no panel and no rule changes. */
export function automaticTimes(input: AutomaticInput): AutomaticTimes {
  const { rules, finish } = input;
  const panels = input.lines.filter((line) => line.panel !== undefined);
  const before = computed.get(rules);
  if (before?.finish === finish && areSame(before.panels, panels)) return before.times;
  const times = timesOf(panels, input);
  computed.set(rules, { panels, finish, times });
  return times;
}

const areSame = (some: readonly RefinishLine[], others: readonly RefinishLine[]): boolean =>
  some.length === others.length && some.every((line, at) => line === others[at]);

function timesOf(panels: readonly RefinishLine[], input: AutomaticInput): AutomaticTimes {
  const placed = placedPanels(panels);
  const overlaps = overlapsOf(placed, input.rules);
  const own: AutomaticRow[] = [];
  placed.forEach((panel, i) => {
    for (const row of rowsOf(panel, overlaps[i] ?? null, input)) own.push(row);
  });
  const finished = cappedFinish(own, input);
  const hasTwoTone = placed.some(({ panel }) => panel.twoTone);
  const { rows } = hasTwoTone ? capped(finished.rows, 'two-tone', input.rules.twoToneCapTenths, null) : finished;
  return {
    rows: rows.filter((row) => row.tenths !== 0 || row.byHand),
    blends: blendsOf(panels, input),
    clearBeyondCap: finished.clearBeyond,
  };
}

/** Clear coat or the third stage under its cap: an estimate has one of them at most. */
function cappedFinish(rows: readonly AutomaticRow[], { rules, finish }: AutomaticInput) {
  if (finish.stages === 3) {
    return { ...capped(rows, 'three-stage', rules.threeStageCapTenths, null), clearBeyond: tenths(0) };
  }
  const clear = capped(rows, 'clear-coat', rules.clearCapTenths, finish.clearCoatTenths);
  return { ...clear, clearBeyond: clear.beyond };
}

/** The panels refinished in full, in order, with the first major panel on the car marked. */
function placedPanels(lines: readonly RefinishLine[]): readonly Placed[] {
  let first = true;
  const placed: Placed[] = [];
  for (const line of lines) {
    const { panel } = line;
    if (panel === undefined || panel.kind === '' || line.deleted || line.refinish.included) continue;
    if (line.work.operation === 'blend' || line.refinish.tenths <= 0) continue;
    const isFirst = first && panel.kind === 'major' && !panel.offCar;
    if (isFirst) first = false;
    const { id, refinish, automatic = nothingByHand } = line;
    placed.push({ line, id, tenths: refinish.tenths, panel, isFirst, automatic });
  }
  return placed;
}

type Known = Pick<AutomaticInput, 'rules' | 'finish'> & {
  readonly isFirst: boolean;
  readonly overlap: Overlap | null;
  readonly rows: readonly AutomaticRow[];
};

// Lines are never written to, and most of them are the same ones from keystroke to keystroke.
const known = new WeakMap<object, Known>();

/** The rows of a panel: the same objects while nothing that they follow from changed. */
function rowsOf(placed: Placed, overlap: Overlap | null, input: AutomaticInput): readonly AutomaticRow[] {
  const { line, isFirst } = placed;
  const { rules, finish } = input;
  const before = known.get(line);
  const isSame = before?.rules === rules && before.finish === finish && before.isFirst === isFirst;
  if (before !== undefined && isSame && isSameOverlap(before.overlap, overlap)) return before.rows;
  const rows: AutomaticRow[] = [];
  addRows(rows, placed, overlap, input);
  known.set(line, { rules, finish, isFirst, overlap, rows });
  return rows;
}

const isSameOverlap = (one: Overlap | null, other: Overlap | null): boolean =>
  one?.kind === other?.kind && one?.tenths === other?.tenths && one?.neighbour === other?.neighbour;

function addRows(rows: AutomaticRow[], placed: Placed, found: Overlap | null, input: AutomaticInput): void {
  const { panel } = placed;
  const overlap = overlapRow(placed, found);
  if (overlap !== undefined) rows.push(overlap);
  const left = tenths(placed.tenths + (overlap?.tenths ?? 0));
  addFinish(rows, placed, { on: 'panel', of: left }, input);
  if (panel.twoTone) rows.push(twoToneRow(placed, left, input.rules));
  for (const extra of extras) {
    const time = tenths(extra === 'edging' ? panel.edgingTenths : panel.undersideTenths);
    if (time === 0) continue;
    rows.push(made(placed, { kind: extra, suffix: extra, computed: time, byHand: null, why: typed }));
    addFinish(rows, placed, { on: extra, of: time }, input);
  }
}

const extras = ['edging', 'underside'] as const;
const typed: Why = { rule: 'typed' };

function overlapRow(placed: Placed, found: Overlap | null): AutomaticRow | undefined {
  const { overlap: byHand } = placed.automatic;
  if (found === null && byHand === null) return undefined;
  const computed = tenths(found === null ? 0 : -Math.min(found.tenths, placed.tenths) || 0);
  const why: Why = { rule: 'overlap', kind: found?.kind ?? 'apart', neighbour: found?.neighbour ?? null };
  return made(placed, { kind: 'overlap', suffix: 'overlap', computed, byHand, why });
}

/** Clear coat of two-stage paint or the third stage: a share of what overlap leaves, less for all but the first panel. */
function addFinish(
  rows: AutomaticRow[],
  placed: Placed,
  { on, of }: { readonly on: 'panel' | (typeof extras)[number]; readonly of: Tenths },
  { rules, finish }: AutomaticInput,
): void {
  if (finish.stages === 1) return;
  const isClear = finish.stages === 2;
  const panel = on === 'panel' ? standingOf(placed) : 'other';
  const first = isClear ? rules.clearFirst : rules.threeStageFirst;
  const percent = panel !== 'other' ? first : isClear ? rules.clearOther : rules.threeStageOther;
  rows.push(
    made(placed, {
      kind: isClear ? 'clear-coat' : 'three-stage',
      suffix: finishSuffixes[on],
      computed: shareOf(of, percent),
      byHand: placed.automatic[finishFields[on]],
      why: { rule: 'percent', of, percent, panel },
    }),
  );
}

const finishSuffixes = { panel: 'finish', edging: 'finish-edging', underside: 'finish-underside' } as const;
const finishFields = { panel: 'finish', edging: 'finishEdging', underside: 'finishUnderside' } as const;

function twoToneRow(placed: Placed, of: Tenths, rules: RefinishRules): AutomaticRow {
  const panel = standingOf(placed);
  const percent = panel === 'other' ? rules.twoToneOther : rules.twoToneFirst;
  const why: Why = { rule: 'percent', of, percent, panel };
  const byHand = placed.automatic.twoTone;
  return made(placed, { kind: 'two-tone', suffix: 'two-tone', computed: shareOf(of, percent), byHand, why });
}

const standingOf = ({ isFirst, panel }: Placed): 'first' | 'other' | 'off-car' => {
  if (panel.offCar) return 'off-car';
  return isFirst ? 'first' : 'other';
};

const shareOf = (time: Tenths, percent: number): Tenths => tenths(multiplyDivide(time, percent, 1_000_000));

type Making = {
  readonly kind: RowKind;
  readonly suffix: string;
  readonly computed: Tenths;
  readonly byHand: number | null;
  readonly why: Why;
};

const made = ({ id }: Placed, { kind, suffix, computed, byHand, why }: Making): AutomaticRow => ({
  key: `${id}:${suffix}`,
  kind,
  cause: id,
  after: id,
  tenths: tenths(byHand ?? computed),
  computed,
  byHand: byHand !== null,
  why,
});

/** Where a cap bites, or somebody set the sum, one row takes the place of all rows of its kind (CCC "Clear Coat 2.5"). */
function capped(rows: readonly AutomaticRow[], kind: RowKind, cap: number | null, byHand: number | null) {
  let sum = tenths(0);
  let last: AutomaticRow | undefined;
  for (const row of rows) {
    if (row.kind !== kind || row.tenths === 0) continue;
    sum = tenths(sum + row.tenths);
    last = row;
  }
  const bites = cap !== null && sum > cap;
  if (last === undefined || (!bites && byHand === null)) return { rows, beyond: tenths(0) };
  const ofKind = rows.filter((row) => row.kind === kind && row.tenths !== 0);
  const computed = bites ? tenths(cap) : sum;
  const why: Why = bites ? { rule: 'cap', of: ofKind, sum, cap: tenths(cap) } : { rule: 'whole', of: ofKind, sum };
  const whole: AutomaticRow = {
    key: kind,
    kind,
    cause: null,
    after: last.after,
    tenths: tenths(byHand ?? computed),
    computed,
    byHand: byHand !== null,
    why,
  };
  const at = rows.indexOf(last);
  const others = (some: readonly AutomaticRow[]) => some.filter((row) => row.kind !== kind);
  return {
    rows: [...others(rows.slice(0, at)), whole, ...others(rows.slice(at + 1))],
    beyond: tenths(sum - computed),
  };
}

function blendsOf(lines: readonly RefinishLine[], { rules, finish }: AutomaticInput): readonly BlendTime[] {
  const percent = finish.stages === 3 ? rules.blendThreeStage : rules.blend;
  const blends: BlendTime[] = [];
  for (const line of lines) {
    const { panel } = line;
    if (panel === undefined || panel.fullTenths === 0 || line.deleted || line.refinish.included) continue;
    if (line.work.operation !== 'blend') continue;
    const of = tenths(panel.fullTenths);
    const computed = shareOf(of, percent);
    const byHand = line.automatic?.blend ?? null;
    blends.push({ line: line.id, tenths: tenths(byHand ?? computed), computed, byHand: byHand !== null, of, percent });
  }
  return blends;
}
