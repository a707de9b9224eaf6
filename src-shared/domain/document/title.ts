// What a document is called at first: the name of its file, without the ending and without what no text may hold.

import { printable } from '../print/printable.ts';
import { isCleanText } from '../text.ts';
import { maxDocumentTitle } from './document.ts';

export function titleOfFile(name: string): string {
  const bare = printable(name.replace(/\.pdf$/i, ''));
  const clean = [...bare].filter(isCleanText).join('').slice(0, maxDocumentTitle);
  return clean.replace(/[\ud800-\udbff]$/, '').trim() || 'Document';
}
