// What typing into a cell changes in its line, or why the text cannot stand there.

import { type Failure, invalid } from '../../../src-shared/base/failure.ts';
import { noTenths, parseHours } from '../../../src-shared/base/hours.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { type Line, operations, partTypes } from '../../../src-shared/domain/estimate/line.ts';
import {
  parseLabor,
  parseMisc,
  parsePrice,
  parseQuantity,
  parseRefinish,
} from '../../../src-shared/domain/estimate/line-cells.ts';
import { checkLine } from '../../../src-shared/domain/estimate/line-rules.ts';
import { parseOperation } from '../../../src-shared/domain/estimate/operation-words.ts';
import { parsePartType } from '../../../src-shared/domain/estimate/part-type-words.ts';
import type { RowKind } from '../../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import { nothingByHand } from '../../../src-shared/domain/estimate/refinish/by-hand.ts';
import { noPanel } from '../../../src-shared/domain/estimate/refinish/known-panel.ts';
import { parsePanel } from '../../../src-shared/domain/estimate/refinish/panel-words.ts';
import type { LineGroups } from '../../../src-shared/ipc/requests.ts';
import { wordBriefly } from '../../words/failure-words.ts';

/** Reads a cell's text; the rules of a line have the last word. */
export function readCell(line: Line, columnId: string, text: string): Result<LineGroups> {
  const read = readers[columnId];
  const change = read === undefined ? failed(invalid(columnId, 'unknown-field')) : read(line, text);
  if (!change.ok) return change;
  const broken = checkLine({ ...line, ...change.value });
  return broken === null ? change : failed(broken);
}

/** Why a cell's text was refused, in words for the cell. */
export function wordCell(failure: Failure): string {
  if (failure.kind !== 'invalid') return wordBriefly(failure);
  if (failure.field === 'flags') return 'Type O for an open line, * for a changed one, or nothing.';
  if (failure.field === 'automatic') return rowWords[failure.issue] ?? wordBriefly(failure);
  const isMoney = failure.field.endsWith('Cents') || failure.field === 'price' || failure.field === 'misc';
  if (failure.issue === 'negative' && failure.field !== 'quantity') {
    return isMoney
      ? 'Only a credit line may be negative. Set Oper to Credit first.'
      : 'Only overlap, credit and deduction lines take time off. Set Oper first.';
  }
  if (failure.issue === 'too-large' && failure.limit === 0) return 'A heading row has no time and no price.';
  if (failure.issue === 'too-large') return isMoney ? 'Too large: at most 99,999,999.99.' : 'Too large.';
  if (failure.issue === 'bad-format') return isMoney ? 'At most two decimals.' : 'Hours go in steps of 0.1.';
  if (failure.issue === 'not-a-number') return numberWords[failure.field] ?? wordBriefly(failure);
  return wordBriefly(failure);
}

const rowWords: Readonly<Record<string, string>> = {
  'too-large': 'Overlap takes time off: type -0.4, or 0 for none.',
  negative: 'This row adds time. Type 0 to leave it out.',
};

const numberWords: Readonly<Record<string, string>> = {
  labor: 'Not hours. Type 2.4, 1.5 M or Incl.',
  paint: 'Not hours. Type 2.4 or Incl.; on a blend 2.4f is the full time of its panel.',
  price: 'Not a price. Type 1,234.50 or Incl.',
  misc: 'Not an amount. Type 12.50, 12.50T or 12.50X.',
  quantity: 'Not a quantity. Type a whole number.',
};

type Reader = (line: Line, text: string) => Result<LineGroups>;

const readers: Readonly<Record<string, Reader>> = {
  operation: (_line, text) => map(readOperation(text), (operation) => ({ work: { operation } })),
  partType: ({ part }, text) => map(readPartType(text), (type) => ({ part: { ...part, type } })),
  description: (_line, text) => map(readText(text, 'description', 200), (description) => ({ text: { description } })),
  partNumber: ({ part }, text) => map(readText(text, 'partNumber', 40), (number) => ({ part: { ...part, number } })),
  quantity: ({ part }, text) => map(parseQuantity(text, 'quantity'), (quantity) => ({ part: { ...part, quantity } })),
  price: ({ part }, text) => map(parsePrice(text, 'price', part), (value) => ({ part: value })),
  labor: ({ labor }, text) => map(parseLabor(text, 'labor', labor.type), (value) => ({ labor: value })),
  paint: (line, text) => (line.work.operation === 'blend' ? readBlend(line, text) : readPaint(text)),
  panel: ({ panel }, text) => map(parsePanel(text, 'panel', panel), (value) => ({ panel: value })),
  flags: ({ marks }, text) =>
    map(readFlags(text), ({ open, changed }) => ({ state: { open }, marks: { ...marks, changed } })),
  misc: ({ misc }, text) => map(parseMisc(text, 'misc', misc.taxed), (value) => ({ misc: value })),
  tax: ({ part, misc }, text) =>
    map(readTax(text), (taxed) => ({ part: { ...part, taxed }, misc: { ...misc, taxed } })),
  note: (_line, text) => map(readText(text, 'note', 2000), (value) => ({ note: { text: value } })),
};

const map = <T>(result: Result<T>, change: (value: T) => LineGroups): Result<LineGroups> =>
  result.ok ? ok(change(result.value)) : result;

/** A choice arrives by its value; pasted text by its words. */
const readOperation = (text: string) => {
  const chosen = operations.find((operation) => operation === text);
  return chosen === undefined ? parseOperation(text, 'operation') : ok(chosen);
};
const readPartType = (text: string) => {
  const chosen = partTypes.find((type) => type === text);
  return chosen === undefined ? parsePartType(text, 'partType') : ok(chosen);
};

const readText = (text: string, field: string, limit: number): Result<string> =>
  text.length > limit ? failed(invalid(field, 'too-long', limit)) : ok(text.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim());

const readPaint = (text: string) => map(parseRefinish(text, 'paint'), (refinish) => ({ refinish }));

/** `2.4f` is the full time of the panel, of which the blend is taken; a plain time is the blend itself. */
function readBlend(line: Line, text: string): Result<LineGroups> {
  const { panel = noPanel, automatic = nothingByHand } = line;
  const [, full] = /^(.*\S)\s*f(?:ull)?$/i.exec(text.trim()) ?? [];
  if (full !== undefined) {
    return map(parseHours(full, 'paint'), (fullTenths) => ({
      panel: { ...panel, fullTenths },
      automatic: { ...automatic, blend: null },
      refinish: { tenths: 0, included: false },
    }));
  }
  if (panel.fullTenths === 0 || /^incl/i.test(text.trim())) return readPaint(text);
  const blend = text.trim() === '' ? ok(null) : parseHours(text, 'paint');
  return map<number | null>(blend, (tenths) => ({ automatic: { ...automatic, blend: tenths } }));
}

/** Reads the time of an automatic row; nothing has it computed again. */
export function readRowTime(kind: RowKind, text: string): Result<number | null> {
  if (text.trim() === '') return ok(null);
  const read = parseHours(text, 'paint');
  if (!read.ok) return read;
  const isWrong = kind === 'overlap' ? read.value > 0 : read.value < noTenths;
  return isWrong ? failed(invalid('automatic', kind === 'overlap' ? 'too-large' : 'negative')) : ok(read.value);
}

/** `O` for an open line and `*` for a changed one; problem and note marks follow from the line. */
function readFlags(text: string): Result<{ readonly open: boolean; readonly changed: boolean }> {
  const letters = text.toUpperCase().replaceAll(/[\s!N]/g, '');
  if (/[^O*]/.test(letters)) return failed(invalid('flags', 'not-a-choice'));
  return ok({ open: letters.includes('O'), changed: letters.includes('*') });
}

function readTax(text: string): Result<boolean> {
  const mark = text.trim().toUpperCase();
  if (mark === 'T' || mark === '') return ok(true);
  return mark === 'X' ? ok(false) : failed(invalid('tax', 'not-a-choice'));
}
