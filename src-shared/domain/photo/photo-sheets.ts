// Photos of a workfile on paper: two, four or six a page, each with its caption, what it shows, and when it was taken.

import { type Fact, factList, runningLine } from '../estimate/print/letterhead.ts';
import { dayText, instantText } from '../estimate/print/print-words.ts';
import { fileNameOf } from '../print/file-name.ts';
import type { Paper } from '../print/paper.ts';
import { alone, type Piece, type PrintDocument } from '../print/print-document.ts';
import { node, type PrintNode, pictureNode } from '../print/print-node.ts';
import { printable, printableLines } from '../print/printable.ts';
import { photoAreaName } from './area-name.ts';
import type { Photo } from './photo.ts';

/** How many photos a page may hold. */
export const sheetSizes = [2, 4, 6] as const;
export type SheetSize = (typeof sheetSizes)[number];

/** Dots of the longest side: about 200 an inch where the photo stands. */
const longestSides: Readonly<Record<SheetSize, number>> = { 2: 1200, 4: 800, 6: 640 };
const across: Readonly<Record<SheetSize, number>> = { 2: 1, 4: 2, 6: 2 };

/** A photo by its place among all of its workfile, and what the lines that it shows are called. */
export type SheetPhoto = { readonly photo: Photo; readonly number: number; readonly lines: readonly string[] };

export type PhotoSheetsInput = {
  readonly photos: readonly SheetPhoto[];
  readonly size: SheetSize;
  /** The number that the workfile is called by, under the name of its kind. */
  readonly number: Fact;
  /** Owner, vehicle, claim: what tells a page that was laid aside. */
  readonly facts: readonly Fact[];
  readonly shopName: string;
  readonly paper: Paper;
  readonly now: number;
  /** IANA name of the shop's time zone. */
  readonly timeZone: string;
};

/** Makes the document. */
export function photoSheets(input: PhotoSheetsInput): PrintDocument {
  const { photos, size, number, paper, shopName } = input;
  return {
    ...{ title: 'Photos', fileName: fileNameOf(`Photos ${number[1]}`), paper, tables: {} },
    running: runningLine('Photos', [shopName, number[1], ...input.facts.map(([, value]) => value)]),
    foot: `${number[1]} · printed ${instantText(input.now, input.timeZone)}`,
    pieces: [alone(head(input), true), ...rows(input)],
    pictures: photos.map(({ photo: { id, content, view } }) => ({
      ...{ name: id, file: content.sha256, quarters: view?.quarters ?? 0 },
      longestSide: longestSides[size],
    })),
  };
}

function head({ shopName, number, facts, now, timeZone }: PhotoSheetsInput): PrintNode {
  const said: readonly Fact[] = [number, ...facts, ['Printed', instantText(now, timeZone)]];
  return node('header', 'photo-head', [
    node('div', 'photo-title', [node('div', 'shop-name user', printable(shopName)), node('h1', '', 'Photos')]),
    factList(
      'photo-facts',
      said.map(([name, value]) => [name, printable(value)]),
    ),
  ]);
}

/** Photos beside one another are one piece: a row is never cut. */
function rows({ photos, size, paper, timeZone }: PhotoSheetsInput): readonly Piece[] {
  const look = `photo-row photos-${size} ${paper === 'a4' ? 'on-long-paper' : ''}`.trim();
  const starts = photos.flatMap((_, at) => (at % across[size] === 0 ? [at] : []));
  return starts.map((at) =>
    alone(
      node(
        'div',
        look,
        photos.slice(at, at + across[size]).map((one) => cell(one, timeZone)),
      ),
    ),
  );
}

function cell({ photo, number, lines }: SheetPhoto, timeZone: string): PrintNode {
  const caption = printableLines(photo.caption.text).join(' ');
  const shows = [...(photo.tags?.areas ?? []).map(photoAreaName), ...lines].map(printable).filter(Boolean);
  return node('div', 'photo-cell', [
    node('div', 'photo-box', [pictureNode(photo.id, 'This photo is not on this PC.')]),
    node('p', 'photo-caption user', [
      node('span', 'photo-number', `Photo ${number}`),
      ...(caption === '' ? [] : [caption]),
    ]),
    ...[shows.join(' · '), takenText(photo, timeZone)]
      .filter((text) => text !== '')
      .map((text) => node('p', 'photo-said user', text)),
  ]);
}

/** `Taken 11/21/2026 2:05 PM`, as its camera said, or when it was added here. */
function takenText({ taken }: Photo, timeZone: string): string {
  const by = printable(taken.by);
  if (taken.camera !== '') return `Taken ${printable(taken.camera)}${by === '' ? '' : ` · added by ${by}`}`;
  if (taken.at === 0) return by;
  return `Added ${dayText(taken.at, timeZone)}${by === '' ? '' : ` by ${by}`}`;
}
