/** What the index of insides and the texts behind it find is what reading every row would find, the newest first. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexWords } from '../../../src-main/db/search.ts';
import { findInside } from '../../../src-main/db/search-inside.ts';
import { freshStore } from '../../support/store.ts';

const columns = ['label', 'stage', 'owner', 'vehicle', 'vin', 'plate', 'insurer', 'claim', 'estimator', 'phones'];
const letters = fc.constantFrom('a', 'b', 'c');
const wordOf = (minLength: number) => fc.string({ unit: letters, minLength, maxLength: 6 });

test('every row that holds the words inside, whatever its trigrams pretend, and no other', async () => {
  const { store, close } = await freshStore();
  try {
    // Of three letters so many texts hold the edges of a word, and not the word.
    const texts = fc.sample(fc.string({ unit: letters, minLength: 8, maxLength: 24 }), {
      numRuns: 600,
      seed: 20261123,
    });
    const insert = store.connection.prepare(
      `insert into workfile_head (row, id, ${columns.join()}, total_cents, changed_at, unsaved_since)
       values (?, ?, ${columns.map(() => '?').join()}, 0, 0, 0)`,
    );
    for (const [at, text] of texts.entries()) {
      insert.run(at + 1, `id-${at}`, ...columns.map((column) => (column === 'claim' ? text : '')));
      indexWords(store, at + 1, text);
    }
    const naive = (words: readonly string[], most: number) =>
      texts
        .flatMap((text, at) => (words.every((word) => text.includes(word)) ? [at + 1] : []))
        .reverse()
        .slice(0, most);
    const some = fc.array(wordOf(3), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        some,
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.integer({ min: 1, max: 600 })),
        (words, most, few) => {
          const matches = (text: string) => words.every((word) => text.includes(word));
          const known = few.filter((row) => matches(texts[row - 1] ?? ''));
          expect(findInside(store, words, { most, known, matches })).toEqual(naive(words, most));
        },
      ),
      { numRuns: 400 },
    );
  } finally {
    close();
  }
});
