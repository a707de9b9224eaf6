// A part code of the shop: a short word that fills a line with a part and the work it takes.

import { z } from 'zod';
import { maxTenths } from '../../base/hours.ts';
import type { PartCodeId } from '../../base/ids.ts';
import { maxCents } from '../../base/money.ts';
import { laborTypes } from '../estimate/labor-type.ts';
import { operations, partTypes } from '../estimate/line.ts';
import { type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';
import { libraries } from './library.ts';

const time = z.int().min(0).max(maxTenths).default(0);

/** The groups of a part code. */
export const partCodeSpec = recordSpec('part-code', {
  parent: z.object({ workfileId: z.literal(libraries['part-code']).default(libraries['part-code']) }),
  code: z.object({ code: lineText(20).default('') }),
  text: z.object({ description: lineText(200).default('') }),
  part: z.object({
    type: z.enum(partTypes).default('oem'),
    number: lineText(40).default(''),
    priceCents: z.int().min(0).max(maxCents).default(0),
    taxed: z.boolean().default(true),
  }),
  labor: z.object({
    operation: z.enum(operations).default('replace'),
    type: z.enum(laborTypes).default('body'),
    tenths: time,
    refinishTenths: time,
  }),
});

export type PartCode = RecordOf<typeof partCodeSpec, PartCodeId>;
