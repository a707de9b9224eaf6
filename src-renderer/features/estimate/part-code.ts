// The shop's own part codes: typed or chosen in a description or a part number, they fill the part of a line.

import { cents, printMoney } from '../../../src-shared/base/money.ts';
import type { Line, PartType } from '../../../src-shared/domain/estimate/line.ts';
import type { LineGroups } from '../../../src-shared/ipc/requests.ts';
import type { Choice } from '../../../src-ui/choice/choice.ts';

export type PartCode = {
  readonly code: string;
  readonly description: string;
  readonly number: string;
  readonly type: PartType;
  readonly priceCents: number;
};

/** What a cell offers while somebody types: found by code, by description and by number. */
export const choicesOf = (codes: readonly PartCode[], by: 'description' | 'number'): readonly Choice[] =>
  codes
    .filter((one) => one[by] !== '')
    .map(({ code, description, number, priceCents }) => ({
      value: code,
      label: by === 'description' ? description : number,
      hint: [code, by === 'description' ? number : description, priceCents === 0 ? '' : printMoney(cents(priceCents))]
        .filter((part) => part !== '')
        .join(' · '),
    }));

/** The code that a text names, in any case. */
export function codeOf(codes: readonly PartCode[], columnId: string, text: string): PartCode | undefined {
  if (columnId !== 'description' && columnId !== 'partNumber') return undefined;
  const typed = text.trim().toLowerCase();
  return typed === '' ? undefined : codes.find(({ code }) => code.toLowerCase() === typed);
}

/** A line with the part of a code; what the code leaves open stays. */
export function withCode({ part, text }: Pick<Line, 'part' | 'text'>, code: PartCode): LineGroups {
  return {
    text: { description: code.description || text.description },
    part: {
      ...part,
      number: code.number || part.number,
      type: code.type || part.type,
      priceCents: code.priceCents || part.priceCents,
      included: false,
    },
  };
}
