// Words about paper: its sizes, and what was printed when.

import type { Paper } from '../../src-shared/domain/print/paper.ts';
import type { PrintJobRecord } from '../../src-shared/ipc/print-requests.ts';
import { whenOf } from './time-words.ts';

export const paperWords: Readonly<Record<Paper, string>> = {
  letter: 'Letter, 8.5 × 11 in',
  a4: 'A4, 210 × 297 mm',
};

/** `10:42 Estimate of Record E01, 6 pages, as PDF, by Robin Ellery`. */
export function jobWords(job: PrintJobRecord, now: number): string {
  const pages = job.pages === 1 ? '1 page' : `${job.pages} pages`;
  const copies = job.copies > 1 ? `, ${job.copies} copies` : '';
  const way = job.way === 'pdf' ? `as ${job.to}` : `on ${job.to === '' ? 'the default printer' : job.to}`;
  const by = job.by === '' ? '' : `, by ${job.by}`;
  return `${whenOf(job.at, now)} ${job.title} ${job.version}, ${pages}${copies}, ${way}${by}`;
}
