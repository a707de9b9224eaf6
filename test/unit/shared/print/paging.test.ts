/** Pages: every piece once and in order, none too full, no heading last, heads again on each page; and text stays text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arePageStarts, type Measured, pageStarts } from '../../../../src-shared/domain/print/paging.ts';
import { paperOf, papers } from '../../../../src-shared/domain/print/paper.ts';
import type { PrintDocument } from '../../../../src-shared/domain/print/print-document.ts';
import { escaped, markupOf } from '../../../../src-shared/domain/print/print-markup.ts';
import { node, textOf } from '../../../../src-shared/domain/print/print-node.ts';
import { pagesOf } from '../../../../src-shared/domain/print/print-pages.ts';
import { sheetRule } from '../../../../src-shared/domain/print/print-style.ts';
import { printable, printableLines } from '../../../../src-shared/domain/print/printable.ts';

const row = (height: number, keep = false): Measured => ({ height, table: 'lines', keep });
const room = { first: 100, other: 120, heads: { lines: 20 } };

describe('pages', () => {
  test('begin where the next piece would not fit, with the head of its table counted', () => {
    expect(pageStarts([row(40), row(40), row(40), row(40), row(40)], room)).toEqual([0, 2, 4]);
  });

  test('take a heading along with what follows it', () => {
    expect(pageStarts([row(40), row(40, true), row(10)], room)).toEqual([0, 1]);
  });

  test('break a chain that no page can hold', () => {
    expect(pageStarts([row(50, true), row(50, true), row(50, true)], room)).toEqual([0, 1]);
  });

  test('give a piece that is too high a page of its own', () => {
    expect(pageStarts([row(10), row(500), row(10)], room)).toEqual([0, 1, 2]);
  });

  test('hold every piece once, and are not too full, whatever the pieces', () => {
    const piece = fc.record({
      height: fc.integer({ min: 1, max: 60 }),
      table: fc.constantFrom('lines', 'totals', null),
      keep: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 200 }), (pieces) => {
        const heads = { lines: 12, totals: 8 };
        const starts = pageStarts(pieces, { first: 100, other: 120, heads });
        expect(arePageStarts(starts, pieces.length)).toBe(true);
        starts.forEach((start, i) => {
          const page = pieces.slice(start, starts[i + 1] ?? pieces.length);
          const height = page.reduce((sum, { height: own, table }, at) => {
            const begins = table !== null && (at === 0 || page[at - 1]?.table !== table);
            return sum + own + (begins ? heads[table] : 0);
          }, 0);
          expect(page.length === 1 || height <= (i === 0 ? 100 : 120)).toBe(true);
          const isLast = i === starts.length - 1;
          const isChain = page.every(({ keep }) => keep);
          expect(isLast || isChain || page.at(-1)?.keep === false).toBe(true);
        });
      }),
    );
  });

  test.each([[[1]], [[0, 0]], [[0, 5]], [[0, 2, 1]], [[0, 1.5]], [[]]])(
    'numbers that are no page starts: %j',
    (starts) => expect(arePageStarts(starts, 5)).toBe(false),
  );

  test('have the head of a table on each of them, a running head but on the first, and their numbers', () => {
    const head = node('thead', '', [node('tr', '', [node('th', '', 'Line')])]);
    const document: PrintDocument = {
      title: 'T',
      fileName: 'T',
      paper: 'letter',
      tables: { lines: { look: 'lines', columns: [], head } },
      pieces: ['a', 'b', 'c'].map((text) => ({
        table: 'lines',
        keep: false,
        node: node('tr', '', [node('td', '', text)]),
      })),
      running: node('header', '', 'running'),
      foot: 'foot',
    };
    expect(pagesOf(document, [0, 2]).map(textOf)).toEqual([
      'Line a b foot Page 1 of 2',
      'running Line c foot Page 2 of 2',
    ]);
  });
});

describe('text on paper', () => {
  test('becomes markup never', () => {
    const hostile = `</td><script a='1'>"&\`=`;
    const markup = markupOf([node('td', `x" onload="run()`, hostile, 3)]);
    expect(markup).toBe(
      '<td class="x&#34; onload&#61;&#34;run()" colspan="3">&#60;/td&#62;&#60;script a&#61;&#39;1&#39;&#62;&#34;&#38;&#96;&#61;</td>',
    );
    const signs = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('');
    expect(escaped(signs).replaceAll(/&#\d+;/g, '')).not.toMatch(/[<>&"'`=]/);
  });

  test('has no sign that is not seen or turns others, and keeps what scripts need', () => {
    expect(printable('a\u202eb\u200f\u0000c\u00add\ufeff')).toBe('abcd');
    expect(printable('  two\t words\u2028here ')).toBe('two words here');
    expect(printable('👨‍👩‍👧 می‌خواهم')).toBe('👨‍👩‍👧 می‌خواهم');
    expect(printable('half \ud83d sign')).toBe('half \ufffd sign');
    expect(printableLines('one\r\n\r\ntwo\u2029three')).toEqual(['one', 'two', 'three']);
  });
});

test.each([
  ['America/Chicago', 'letter'],
  ['America/Toronto', 'letter'],
  ['Pacific/Honolulu', 'letter'],
  ['America/Sao_Paulo', 'a4'],
  ['Europe/Berlin', 'a4'],
  ['Australia/Sydney', 'a4'],
] as const)('a shop in %s prints on %s', (zone, paper) => expect(paperOf(zone)).toBe(paper));

test('the engine is told the size of each paper', () => {
  expect(papers.map((paper) => /size:([^;]+);/.exec(sheetRule(paper))?.[1])).toEqual(['8.5in 11in', '210mm 297mm']);
});
