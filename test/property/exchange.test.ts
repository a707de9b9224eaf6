/** What goes out into a file comes in again: from other programs' files, and from our own estimates, in both formats. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportedRecords } from '../../src-shared/domain/exchange/records-in.ts';
import { again, asRecords, filesOf, importFiles } from '../support/exchange/round-trip.ts';
import { anyForeign, anyOwn } from './exchange-arbitraries.ts';

/** 1,000 estimates of others and 500 of ours, the same in each run; another seed finds other ones. */
const runs = (numRuns: number) => ({ numRuns, seed: 20_261_122 });
const patience = 300_000;

/** When a file was made is not what it says. */
const withoutMoment = ({ imported, ...records }: ImportedRecords): object => {
  const head = JSON.parse(imported.head) as { document: Record<string, string> };
  const { created: _, createdTime: __, ...document } = head.document;
  return { ...records, imported: { ...imported, head: { ...head, document } } };
};

const formats = fc.constantFrom('ems' as const, 'bms' as const);

test(
  'import, export, import: an estimate of another program is what it was, to its last code',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyForeign, formats, async (foreign, format) => {
        const first = await importFiles(filesOf(foreign, format));
        const second = await again(asRecords(first), format);
        expect(withoutMoment(second)).toEqual(withoutMoment(first));
      }),
      runs(1_000),
    );
  },
  patience,
);

test(
  'an estimate written here comes back as it went out, with headings, notes, rates and charges',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyOwn, formats, async (own, format) => {
        const back = await again(asRecords(own), format);
        expect(back.lines.map(({ groups }) => groups)).toEqual(own.lines.map(({ groups }) => groups));
        const { lines: _, imported: __, ...rest } = back;
        const { lines: ___, imported: ____, ...wanted } = own;
        expect(rest).toEqual(wanted);
      }),
      runs(500),
    );
  },
  patience,
);
