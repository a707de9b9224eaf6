// How many pages a PDF says it has: the count at the root of its page tree (ISO 32000-1, 7.7.3), plain or packed.

import { latin1 } from './latin1.ts';
import type { Inflate } from './read-pdf.ts';

/** A stretch that is looked through at once, and how far two of them overlap: further than a node of the tree is long. */
const stretchBytes = 1024 * 1024;
const overlapBytes = 64 * 1024;
/** What packed objects may grow to, each and all together: a page tree is small, a bomb is not. */
const mostUnpacked = 4 * 1024 * 1024;
const mostUnpackedInAll = 32 * 1024 * 1024;
/** What one costs that grows to nothing, so that a file cannot hold any number of them. */
const leastUnpacked = 16 * 1024;

/** The pages of the newest page tree; 0 where none can be read. A file that was changed carries the older trees before. */
export function* pagesIn(bytes: Uint8Array, inflate: Inflate): Generator<void, number> {
  let pages = 0;
  let left = mostUnpackedInAll;
  for (let at = 0; at < bytes.length; at += stretchBytes - overlapBytes) {
    const text = latin1(bytes.subarray(at, at + stretchBytes));
    pages = rootPages(text) ?? pages;
    for (const start of packedObjects(text)) {
      if (left <= 0) break;
      const most = Math.min(left, mostUnpacked);
      const unpacked = inflate(bytes.subarray(at + start), most);
      // What did not unpack may have grown to its whole measure first.
      left -= Math.max(unpacked?.length ?? most, leastUnpacked);
      if (unpacked !== null) pages = rootPages(latin1(unpacked)) ?? pages;
      yield;
    }
    yield;
  }
  return pages;
}

/** Where the bytes of packed objects begin, right behind the word that opens them. */
function packedObjects(text: string): ReadonlySet<number> {
  const starts = [...text.matchAll(/\/Type\s*\/ObjStm\b/g)].flatMap(({ index }) => {
    const opening = /stream\r?\n/.exec(text.slice(index, index + 2_000));
    return opening === null ? [] : [index + opening.index + opening[0].length];
  });
  return new Set(starts);
}

/** What is known of a dictionary whose end was not met yet. */
type Open = { isTree: boolean; hasParent: boolean; count: number | undefined };
/** Deeper than any dictionary lies; what stray bytes have opened is forgotten there. */
const mostOpen = 1_000;

/** The count of the last page tree's root: the only node without a parent. Each byte is looked at once, whatever it says. */
function rootPages(text: string): number | undefined {
  const open: Open[] = [];
  let pages: number | undefined;
  for (const [word, count] of text.matchAll(/<<|>>|\/Type\s*\/Pages\b|\/Parent\b|\/Count\s+(\d{1,9})\b/g)) {
    const node = open.at(-1);
    if (word === '<<') {
      if (open.length === mostOpen) open.length = 0;
      open.push({ isTree: false, hasParent: false, count: undefined });
    } else if (word === '>>') {
      open.pop();
      if (node?.isTree && !node.hasParent) pages = node.count ?? pages;
    } else if (node !== undefined) {
      if (word === '/Parent') node.hasParent = true;
      else if (count === undefined) node.isTree = true;
      else node.count = Number(count);
    }
  }
  return pages;
}
