/** Photos on paper: how many a row, what is said of each, and how a picture gets into the page. */
import { expect, test } from 'vitest';
import { photoSheets, type SheetSize } from '../../../../src-shared/domain/photo/photo-sheets.ts';
import { markupOf } from '../../../../src-shared/domain/print/print-markup.ts';
import { textOf } from '../../../../src-shared/domain/print/print-node.ts';
import { photoOf } from '../../../browser/renderer/sample-sheet.ts';

const sheetsOf = (count: number, size: SheetSize) =>
  photoSheets({
    size,
    photos: Array.from({ length: count }, (_, at) => ({ photo: photoOf(at + 1), number: at + 1, lines: [] })),
    number: ['RO number', '4711'],
    facts: [['Vehicle', '2003 Honda Accord']],
    shopName: 'Harbor Auto Body',
    paper: 'letter',
    now: Date.UTC(2026, 10, 22, 15, 42),
    timeZone: 'America/Chicago',
  });

test('two a page stand below one another, four and six in twos, and the last row may be short', () => {
  const rowsOf = (count: number, size: SheetSize) =>
    sheetsOf(count, size)
      .pieces.slice(1)
      .map(({ node }) => node.children.length);
  expect(rowsOf(3, 2)).toEqual([1, 1, 1]);
  expect(rowsOf(5, 4)).toEqual([2, 2, 1]);
  expect(rowsOf(6, 6)).toEqual([2, 2, 2]);
});

test('a photo says its place, its caption on one line, what it shows, and when it was taken', () => {
  const photo = photoOf(1, {
    caption: { text: 'Dent at the\nwheel arch' },
    tags: { areas: ['left-front', 'of-later'], lineIds: [] },
    taken: { camera: '2026-11-21 14:05', at: 1, by: 'Robin Ellery' },
  });
  const document = photoSheets({
    ...{ size: 2, number: ['RO number', '4711'], facts: [], shopName: 'Harbor', paper: 'a4', now: 0, timeZone: 'UTC' },
    photos: [{ photo, number: 7, lines: ['Line 3 LT fender'] }],
  });
  const said = document.pieces.map(({ node }) => textOf(node)).join('\n');
  for (const words of [
    'RO number 4711',
    'Photo 7 Dent at the wheel arch',
    'Left front · of-later · Line 3 LT fender',
    'Taken 2026-11-21 14:05 · added by Robin Ellery',
  ]) {
    expect(said).toContain(words);
  }
});

test('a picture stands in the page itself, and words stand where there is none', () => {
  const { pieces, pictures = [] } = sheetsOf(2, 4);
  const [first] = pictures;
  expect(pictures.map(({ longestSide }) => longestSide)).toEqual([800, 800]);
  const markup = markupOf(
    pieces.map(({ node }) => node),
    new Map([[first?.name ?? '', 'aGVsbG8="><script>']]),
  );
  expect(markup.match(/<img /g)).toHaveLength(1);
  expect(markup).toContain('<img alt="" src="data:image/jpeg;base64,aGVsbG8&#61;&#34;&#62;&#60;script&#62;">');
  expect(markup.match(/This photo is not on this PC\./g)).toHaveLength(1);
});
