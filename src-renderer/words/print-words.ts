// Words about paper: its sizes, and what was printed when.

import type { Paper } from '../../src-shared/domain/print/paper.ts';
import type { PrintJobRecord } from '../../src-shared/ipc/print-requests.ts';
import { type Clock, whenOf } from './time-words.ts';

export const paperWords: Readonly<Record<Paper, string>> = {
  letter: 'Letter, 8.5 × 11 in',
  a4: 'A4, 210 × 297 mm',
};

/** `10:42 Estimate of Record E01, 6 pages, as PDF, by Robin Ellery`. */
export function jobWords(job: PrintJobRecord, clock: Clock): string {
  const pages = job.pages === 1 ? '1 page' : `${job.pages} pages`;
  const copies = job.copies > 1 ? `, ${job.copies} copies` : '';
  const way = job.way === 'pdf' ? `as ${job.to}` : `on ${job.to === '' ? 'the default printer' : job.to}`;
  const by = job.by === '' ? '' : `, by ${job.by}`;
  const title = `${job.title} ${job.version}`.trim();
  return `${whenOf(job.at, clock)} ${title}, ${pages}${copies}, ${way}${by}`;
}

type Making = { readonly what: 'pages' | 'pictures'; readonly done: number; readonly of: number };

/** How far a preview is. */
export function wordMaking({ what, done, of }: Making): string {
  if (of === 0) return 'Reading the workfile…';
  return what === 'pages' ? `Laying out the pages: ${done} of ${of} rows` : `Preparing the photos: ${done} of ${of}`;
}

/** What is to be said of a print's pictures; empty where all are as they should be. */
export function wordPictures({ small, missing }: { readonly small: number; readonly missing: number }): string {
  const words = [
    small === 0 ? '' : `${photos(small)} printed from the small picture, as only that is on this PC yet.`,
    missing === 0 ? '' : `${photos(missing)} missing: not on this PC yet, or damaged.`,
  ].filter((text) => text !== '');
  return words.length === 0 ? '' : `${words.join(' ')} What other PCs have is on its way.`;
}

const photos = (count: number): string => (count === 1 ? '1 photo is' : `${count} photos are`);
