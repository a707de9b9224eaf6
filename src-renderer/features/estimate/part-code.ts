// The shop's own part codes: typed or chosen in a description or a part number, they fill the line.

import { cents, printMoney } from '../../../src-shared/base/money.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { partCodeNamed } from '../../../src-shared/domain/library/find.ts';
import type { PartCode } from '../../../src-shared/domain/library/part-code.ts';
import { partCodeLine } from '../../../src-shared/domain/library/part-code-line.ts';
import type { LineGroups } from '../../../src-shared/ipc/requests.ts';
import type { Choice } from '../../../src-ui/choice/choice.ts';

/** What a cell offers while somebody types: found by code, by description and by number. */
export const choicesOf = (codes: readonly PartCode[], by: 'description' | 'number'): readonly Choice[] =>
  codes.flatMap(({ code, text, part }) => {
    const [label, other] = by === 'description' ? [text.description, part.number] : [part.number, text.description];
    const price = part.priceCents === 0 ? '' : printMoney(cents(part.priceCents));
    const hint = [code.code, other, price].filter((word) => word !== '').join(' · ');
    return label === '' ? [] : [{ value: code.code, label, hint }];
  });

/** The code that a text names, in any case. */
export const codeOf = (codes: readonly PartCode[], columnId: string, text: string): PartCode | undefined =>
  columnId === 'description' || columnId === 'partNumber' ? partCodeNamed(codes, text) : undefined;

/** What a code makes of a line; its quantity, note and the rest stay. */
export function withCode({ part }: Pick<Line, 'part'>, code: PartCode): LineGroups {
  const content = partCodeLine(code);
  return content.part === undefined ? content : { ...content, part: { ...content.part, quantity: part.quantity } };
}
