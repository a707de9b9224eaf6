// An estimate as a document to print: letterhead, facts, lines, totals, a supplement's summary, and the legend.

import { fileNameOf } from '../../print/file-name.ts';
import { alone, type Piece, type PrintDocument, together } from '../../print/print-document.ts';
import { node } from '../../print/print-node.ts';
import { subtotals } from '../subtotals.ts';
import { totalsOfVersion, versionMarks } from '../supplement/version.ts';
import { amountPieces } from './amount-row.ts';
import { factBoxes, letterhead, numberFact, runningHead } from './letterhead.ts';
import { legendOf } from './line-marks.ts';
import { linePieces, lineTable, subtotalsPiece } from './line-table.ts';
import { type PrintInput, printedVersion } from './print-input.ts';
import { printRemarks, printTitle } from './print-titles.ts';
import { instantText } from './print-words.ts';
import { shopWords } from './shop-words.ts';
import { supplementPart, supplementTables, withSums } from './supplement-part.ts';
import { totalRows, totalsTable } from './totals-table.ts';

/** Makes the document. */
export function estimatePrint(input: PrintInput): PrintDocument {
  const version = printedVersion(input);
  const title = printTitle(input.kind, version);
  const [, number] = numberFact(input);
  return {
    title,
    fileName: fileNameOf(`${title} ${number}`),
    paper: input.paper,
    tables: { lines: lineTable(hasVersions(input)), totals: totalsTable, ...supplementTables },
    running: runningHead(input),
    foot: `${number} · printed ${instantText(input.now, input.timeZone)}`,
    pieces: [
      alone(letterhead(input)),
      ...factBoxes(input).map((boxes) => alone(boxes)),
      ...remarks(input),
      ...lineSection(input),
      ...totalsSection(input),
      ...(input.kind === 'estimate' ? supplementPart(input.versions) : []),
      ...closing(input),
    ],
  };
}

function remarks(input: PrintInput): readonly Piece[] {
  const words = printRemarks(input).join(' ');
  return words === '' ? [] : [alone(node('p', 'remark', words))];
}

const hasVersions = ({ kind, versions }: PrintInput): boolean => kind === 'estimate' && versions.length > 1;

function lineSection(input: PrintInput): readonly Piece[] {
  const { lines } = printedVersion(input);
  const table = { name: 'lines', versions: hasVersions(input) };
  const marks = table.versions ? versionMarks(input.versions) : new Map<string, string>();
  const rows = lines
    .filter((line) => !line.deleted)
    .flatMap((line, i) => linePieces(table, line, { number: i + 1, version: marks.get(line.id) ?? '' }));
  if (rows.length === 0) return [alone(node('p', 'remark', 'This estimate has no lines.'))];
  return withSums(rows, subtotalsPiece(table, subtotals(lines)));
}

function totalsSection(input: PrintInput): readonly Piece[] {
  const version = printedVersion(input);
  const title = input.kind === 'final-bill' ? 'Bill' : 'Estimate totals';
  return together([
    alone(node('h2', 'part', title)),
    ...amountPieces('totals', totalRows(totalsOfVersion(version), version)),
  ]);
}

/** What the paper is worth, what the shop says, and what the signs mean. */
function closing(input: PrintInput): readonly Piece[] {
  const version = printedVersion(input);
  const legend = legendOf([...version.lines, ...(input.versions.at(-2)?.lines ?? [])]);
  const words =
    input.kind === 'final-bill'
      ? 'This bill lists the repairs as they were locked in the version named above.'
      : 'Only damage that could be seen is listed. If more is found while the vehicle is taken apart, it is added in a supplement. Part prices are those known on the day of printing.';
  return [
    alone(node('p', 'closing', words)),
    ...shopWords(input),
    ...(legend.length === 0
      ? []
      : together([
          alone(node('h2', 'part small', 'Signs and abbreviations')),
          alone(
            node(
              'div',
              'legend',
              legend.map(({ sign, words: meaning }) =>
                node('span', 'entry', [node('span', 'entry-sign', sign), node('span', '', meaning)]),
              ),
            ),
          ),
        ])),
  ];
}
