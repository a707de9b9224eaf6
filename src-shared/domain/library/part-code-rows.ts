// Part codes as the rows of a table: read with what is wrong in each, and written.

import { parseHours, printHours, type Tenths } from '../../base/hours.ts';
import { cents, parseMoney } from '../../base/money.ts';
import { sameValue } from '../../base/same-value.ts';
import { laborLetters, laborNames, laborTypes } from '../estimate/labor-type.ts';
import { operationWords, parseOperation } from '../estimate/operation-words.ts';
import { parsePartType, partTypeWords } from '../estimate/part-type-words.ts';
import { emptyGroup } from '../record.ts';
import { codeKey } from './find.ts';
import { type PartCode, partCodeSpec } from './part-code.ts';

/** The columns of the table, by the words of its first row. */
export const partCodeColumns = [
  'Code',
  'Description',
  'Part type',
  'Part number',
  'Price',
  'Taxed',
  'Operation',
  'Labor type',
  'Hours',
  'Paint hours',
] as const;
export type PartCodeColumn = (typeof partCodeColumns)[number];

export type PartCodeGroups = Pick<PartCode, 'code' | 'text' | 'part' | 'labor'>;

/**
 * A row that was read. `new`: no such code; `changed`: the shop has the code with other values; `same`: nothing differs;
 * `twice`: an earlier row has the code; `wrong`: the column that could not be read.
 */
export type PartCodeRow =
  | { readonly row: number; readonly standing: 'new' | 'same' | 'twice'; readonly groups: PartCodeGroups }
  | { readonly row: number; readonly standing: 'changed'; readonly groups: PartCodeGroups; readonly before: PartCode }
  | { readonly row: number; readonly standing: 'wrong'; readonly column: PartCodeColumn; readonly text: string };

/** Reads a table beside the codes that the shop has; a first row without a code column is read as codes at once. */
export function readPartCodes(
  table: readonly (readonly string[])[],
  codes: readonly PartCode[],
): readonly PartCodeRow[] {
  const [head = []] = table;
  const named = head.map((cell) => partCodeColumns.find((column) => plain(column) === plain(cell)));
  const hasHead = named.includes('Code');
  const columns = hasHead ? named : partCodeColumns;
  const known = new Map(codes.map((code) => [codeKey(code.code.code), code]));
  const seen = new Set<string>();
  return table.slice(hasHead ? 1 : 0).map((cells, i): PartCodeRow => {
    const row = i + (hasHead ? 2 : 1);
    const cellOf = (column: PartCodeColumn) => cells[columns.indexOf(column)]?.trim() ?? '';
    const read = readRow(cellOf);
    if ('wrong' in read) return { row, standing: 'wrong', column: read.wrong, text: cellOf(read.wrong) };
    const key = codeKey(read.code.code);
    const before = known.get(key);
    const isTwice = seen.has(key);
    seen.add(key);
    if (isTwice) return { row, standing: 'twice', groups: read };
    if (before === undefined) return { row, standing: 'new', groups: read };
    return isSame(before, read)
      ? { row, standing: 'same', groups: read }
      : { row, standing: 'changed', groups: read, before };
  });
}

type Cells = (column: PartCodeColumn) => string;
type Wrong = { readonly wrong: PartCodeColumn };

function readRow(cell: Cells): PartCodeGroups | Wrong {
  const price = parseMoney(cell('Price') || '0', 'price');
  const hours = parseHours(cell('Hours') || '0', 'hours');
  const paint = parseHours(cell('Paint hours') || '0', 'hours');
  const type = parsePartType(cell('Part type') || 'OEM', 'type');
  const operation = parseOperation(cell('Operation') || 'Replace', 'operation');
  const labor = laborOf(cell('Labor type'));
  if (!price.ok || price.value < 0) return { wrong: 'Price' };
  if (!hours.ok || hours.value < 0) return { wrong: 'Hours' };
  if (!paint.ok || paint.value < 0) return { wrong: 'Paint hours' };
  if (!type.ok) return { wrong: 'Part type' };
  if (!operation.ok) return { wrong: 'Operation' };
  if (labor === undefined) return { wrong: 'Labor type' };
  const groups = {
    code: { code: cell('Code') },
    text: { description: cell('Description') },
    part: {
      type: type.value,
      number: cell('Part number'),
      priceCents: price.value,
      taxed: !/^(n|no|x|0|false)$/i.test(cell('Taxed')),
    },
    labor: { operation: operation.value, type: labor, tenths: hours.value, refinishTenths: paint.value },
  };
  return wrongText(groups) ?? groups;
}

/** Texts are held to the rules of the record: a code is needed, and each has its length. */
function wrongText(groups: PartCodeGroups): Wrong | null {
  const { code, text, part } = partCodeSpec.groups;
  if (groups.code.code === '' || !code.safeParse(groups.code).success) return { wrong: 'Code' };
  if (!text.safeParse(groups.text).success) return { wrong: 'Description' };
  return part.safeParse(groups.part).success ? null : { wrong: 'Part number' };
}

function laborOf(text: string): PartCode['labor']['type'] | undefined {
  const typed = plain(text);
  if (typed === '') return emptyGroup(partCodeSpec, 'labor').type;
  return laborTypes.find((type) => [type, laborLetters[type], laborNames[type]].some((word) => plain(word) === typed));
}

const isSame = (code: PartCode, groups: PartCodeGroups): boolean =>
  (['text', 'part', 'labor'] as const).every((group) => sameValue(code[group], groups[group]));

/** The table of part codes, with its first row of words. */
export const partCodeTable = (codes: readonly PartCode[]): readonly (readonly string[])[] => [
  partCodeColumns,
  ...codes
    .toSorted((one, other) => one.code.code.localeCompare(other.code.code, 'en', { numeric: true }))
    .map(({ code, text, part, labor }) => [
      code.code,
      text.description,
      partTypeWords[part.type].print,
      part.number,
      (cents(part.priceCents) / 100).toFixed(2),
      part.taxed ? 'yes' : 'no',
      operationWords[labor.operation].name,
      laborLetters[labor.type],
      printHours(labor.tenths as Tenths),
      printHours(labor.refinishTenths as Tenths),
    ]),
];

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
