/** A line of a printed estimate as an estimator types it, and how its cells become a line of the program. */
import { noTenths } from '../../../src-shared/base/hours.ts';
import { type LineId, uuidV7 } from '../../../src-shared/base/ids.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import {
  parseLabor,
  parseMisc,
  parsePrice,
  parseQuantity,
  parseRefinish,
} from '../../../src-shared/domain/estimate/line-cells.ts';
import { parseOperation } from '../../../src-shared/domain/estimate/operation-words.ts';
import { parsePartType } from '../../../src-shared/domain/estimate/part-type-words.ts';
import { positionsBetween } from '../../../src-shared/domain/estimate/place.ts';

/** Every cell is text, as it is typed; an absent cell is left empty. */
export type PrintLine = {
  /** The printed line number. */
  readonly line: number;
  /** The typed word of the operation; empty for none. */
  readonly operation: string;
  readonly description: string;
  readonly partType?: string;
  readonly partNumber?: string;
  readonly quantity?: string;
  readonly price?: string;
  /** Hours with the letter of the labour type, or `Incl.`. */
  readonly labor?: string;
  readonly paint?: string;
  readonly misc?: string;
  /** Whether misc is taxed: the `T` of the print. */
  readonly taxed?: boolean;
  readonly note?: string;
};

/** Makes lines of the program from printed ones by the parsers that the estimate's grid uses. */
export function linesOfPrint(print: readonly PrintLine[]): readonly Line[] {
  const positions = positionsBetween(null, null, print.length);
  return print.map((one, i) => lineOfPrint(one, positions[i] ?? ''));
}

function lineOfPrint(one: PrintLine, position: string): Line {
  const field = `line ${one.line}`;
  const part = {
    type: unwrap(parsePartType(one.partType ?? '', field)),
    number: one.partNumber ?? '',
    quantity: unwrap(parseQuantity(one.quantity ?? '', field)),
    priceCents: 0,
    included: false,
    taxed: true,
  };
  return {
    id: uuidV7(one.line, new Uint8Array(16)) as LineId,
    deleted: false,
    parent: { workfileId: '', estimateId: '' },
    place: { position },
    work: { operation: unwrap(parseOperation(one.operation, field)) },
    text: { description: one.description },
    note: { text: one.note ?? '' },
    part: unwrap(parsePrice(one.price ?? '', field, part)),
    labor: unwrap(parseLabor(one.labor ?? '', field)),
    refinish: one.paint === undefined ? { tenths: noTenths, included: false } : unwrap(parseRefinish(one.paint, field)),
    misc: unwrap(parseMisc(one.misc ?? '', field, one.taxed ?? true)),
    marks: { manual: true, changed: false },
  };
}
