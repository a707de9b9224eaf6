// Total loss: a vehicle that is not worth its repair, as somebody decided and said why.

import { z } from 'zod';
import { isCivilDate } from '../../base/dates.ts';
import { lineText } from '../text.ts';

/** Who decided it, when and why; the insurer as a rule, by the share of its value that a repair would cost. */
export const totalLossGroup = z.object({
  total: z.boolean().default(false),
  reason: lineText(200).default(''),
  date: z
    .string()
    .refine((text): boolean => text === '' || isCivilDate(text))
    .default(''),
  decidedBy: lineText(120).default(''),
});
export type TotalLoss = Readonly<z.output<typeof totalLossGroup>>;

export const noTotalLoss: TotalLoss = totalLossGroup.parse({});

/** Whether the vehicle of a workfile is a total loss. */
export const isTotalLoss = ({ totalLoss }: { readonly totalLoss?: TotalLoss | undefined }): boolean =>
  totalLoss?.total === true;

/** What is missing before a vehicle can be called a total loss, or null. */
export function whyNotTotal({ reason, date, decidedBy }: TotalLoss): 'reason' | 'date' | 'decidedBy' | null {
  if (reason.trim() === '') return 'reason';
  if (date === '') return 'date';
  return decidedBy.trim() === '' ? 'decidedBy' : null;
}
