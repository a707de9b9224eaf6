// Measures the pieces of a document with the engine that prints them, and finds where its pages begin.
import { type Measured, pageStarts } from '../../../src-shared/domain/print/paging.ts';
import type { PrintDocument } from '../../../src-shared/domain/print/print-document.ts';
import { node } from '../../../src-shared/domain/print/print-node.ts';
import { bodyOf } from '../../../src-shared/domain/print/print-pages.ts';
import { roomOf } from '../../../src-shared/domain/print/print-style.ts';
import { drawNode, paperIn } from './draw-node.ts';

/** Pieces measured between two breaths of the window. */
const atOnce = 200;
/** Room that a page keeps for the difference of screen and paper: lines are rounded to the dots of each. */
const reserve = 10;

type Measuring = {
  readonly document: PrintDocument;
  readonly told: (done: number) => void;
  readonly signal: AbortSignal;
};

/** The first piece of each page; undefined when it was given up. */
export async function measurePages({
  document: print,
  told,
  signal,
}: Measuring): Promise<readonly number[] | undefined> {
  const host = document.body.appendChild(document.createElement('div'));
  host.className = 'print-measure';
  host.setAttribute('aria-hidden', 'true');
  const { width, height, foot } = roomOf(print.paper);
  const box = drawNode(node('div', 'measure'));
  box.style.width = `${width}px`;
  paperIn(host).append(box);
  try {
    const heights = await heightsOf(print, box, { told, signal });
    if (heights === undefined) return undefined;
    const pieces = print.pieces.map(({ table, keep }, i): Measured => ({ table, keep, height: heights[i] ?? 0 }));
    const left = height - foot - reserve;
    return pageStarts(pieces, { first: left, other: left - runningHeight(print, box), heads: headsOf(print, box) });
  } finally {
    host.remove();
  }
}

async function heightsOf(
  print: PrintDocument,
  box: HTMLElement,
  { told, signal }: Omit<Measuring, 'document'>,
): Promise<readonly number[] | undefined> {
  const heights: number[] = [];
  for (let at = 0; at < print.pieces.length; at += atOnce) {
    box.replaceChildren(...bodyOf(print, print.pieces.slice(at, at + atOnce)).map((one) => drawNode(one)));
    for (const child of box.children) {
      const rows = child instanceof HTMLTableElement ? child.tBodies[0]?.rows : undefined;
      for (const one of rows ?? [child]) heights.push(one.getBoundingClientRect().height);
    }
    told(heights.length);
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return undefined;
  }
  return heights;
}

function runningHeight({ running }: PrintDocument, box: HTMLElement): number {
  const head = drawNode(running);
  box.replaceChildren(head);
  return head.getBoundingClientRect().height;
}

const headsOf = ({ tables }: PrintDocument, box: HTMLElement): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(tables).map(([name, { look, columns, head }]) => {
      const table = drawNode(node('table', look, [node('colgroup', '', columns), head]));
      box.replaceChildren(table);
      return [name, table.getBoundingClientRect().height];
    }),
  );
