// Why a photo or a document was refused.

import { assertNever, type Issue } from '../../../src-shared/base/failure.ts';

export type FileIssue = Extract<Issue, `photo-${string}` | `document-${string}`>;

const megabytes = (limit: number): number => Math.round(limit / (1024 * 1024));

export function fileIssueWords(issue: FileIssue, limit = 0): string {
  switch (issue) {
    case 'photo-type':
      return 'Neither a photo nor a document that can be kept here. Use JPEG, PNG, WebP or PDF.';
    case 'photo-heic':
      return 'A HEIC photo cannot be shown here. Send it as JPEG, or set the phone’s camera to “Most compatible”.';
    case 'photo-broken':
      return 'This file is damaged or cannot be read.';
    case 'photo-bytes':
      return `Too large: a photo may have at most ${megabytes(limit)} MB.`;
    case 'photo-pixels':
      return `Too large: a photo may have at most ${Math.round(limit / 1_000_000)} megapixels.`;
    case 'photo-count':
      return `A workfile holds at most ${limit} photos.`;
    case 'document-type':
      return 'This is no PDF, whatever its name says. Save it as PDF and add that.';
    case 'document-broken':
      return 'This PDF is cut off or damaged: its end is missing. Ask for it once more.';
    case 'document-bytes':
      return `Too large: a document may have at most ${megabytes(limit)} MB.`;
    case 'document-pages':
      return `Too long: a document may have at most ${limit.toLocaleString('en-US')} pages.`;
    case 'document-count':
      return `A workfile holds at most ${limit} documents.`;
    default:
      return assertNever(issue);
  }
}
