/** Documents brought to PDFs by the product's own print engine on the real Electron. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PrintDocument } from '../../src-shared/domain/print/print-document.ts';
import { markupOf } from '../../src-shared/domain/print/print-markup.ts';
import type { PrintNode } from '../../src-shared/domain/print/print-node.ts';
import type { PrintJob } from '../../src-shared/ipc/host.ts';
import { runOnElectron } from './electron-program.ts';

/** What happened: requests refused, what pages said, and the milliseconds of each PDF. */
type Done = { readonly events: readonly string[]; readonly said: readonly string[]; readonly took: readonly number[] };

/** A document and the pages it is cut into. */
export type Cut = { readonly document: PrintDocument; readonly pages: readonly PrintNode[] };

/** Prints into `0.pdf`, `1.pdf` … of a folder. */
export async function printPdfs(folder: string, cuts: readonly Cut[]): Promise<Done> {
  const jobs = cuts.map(({ document: { title, paper }, pages }): PrintJob => ({ title, paper, body: markupOf(pages) }));
  writeFileSync(path.join(folder, 'jobs.json'), JSON.stringify(jobs));
  await runOnElectron({ entry: path.join(import.meta.dirname, 'print-program.ts'), folder });
  return JSON.parse(readFileSync(path.join(folder, 'done.json'), 'utf8')) as Done;
}

export const pdfIn = (folder: string, n: number): Uint8Array =>
  new Uint8Array(readFileSync(path.join(folder, `${n}.pdf`)));
