// Our lines as foreign lines. A line that came from a file keeps what the file said wherever nothing was changed here.

import { sameValue } from '../../base/same-value.ts';
import type { LaborType } from '../estimate/labor-type.ts';
import { bettermentCodeOf } from './betterment-codes.ts';
import { codeOfOperation, hasOwnReference, laborCodeOf, partCodeOf, payerCodes, referenceOf } from './codes.ts';
import { type ForeignLabor, type ForeignLine, noLabor, noLine, noPart } from './foreign.ts';
import {
  emptyLabor,
  emptyMisc,
  emptyPart,
  emptyRefinish,
  groupsOfLine,
  type LineGroups,
  type Meanings,
} from './line-in.ts';

/** A foreign line of our groups alone. The rows are of one line: the first, and those of its further labour. */
export function freshLine(rows: readonly [LineGroups, ...LineGroups[]], meanings: Meanings): ForeignLine {
  const [first, ...further] = rows;
  const { operation } = first.work;
  const part = sameValue(first.part, emptyPart) ? null : partOf(first, meanings.system);
  const misc = sameValue(first.misc, emptyMisc)
    ? null
    : { cents: first.misc.amountCents, sublet: operation === 'sublet', taxed: first.misc.taxed };
  const labor = [...laborOf(first, meanings), ...further.flatMap((row) => laborOf(row, meanings))];
  return {
    ...noLine,
    status: '1',
    reference: referenceOf(operation, first.marks.manual),
    whoPays: payerCodes[first.share.of],
    description: first.text.description,
    memo: first.note.text,
    manual: first.marks.manual,
    described: first.marks.changed ? true : null,
    part: part === null && first.adjust.own ? { ...noPart, ...marked(first) } : part,
    labor,
    misc,
    betterment: bettermentOf(first),
  };
}

/** The foreign line that a file had, with what was changed here since. */
export function changedLine(
  was: ForeignLine,
  rows: readonly [LineGroups, ...LineGroups[]],
  meanings: Meanings,
): ForeignLine {
  const before = groupsOfLine(was, meanings);
  if (sameValue(before, rows)) return was;
  const fresh = freshLine(rows, meanings);
  const [old, now] = [before[0], rows[0]];
  const isSame = (...groups: readonly (keyof LineGroups)[]): boolean =>
    old !== undefined && groups.every((group) => sameValue(old[group], now[group]));
  const isTime = isSame('work', 'labor', 'refinish', 'marks') && before.length === rows.length;
  const money = isSame('misc', 'work', 'part') ? was : { ...fresh, charge: null, sublet: null };
  return {
    ...was,
    status: '2',
    reference: isSame('work') ? was.reference : fresh.reference,
    whoPays: isSame('share') ? was.whoPays : fresh.whoPays,
    description: fresh.description,
    memo: fresh.memo,
    manual: isSame('marks') ? was.manual : fresh.manual,
    described: isSame('marks', 'text') ? was.described : fresh.described,
    part: money === was && isSame('adjust', 'marks') ? was.part : joinedPart(was, fresh, isSame('part')),
    labor: isTime ? was.labor : joinedLabor(was, fresh),
    misc: money.misc,
    charge: money.charge,
    sublet: money.sublet,
    betterment: isSame('betterment') ? was.betterment : fresh.betterment,
  };
}

/** What the database says stays beside the new price. */
function joinedPart(was: ForeignLine, { part }: ForeignLine, isSame: boolean): ForeignLine['part'] {
  if (part === null || was.part === null) return part;
  const { databaseCents, alternateMaker, supplier } = was.part;
  return {
    ...part,
    databaseCents,
    alternateMaker,
    supplier,
    type: isSame ? was.part.type : part.type,
    judged: !isSame || was.part.judged,
  };
}

function joinedLabor(was: ForeignLine, { labor }: ForeignLine): ForeignLine['labor'] {
  return labor.map((one) => {
    const before = was.labor.find(({ type }) => type === one.type);
    if (before === undefined) return one;
    const { databaseTenths, stages, tones, taxed } = before;
    const judged = one.tenths !== before.tenths || before.hoursJudged === true;
    return { ...one, databaseTenths, stages, tones, taxed, hoursJudged: judged };
  });
}

function partOf(row: LineGroups, system: string): ForeignLine['part'] {
  const { type, number, quantity, priceCents: cents, included, taxed } = row.part;
  const certified = type === 'certified' ? true : null;
  return {
    ...noPart,
    type: partCodeOf(type, system),
    number,
    quantity,
    cents,
    included,
    taxed,
    certified,
    ...marked(row),
  };
}

const marked = ({ adjust, marks }: LineGroups) => ({
  markRate: adjust.own ? adjust.rate : 0,
  markCents: adjust.own ? adjust.amountCents : 0,
  judged: marks.changed ? true : null,
});

function laborOf(row: LineGroups, { labor: types }: Meanings): readonly ForeignLabor[] {
  const { work, labor, refinish, marks } = row;
  const operation = codeOfOperation(work.operation);
  const isPaintWork = ['refinish', 'blend', 'clear-coat', 'overlap'].includes(work.operation);
  const hasPaint = !sameValue(refinish, emptyRefinish) || labor.type === 'refinish';
  const hasMain = !sameValue(labor, emptyLabor) || (needsWord(row) && !(isPaintWork && hasPaint));
  const judged = marks.changed ? true : null;
  const main: ForeignLabor = {
    ...noLabor,
    type: codeOf(labor.type, types),
    operation,
    tenths: labor.tenths,
    included: labor.included,
    hoursJudged: judged,
  };
  const ofPaint = hasMain ? 'OP6' : operation;
  const paint: ForeignLabor = {
    ...noLabor,
    type: 'LAR',
    operation: ofPaint,
    tenths: refinish.tenths,
    included: refinish.included,
    hoursJudged: judged,
  };
  return [...(hasMain ? [main] : []), ...(hasPaint ? [paint] : [])];
}

/** Whether an operation is lost unless a labour entry names it. */
function needsWord({ work, misc }: LineGroups): boolean {
  if (hasOwnReference(work.operation) || work.operation === 'none') return false;
  return work.operation !== 'sublet' || sameValue(misc, emptyMisc);
}

function codeOf(type: LaborType, types: Meanings['labor']): string {
  for (const [code, meant] of types) if (meant === type && code !== '') return code;
  return laborCodeOf(type);
}

function bettermentOf({ betterment }: LineGroups): ForeignLine['betterment'] {
  const { kind, rate, amountCents, ...components } = betterment;
  if (kind === 'none') return null;
  const type = bettermentCodeOf(components);
  return { type, rate: kind === 'rate' ? rate : 0, cents: amountCents, taxed: null };
}
