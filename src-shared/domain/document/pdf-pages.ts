// How many pages a PDF says it has: the count at the root of its page tree (ISO 32000-1, 7.7.3), plain or packed.

import { latin1 } from './latin1.ts';
import type { Inflate } from './read-pdf.ts';

/** A stretch that is looked through at once, and how far two of them overlap: further than a node of the tree is long. */
const stretchBytes = 1024 * 1024;
const overlapBytes = 64 * 1024;
/** What packed objects may grow to, each and all together: a page tree is small, a bomb is not. */
const mostUnpacked = 4 * 1024 * 1024;
const mostUnpackedInAll = 32 * 1024 * 1024;

/** The pages of the newest page tree; 0 where none can be read. A file that was changed carries the older trees before. */
export function* pagesIn(bytes: Uint8Array, inflate: Inflate): Generator<void, number> {
  let pages = 0;
  let left = mostUnpackedInAll;
  for (let at = 0; at < bytes.length; at += stretchBytes - overlapBytes) {
    const text = latin1(bytes.subarray(at, at + stretchBytes));
    pages = rootPages(text) ?? pages;
    for (const start of packedObjects(text)) {
      if (left <= 0) break;
      const unpacked = inflate(bytes.subarray(at + start), Math.min(left, mostUnpacked));
      left -= unpacked?.length ?? 0;
      if (unpacked !== null) pages = rootPages(latin1(unpacked)) ?? pages;
      yield;
    }
    yield;
  }
  return pages;
}

/** Where the bytes of packed objects begin, right behind the word that opens them. */
function packedObjects(text: string): readonly number[] {
  return [...text.matchAll(/\/Type\s*\/ObjStm\b/g)].flatMap(({ index }) => {
    const opening = /stream\r?\n/.exec(text.slice(index, index + 2_000));
    return opening === null ? [] : [index + opening.index + opening[0].length];
  });
}

/** The count of the last page tree's root: the only node without a parent. */
function rootPages(text: string): number | undefined {
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b/g)].flatMap(({ index }) => {
    const node = nodeAround(text, index);
    const count = /\/Count\s+(?<count>\d{1,9})\b/.exec(node)?.groups?.count;
    return count === undefined || /\/Parent\b/.test(node) ? [] : [Number(count)];
  });
  return counts.at(-1);
}

/** The dictionary in which a place stands: from the `<<` that opens it to the `>>` that closes it. */
function nodeAround(text: string, place: number): string {
  const [first, last] = [Math.max(0, place - overlapBytes), Math.min(text.length, place + overlapBytes)];
  const around = text.slice(first, last);
  return around.slice(openingBefore(around, place - first), closingAfter(around, place - first));
}

function openingBefore(text: string, place: number): number {
  let depth = 0;
  for (let at = place - 2; at >= 0; at -= 1) {
    const pair = text.slice(at, at + 2);
    if (pair !== '<<' && pair !== '>>') continue;
    if (pair === '<<' && depth === 0) return at;
    depth += pair === '>>' ? 1 : -1;
    at -= 1;
  }
  return 0;
}

function closingAfter(text: string, place: number): number {
  let depth = 0;
  for (let at = place; at < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (pair !== '<<' && pair !== '>>') continue;
    if (pair === '>>' && depth === 0) return at;
    depth += pair === '<<' ? 1 : -1;
    at += 1;
  }
  return text.length;
}
