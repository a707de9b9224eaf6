// What is missing, contradictory or unusual in one line.

import { divideRounded } from '../../../base/money.ts';
import type { Operation } from '../line.ts';
import type { SheetLine } from '../refinish/automatic-lines.ts';
import { listPrice } from '../totals/line-sums.ts';
import type { EstimateProblem, ProblemKey, ProblemKind } from './problem.ts';

type Check = (line: SheetLine) => Found | undefined;
type Found = Pick<EstimateProblem, 'values' | 'blocksLock'> & {
  readonly kind: ProblemKind;
  readonly key: ProblemKey;
  readonly field: string;
};

/** The problems of a line by itself. */
export const lineProblems = (line: SheetLine): readonly EstimateProblem[] =>
  checks.flatMap((check) => {
    const found = check(line);
    return found === undefined ? [] : [{ ...found, record: line.id, field: `line.${found.field}` }];
  });

// From where on a number is more likely a slip of the finger than work (40 h of labour, 15 h of paint, 25,000.00).
const manyTenths = 400;
const manyPaintTenths = 150;
const largePrice = 25_000_00;

const timed: readonly Operation[] = ['repair', 'remove-install', 'align', 'section', 'pdr', 'overhaul'];
const boughtNew: readonly string[] = ['oem', 'aftermarket', 'certified'];

const hasMoney = ({ part, misc }: SheetLine): boolean =>
  (!part.included && part.priceCents !== 0) || misc.amountCents !== 0;
const hasTime = ({ labor, refinish }: SheetLine): boolean =>
  labor.included || labor.tenths !== 0 || refinish.included || refinish.tenths !== 0;

const missing = (key: ProblemKey, field: string): Found => ({ kind: 'missing', key, field });
const contradictory = (key: ProblemKey, field: string): Found => ({ kind: 'contradictory', key, field });
const unusual = (key: ProblemKey, field: string, values?: Found['values']): Found =>
  values === undefined ? { kind: 'unusual', key, field } : { kind: 'unusual', key, field, values };

const checks: readonly Check[] = [
  (line) => (line.state?.open === true ? { ...missing('line-open', 'state.open'), blocksLock: true } : undefined),
  (line) =>
    line.text.description.trim() === '' && (hasMoney(line) || hasTime(line))
      ? missing('description-missing', 'text.description')
      : undefined,
  ({ work, part, misc }) =>
    work.operation === 'replace' &&
    boughtNew.includes(part.type) &&
    !part.included &&
    part.priceCents === 0 &&
    misc.amountCents === 0
      ? missing('price-missing', 'part.priceCents')
      : undefined,
  ({ work, part }) =>
    work.operation === 'replace' && boughtNew.includes(part.type) && part.priceCents !== 0 && part.number.trim() === ''
      ? missing('part-number-missing', 'part.number')
      : undefined,
  ({ part }) => (part.type === '' && listPrice({ part }) !== 0 ? missing('part-type-missing', 'part.type') : undefined),
  (line) =>
    timed.includes(line.work.operation) && !hasTime(line) && !hasMoney(line)
      ? missing('time-missing', 'labor.tenths')
      : undefined,
  ({ work, refinish, labor, panel }) =>
    (work.operation === 'refinish' || (work.operation === 'blend' && (panel?.fullTenths ?? 0) === 0)) &&
    !refinish.included &&
    refinish.tenths === 0 &&
    labor.tenths === 0
      ? missing('paint-time-missing', 'refinish.tenths')
      : undefined,
  (line) =>
    line.work.operation === 'sublet' && !hasMoney(line) && line.labor.tenths === 0 && !line.part.included
      ? missing('sublet-amount-missing', 'misc.amountCents')
      : undefined,
  ({ part }) =>
    part.quantity === 0 && part.priceCents !== 0 && !part.included
      ? contradictory('quantity-zero', 'part.quantity')
      : undefined,
  ({ part }) =>
    part.type === 'existing' && listPrice({ part }) !== 0
      ? contradictory('existing-part-priced', 'part.priceCents')
      : undefined,
  ({ work, labor, refinish }) =>
    (work.operation === 'overlap' || work.operation === 'deduction') && (labor.tenths > 0 || refinish.tenths > 0)
      ? contradictory('overlap-positive', refinish.tenths > 0 ? 'refinish.tenths' : 'labor.tenths')
      : undefined,
  ({ panel, refinish, work }) =>
    panel !== undefined &&
    panel.kind !== '' &&
    work.operation !== 'blend' &&
    refinish.tenths === 0 &&
    !refinish.included
      ? contradictory('panel-without-paint', 'refinish.tenths')
      : undefined,
  ({ work, part }) =>
    (work.operation === 'remove-install' || work.operation === 'align') && listPrice({ part }) !== 0
      ? unusual('part-not-replaced', 'work.operation')
      : undefined,
  ({ labor }) =>
    labor.tenths > manyTenths ? unusual('hours-large', 'labor.tenths', { tenths: labor.tenths }) : undefined,
  ({ refinish }) =>
    refinish.tenths > manyPaintTenths
      ? unusual('hours-large', 'refinish.tenths', { tenths: refinish.tenths })
      : undefined,
  ({ part }) =>
    listPrice({ part }) > largePrice
      ? unusual('price-large', 'part.priceCents', { cents: listPrice({ part }) })
      : undefined,
  ({ adjust }) =>
    adjust?.own === true && adjust.rate > 1_000_000
      ? unusual('markup-large', 'adjust.rate', { percent: divideRounded(adjust.rate, 10_000) })
      : undefined,
  ({ automatic }) =>
    Object.values(automatic ?? {}).some((value) => value !== null)
      ? unusual('automatic-by-hand', 'automatic')
      : undefined,
];
