// The line that a part code stands for.

import { lineSpec } from '../estimate/line.ts';
import { emptyGroup } from '../record.ts';
import type { LineContent } from './canned.ts';
import type { PartCode } from './part-code.ts';

/** What a part code fills into a line; the quantity, the note and the rest of the line stay as they are. */
export function partCodeLine({ text, part, labor }: Pick<PartCode, 'text' | 'part' | 'labor'>): LineContent {
  const hasPart = part.number !== '' || part.priceCents > 0;
  return {
    work: { operation: labor.operation },
    text: { description: text.description },
    part: {
      ...emptyGroup(lineSpec, 'part'),
      ...(hasPart && { type: part.type, number: part.number, priceCents: part.priceCents, taxed: part.taxed }),
    },
    labor: { ...emptyGroup(lineSpec, 'labor'), type: labor.type, tenths: labor.tenths },
    refinish: { ...emptyGroup(lineSpec, 'refinish'), tenths: labor.refinishTenths },
  };
}
