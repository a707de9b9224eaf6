// The columns of the part codes: how each cell reads, and what a typed text makes of it.
import { printHours, type Tenths } from '../../../src-shared/base/hours.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { laborNames, laborTypes } from '../../../src-shared/domain/estimate/labor-type.ts';
import { operations, partTypes } from '../../../src-shared/domain/estimate/line.ts';
import { operationWords, parseOperation } from '../../../src-shared/domain/estimate/operation-words.ts';
import { parsePartType, partTypeWords } from '../../../src-shared/domain/estimate/part-type-words.ts';
import { codeKey } from '../../../src-shared/domain/library/find.ts';
import type { PartCode } from '../../../src-shared/domain/library/part-code.ts';
import type { CellAddress } from '../../../src-ui/grid/model/cell.ts';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { changePartCode } from '../../stores/library/library.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { hours, money, type Read } from '../../words/formats.ts';

const laborChoices = laborTypes.map((value) => ({ value, label: laborNames[value] }));
const operationChoices = operations.map((value) => ({ value, label: operationWords[value].name }));
const typeChoices = partTypes.map((value) => ({ value, label: partTypeWords[value].name }));
const taxChoices = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const number = { kind: 'number', maxLength: 60 } as const;
const tenths = (value: number): string => (value === 0 ? '' : printHours(value as Tenths));

export const partCodeGridColumns: readonly Column<PartCode>[] = [
  {
    id: 'code',
    title: 'Code',
    width: 96,
    alwaysShown: true,
    text: ({ code }) => code.code,
    editor: { kind: 'text', maxLength: 20 },
  },
  {
    id: 'description',
    title: 'Description',
    width: 220,
    grow: true,
    text: ({ text }) => text.description,
    editor: { kind: 'text', maxLength: 200 },
  },
  {
    id: 'operation',
    title: 'Operation',
    width: 110,
    text: ({ labor }) => operationWords[labor.operation].name,
    editor: { kind: 'choice', choices: operationChoices },
  },
  {
    id: 'type',
    title: 'Part type',
    width: 224,
    text: ({ part }) => partTypeWords[part.type].name,
    editor: { kind: 'choice', choices: typeChoices },
  },
  {
    id: 'number',
    title: 'Part number',
    width: 120,
    text: ({ part }) => part.number,
    editor: { kind: 'text', maxLength: 40 },
  },
  {
    id: 'price',
    title: 'Price $',
    width: 84,
    align: 'end',
    text: ({ part }) => (part.priceCents === 0 ? '' : printMoney(cents(part.priceCents))),
    editor: number,
  },
  {
    id: 'taxed',
    title: 'Taxed',
    width: 62,
    text: ({ part }) => (part.taxed ? 'Yes' : 'No'),
    editor: { kind: 'choice', choices: taxChoices },
  },
  {
    id: 'labor',
    title: 'Labor',
    width: 130,
    text: ({ labor }) => laborNames[labor.type],
    editor: { kind: 'choice', choices: laborChoices },
  },
  { id: 'hours', title: 'Hours', width: 62, align: 'end', text: ({ labor }) => tenths(labor.tenths), editor: number },
  {
    id: 'paint',
    title: 'Paint h',
    longTitle: 'Paint hours',
    width: 66,
    align: 'end',
    text: ({ labor }) => tenths(labor.refinishTenths),
    editor: number,
  },
];

/** Writes what was typed into a cell; answers why it was not taken. */
export async function commitPartCode(
  codes: readonly PartCode[],
  { rowKey, columnId }: CellAddress,
  text: string,
): Promise<string | undefined> {
  const before = codes.find(({ id }) => id === rowKey);
  if (before === undefined) return 'This part code is not here any more.';
  const change = changeOf(before, columnId, text.trim(), codes);
  if (!change.ok) return change.message;
  const failure = await changePartCode(before.id, change.value as never);
  return failure && wordBriefly(failure);
}

type Groups = { readonly group: 'code' | 'text' | 'part' | 'labor'; readonly value: object };

function changeOf(before: PartCode, columnId: string, text: string, codes: readonly PartCode[]): Read<Groups> {
  const part = (fields: object): Read<Groups> => ok({ group: 'part', value: { ...before.part, ...fields } });
  const labor = (fields: object): Read<Groups> => ok({ group: 'labor', value: { ...before.labor, ...fields } });
  switch (columnId) {
    case 'code':
      return codeOf(before, text, codes);
    case 'description':
      return ok({ group: 'text', value: { description: text } });
    case 'number':
      return part({ number: text });
    case 'taxed':
      return part({ taxed: !/^n/i.test(text) });
    case 'price':
      return then(money.parse(text), (priceCents) => part({ priceCents }));
    case 'type':
      return then(worded(parsePartType(text, 'type')), (type) => part({ type }));
    case 'operation':
      return then(worded(parseOperation(text, 'operation')), (operation) => labor({ operation }));
    case 'labor':
      return laborOf(text, labor);
    case 'hours':
      return then(hours.parse(text), (value) => labor({ tenths: value }));
    default:
      return then(hours.parse(text), (value) => labor({ refinishTenths: value }));
  }
}

function codeOf({ id }: PartCode, code: string, codes: readonly PartCode[]): Read<Groups> {
  if (code === '') return { ok: false, message: 'A part code needs a code.' };
  const isTaken = codes.some((one) => one.id !== id && codeKey(one.code.code) === codeKey(code));
  return isTaken ? { ok: false, message: `${code} is there already.` } : ok({ group: 'code', value: { code } });
}

function laborOf(text: string, put: (fields: object) => Read<Groups>): Read<Groups> {
  const found = laborChoices.find(({ value, label }) => [value, label.toLowerCase()].includes(text.toLowerCase()));
  return found === undefined ? { ok: false, message: 'Choose a kind of labor.' } : put({ type: found.value });
}

const ok = <T>(value: T): Read<T> => ({ ok: true, value });
const then = <T>(read: Read<T>, next: (value: T) => Read<Groups>): Read<Groups> => (read.ok ? next(read.value) : read);
const worded = <T>(
  result:
    | ReturnType<typeof parsePartType>
    | { readonly ok: true; readonly value: T }
    | ReturnType<typeof parseOperation>,
): Read<T> => (result.ok ? ok(result.value as T) : { ok: false, message: wordBriefly(result.failure) });
