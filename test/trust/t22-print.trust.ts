/** T22: what people type stays text on paper. Hostile texts in every place of a print, through Electron's own engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { estimatePrint } from '../../src-shared/domain/estimate/print/estimate-print.ts';
import type { PrintDocument } from '../../src-shared/domain/print/print-document.ts';
import { textOf } from '../../src-shared/domain/print/print-node.ts';
import { lineOf, sheetOf } from '../browser/renderer/sample-sheet.ts';
import { actsIn, readPdf } from '../support/pdf.ts';
import { hostilePrint, printInputOf, roughPages } from '../support/print-input.ts';
import { pdfIn, printPdfs } from '../support/printed-pdfs.ts';
import { hostileTexts } from './hostile-texts.ts';
import { suiteOf } from './trust-run.ts';

const payloads = 80;
const manyLines = 5_000;
const suite = suiteOf('T22', { few: payloads, byName: payloads });

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-print-'));
const hits: string[] = [];
const server = createServer(({ url = '' }, response) => {
  hits.push(url);
  response.end('');
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

type Made = {
  texts: readonly string[];
  documents: readonly PrintDocument[];
  done: Awaited<ReturnType<typeof printPdfs>>;
};
const made: Made = {
  texts: [],
  documents: [],
  done: { events: [], said: [], took: [] },
};

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  made.texts = hostileTexts(`http://127.0.0.1:${port}`).slice(0, suite.count);
  made.documents = [...made.texts.map((text) => estimatePrint(hostilePrint(text))), estimatePrint(longEstimate())];
  const cuts = made.documents.map((document) => ({ document, pages: pagesFor(document) }));
  made.done = await printPdfs(folder, cuts);
}, 900_000);

const longEstimate = () =>
  printInputOf(
    sheetOf({
      lines: Array.from({ length: manyLines }, (_, n) =>
        lineOf(n, `Line ${n + 1} of many`, { part: { ...lineOf(0, '').part, priceCents: 100 + n } }),
      ),
    }),
  );

const pdfOf = (n: number): Promise<readonly string[]> => readPdf(pdfIn(folder, n));
/** Where lines break and how letters are cased is the style's; what is written is not. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
const expected = (document: PrintDocument): string => plain(pagesFor(document).map(textOf).join(' '));
/** A document full of long text has a page for every piece. */
const pagesFor = (document: PrintDocument) => roughPages(document, longest(document) > 600 ? 1 : 30);
const longest = ({ pieces }: PrintDocument): number =>
  Math.max(...pieces.slice(0, 5).map(({ node }) => textOf(node).length));

test(`there are ${payloads} hostile texts, all different`, () => {
  expect(new Set(made.texts).size).toBe(suite.count);
});

test('the text layer of every print is the text of its document, sign by sign', async () => {
  for (const [n, document] of made.documents.entries()) {
    const text = plain((await pdfOf(n)).join(' '));
    expect({ payload: made.texts[n], text }).toEqual({ payload: made.texts[n], text: expected(document) });
    suite.add('prints read', 1);
  }
});

test('nothing was asked of a network, nothing ran, and no PDF holds a link, a script or a file', async () => {
  expect(hits).toEqual([]);
  expect(made.done.events).toEqual([]);
  expect(made.done.said).toEqual([]);
  const acts: string[] = [];
  for (const n of made.documents.keys()) acts.push(...(await actsIn(pdfIn(folder, n))));
  expect(acts).toEqual([]);
  suite.add('network requests', hits.length);
});

test('the server does hear a page that asks, else the test above proves nothing', async () => {
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/heard`);
  expect(hits.splice(0)).toEqual(['/heard']);
});

test(`an estimate of ${manyLines.toLocaleString('en-US')} lines is printed, every line once`, async () => {
  const pages = await pdfOf(made.documents.length - 1);
  const lines = pages.join(' ').matchAll(/Line (\d+) of many/g);
  expect(Array.from(lines, ([, number]) => Number(number))).toEqual(Array.from({ length: manyLines }, (_, n) => n + 1));
  suite.most('ms for the long one', made.done.took.at(-1) ?? 0);
  suite.most('pages of it', pages.length);
});
