// What lines contradict of each other: the same work twice, a panel both blended and refinished, rows written twice.

import type { SheetLine } from '../refinish/automatic-lines.ts';
import type { EstimateProblem, ProblemsInput, WrittenLine } from './problem.ts';

/** The problems that only show when lines are looked at together. */
export const problemsTogether = (lines: readonly WrittenLine[], input: ProblemsInput): readonly EstimateProblem[] => [
  ...twice(lines),
  ...panelsTwice(lines),
  ...automaticTwice(lines, input),
  ...blendAlone(lines),
];

const work = ({ work: { operation }, text, part, labor, refinish, misc }: SheetLine): string =>
  JSON.stringify([operation, text.description.trim().toLowerCase(), part, labor, refinish, misc]);

const isPriced = ({ part, labor, refinish, misc }: SheetLine): boolean =>
  part.priceCents !== 0 || labor.tenths !== 0 || refinish.tenths !== 0 || misc.amountCents !== 0;

/** Lines that say and cost exactly the same; materials are often written twice, parts and work seldom. */
function twice(lines: readonly WrittenLine[]): readonly EstimateProblem[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, number }): readonly EstimateProblem[] => {
    if (!isPriced(line) || line.work.operation === 'none') return [];
    const same = work(line);
    const earlier = first.get(same);
    if (earlier === undefined) first.set(same, number);
    if (earlier === undefined) return [];
    return [
      {
        kind: 'unusual',
        key: 'line-twice',
        record: line.id,
        field: 'line.text.description',
        values: { line: earlier },
      },
    ];
  });
}

function panelsTwice(lines: readonly WrittenLine[]): readonly EstimateProblem[] {
  const first = new Map<string, WrittenLine>();
  return lines.flatMap((one): readonly EstimateProblem[] => {
    const { panel } = one.line;
    if (panel === undefined || panel.kind === '' || panel.place === '') return [];
    const earlier = first.get(panel.place);
    if (earlier === undefined) first.set(panel.place, one);
    if (earlier === undefined) return [];
    const isMixed = isBlend(earlier.line) !== isBlend(one.line);
    return [
      {
        kind: isMixed ? 'contradictory' : 'unusual',
        key: isMixed ? 'panel-blended-and-refinished' : 'panel-twice',
        record: one.line.id,
        field: 'line.panel.place',
        values: { line: earlier.number },
      },
    ];
  });
}

const isBlend = ({ work: { operation } }: SheetLine): boolean => operation === 'blend';

/** Rows that somebody wrote by hand beside the program's own of the same kind. */
function automaticTwice(lines: readonly WrittenLine[], { sheet }: ProblemsInput): readonly EstimateProblem[] {
  const kinds: ReadonlySet<string> = new Set(sheet.times.rows.map((row) => row.kind));
  return lines
    .filter(({ line }) => kinds.has(line.work.operation))
    .map(({ line }) => ({
      kind: 'contradictory',
      key: 'automatic-twice',
      record: line.id,
      field: 'line.work.operation',
    }));
}

function blendAlone(lines: readonly WrittenLine[]): readonly EstimateProblem[] {
  const blend = lines.find(({ line }) => isBlend(line));
  const isRefinished = lines.some(({ line }) => !isBlend(line) && line.refinish.tenths > 0);
  if (blend === undefined || isRefinished) return [];
  return [{ kind: 'unusual', key: 'blend-alone', record: blend.line.id, field: 'line.work.operation' }];
}
