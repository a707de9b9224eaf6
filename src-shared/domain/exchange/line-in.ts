// What a foreign line is here: the groups of a line, one line more for each further kind of labour.

import type { LaborType } from '../estimate/labor-type.ts';
import type { Line, Operation } from '../estimate/line.ts';
import { type LinePricing, linePricingGroups } from '../estimate/line-pricing.ts';
import { componentsOf } from './betterment-codes.ts';
import {
  isManual,
  laborTypesOf,
  operationOfCode,
  operationOfReference,
  ownSystem,
  partTypeOf,
  shareOfPayer,
} from './codes.ts';
import { type Foreign, type ForeignLabor, type ForeignLine, noLabor, noPart } from './foreign.ts';

/** The groups of a line that a file can say something about. */
export type LineGroups = Pick<Line, 'work' | 'text' | 'note' | 'part' | 'labor' | 'refinish' | 'misc' | 'marks'> &
  Pick<LinePricing, 'adjust' | 'betterment' | 'share'>;

/** What the codes of one file mean. */
export type Meanings = {
  readonly system: string;
  readonly labor: ReadonlyMap<string, LaborType>;
  /** Whether a part type is taxed where its line does not say. */
  readonly partTaxed: ReadonlyMap<string, boolean>;
};

export const emptyPart: Line['part'] = {
  type: '',
  number: '',
  quantity: 1,
  priceCents: 0,
  included: false,
  taxed: true,
};
export const emptyLabor: Line['labor'] = { type: 'body', tenths: 0, included: false };
export const emptyMisc: Line['misc'] = { amountCents: 0, taxed: true };
export const emptyRefinish: Line['refinish'] = { tenths: 0, included: false };
const emptyAdjust = linePricingGroups.adjust.parse({});
const emptyBetterment = linePricingGroups.betterment.parse({});

/** A line that says nothing yet. */
export const emptyGroups: LineGroups = {
  work: { operation: 'none' },
  text: { description: '' },
  note: { text: '' },
  part: emptyPart,
  labor: emptyLabor,
  refinish: emptyRefinish,
  misc: emptyMisc,
  marks: { manual: true, changed: false },
  adjust: emptyAdjust,
  betterment: emptyBetterment,
  share: { of: 'claim' },
};

/** What the codes of a file mean, from the file alone. */
export function meaningsOf({ document, rates, lines }: Pick<Foreign, 'document' | 'rates' | 'lines'>): Meanings {
  const codes = [
    ...rates.labor.map(({ code }) => code),
    ...lines.flatMap(({ labor }) => labor.map(({ type }) => type)),
  ];
  const taxed = rates.parts.flatMap(({ code, taxed: isTaxed }) => (isTaxed === null ? [] : [[code, isTaxed] as const]));
  return { system: document.system, labor: laborTypesOf(codes), partTaxed: new Map(taxed) };
}

/** Labour entries by the lines they make: the first main one with the first of paint, then each further one alone. */
function laborRows(line: ForeignLine): readonly { readonly main?: ForeignLabor; readonly paint?: ForeignLabor }[] {
  const paints = line.labor.filter(({ type }) => type === 'LAR');
  const mains = line.labor.filter(({ type }) => type !== 'LAR');
  // Refinish time typed as labour of a line stands before the time of its paint column.
  if (mains.length === 0 && paints.length > 1) mains.push(...paints.splice(0, 1));
  const [main, ...moreMains] = mains;
  const [paint, ...morePaints] = paints;
  return [
    { ...(main && { main }), ...(paint && { paint }) },
    ...moreMains.map((one) => ({ main: one })),
    ...morePaints.map((one) => ({ paint: one })),
  ];
}

/** The lines that one foreign line makes; the first holds its part and its money. */
export function groupsOfLine(line: ForeignLine, meanings: Meanings): readonly LineGroups[] {
  return laborRows(line).map(({ main, paint }, i) => {
    const isFirst = i === 0;
    const source = isFirst ? line : { ...line, part: null, misc: null, charge: null, sublet: null, betterment: null };
    const labor = main === undefined ? emptyLabor : laborGroup(main, meanings);
    const refinish = paint === undefined ? emptyRefinish : { tenths: paint.tenths, included: paint.included === true };
    const misc = miscOf(source);
    const part = isSubletPart(source) ? emptyPart : partOf(source, meanings);
    const operation = allowedOperation(operationOf(source, main ?? paint), { labor, refinish, part, misc });
    return {
      work: { operation },
      text: { description: line.description },
      note: { text: line.memo },
      part,
      labor,
      refinish,
      misc,
      marks: marksOf(line, meanings.system),
      adjust: adjustOf(source),
      betterment: bettermentOf(source),
      share: { of: shareOf(line) },
    };
  });
}

const laborGroup = ({ type, tenths, included }: ForeignLabor, { labor }: Meanings): Line['labor'] => ({
  type: type === '' ? 'body' : (labor.get(type) ?? 'body'),
  tenths,
  included: included === true,
});

/** A manual sublet that Mitchell books as an existing part with a price. */
const isSubletPart = ({ sublet }: ForeignLine): boolean => sublet?.part === true || sublet?.labor === true;

function partOf({ part }: ForeignLine, { system, partTaxed }: Meanings): Line['part'] {
  if (part === null) return emptyPart;
  const isAlternate = part.alternateNumber !== '' && part.alternate !== false;
  return {
    type: partTypeOf(part.type, system, part.certified === true),
    number: (isAlternate ? part.alternateNumber : part.number).slice(0, 40),
    quantity: part.quantity ?? 1,
    priceCents: part.cents,
    included: part.included === true,
    taxed: part.taxed ?? partTaxed.get(part.type) ?? true,
  };
}

function miscOf({ misc, charge, sublet, part, labor }: ForeignLine): Line['misc'] {
  if (sublet !== null && (sublet.part === true || sublet.labor === true)) {
    const { cents, quantity, taxed } = part ?? noPart;
    const isTaxed = sublet.labor === true ? (labor[0] ?? noLabor).taxed : taxed;
    return { amountCents: cents * (quantity || 1) + (charge?.cents ?? 0), taxed: isTaxed ?? true };
  }
  const money = misc ?? charge;
  return money === null
    ? emptyMisc
    : { amountCents: money.cents, taxed: money.cents === 0 && misc === null ? true : (money.taxed ?? true) };
}

function operationOf(line: ForeignLine, entry: ForeignLabor | undefined): Operation {
  const named = operationOfReference(line.reference);
  if (named !== undefined) return named;
  if (isSubletPart(line) || line.misc?.sublet === true || line.charge?.type === 'OTSL') return 'sublet';
  if (entry === undefined) return 'none';
  return entry.operation === '' ? guessed(line.description, entry) : operationOfCode(entry.operation);
}

/** CCC writes no code on its refinish, overhaul and aim lines. */
function guessed(description: string, { type, tenths }: ForeignLabor): Operation {
  if (/^(add for )?clear coat/i.test(description)) return 'clear-coat';
  if (/^overlap/i.test(description)) return 'overlap';
  if (/^o\/h\b/i.test(description)) return 'overhaul';
  if (/^aim\b/i.test(description)) return 'align';
  return type === 'LAR' && tenths !== 0 ? 'refinish' : 'none';
}

type Amounts = Pick<Line, 'labor' | 'refinish' | 'part' | 'misc'>;

/** Only some operations may take time or money away here; a line that does is one of them, whatever its code. */
function allowedOperation(operation: Operation, { labor, refinish, part, misc }: Amounts): Operation {
  if (part.priceCents < 0 || misc.amountCents < 0) return 'credit';
  const takesTime = labor.tenths < 0 || refinish.tenths < 0;
  if (!takesTime || operation === 'overlap' || operation === 'credit' || operation === 'deduction') return operation;
  return refinish.tenths < 0 ? 'overlap' : 'deduction';
}

function adjustOf({ part }: ForeignLine): LineGroups['adjust'] {
  const { markRate, markCents } = part ?? noPart;
  if (markRate === 0 && markCents === 0) return emptyAdjust;
  return { own: true, rate: Math.max(-1_000_000, Math.min(markRate, 10_000_000)), amountCents: markCents };
}

function bettermentOf({ betterment }: ForeignLine): LineGroups['betterment'] {
  if (betterment === null) return emptyBetterment;
  const { type, rate, cents } = betterment;
  if (rate === 0 && cents === 0) return emptyBetterment;
  const kind = rate === 0 ? 'amount' : 'rate';
  const components = componentsOf(type);
  return { kind, rate: Math.abs(rate), amountCents: Math.abs(cents), ...components };
}

function shareOf({ whoPays, labor }: ForeignLine): LineGroups['share']['of'] {
  if (labor.some(({ operation }) => operation === 'OP17')) return 'related-prior';
  if (labor.some(({ operation }) => operation === 'OP19')) return 'unrelated-prior';
  return shareOfPayer(whoPays);
}

function marksOf({ manual, described, reference, part, labor }: ForeignLine, system: string): Line['marks'] {
  const judged =
    described === true ||
    part?.judged === true ||
    labor.some((one) => one.hoursJudged === true || one.typeJudged === true || one.operationJudged === true);
  const byHand = manual ?? isManual(reference);
  // Programs mark every field of a line written by hand as edited; ours are marked where one was changed.
  return { manual: byHand, changed: judged && (!byHand || system === ownSystem) };
}
