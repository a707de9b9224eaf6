// Reads a dBase table whole, from bytes that are here already: EMS tables are small, and lying ones end at once.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { EmsRecord, EmsTable } from '../../../src-shared/domain/exchange/ems/ems-cells.ts';
import type { FileFault } from '../../../src-shared/domain/exchange/fault.ts';
import { type DbfHeader, readDbfHeader } from './dbf-header.ts';
import { type MemoFile, openMemo } from './dbf-memo.ts';
import { westernText } from './western-text.ts';

type Input = { readonly file: string; readonly bytes: Uint8Array; readonly memo?: MemoFile };
type Cell = Result<string, FileFault>;

const deletedMark = 0x2a;
const liveMark = 0x20;

/** Reads a table with its memos; deleted records are passed over, and remarks tell what was left blank. */
export function readDbf({ file, bytes, memo }: Input, remarks: FileFault[]): Result<EmsTable, FileFault> {
  const header = readDbfHeader(file, bytes);
  if (!header.ok) return header;
  const memos = openMemo(memo);
  if (memo === undefined && header.value.fields.some(({ type }) => type === 'M')) {
    remarks.push({ file, place: 'memo file', why: 'gone' });
  }
  const records: EmsRecord[] = [];
  for (let n = 0; n < header.value.records; n += 1) {
    const start = header.value.headerLength + n * header.value.recordLength;
    const record = bytes.subarray(start, start + header.value.recordLength);
    const place = `record ${n + 1}`;
    if (record[0] === deletedMark) continue;
    if (record[0] !== liveMark) return failed({ file, place, why: 'header' });
    const cells = cellsOf(record, { file, place, header: header.value, memos });
    if (!cells.ok) return cells;
    records.push({ number: n + 1, cells: cells.value });
  }
  return ok({ file, records });
}

type Reading = {
  readonly file: string;
  readonly place: string;
  readonly header: DbfHeader;
  readonly memos: ReturnType<typeof openMemo>;
};

function cellsOf(record: Uint8Array, reading: Reading): Result<ReadonlyMap<string, string>, FileFault> {
  const cells = new Map<string, string>();
  for (const field of reading.header.fields) {
    const bytes = record.subarray(field.at, field.at + field.length);
    const cell = field.type === 'M' ? memoCell(bytes, field.name, reading) : textCell(bytes, field.name, reading);
    if (!cell.ok) return cell;
    if (!cells.has(field.name)) cells.set(field.name, cell.value);
  }
  return ok(cells);
}

function textCell(bytes: Uint8Array, name: string, { file, place, header }: Reading): Cell {
  if (!header.isUsualText && bytes.some((byte) => byte > 127)) {
    return failed({ file, place: `${place}, ${name}`, why: 'code-page' });
  }
  return ok(westernText(bytes));
}

function memoCell(bytes: Uint8Array, name: string, { file, place, memos }: Reading): Cell {
  const pointer = westernText(bytes).trim();
  if (pointer === '' || memos === undefined) return ok('');
  const text = /^\d+$/.test(pointer) ? memos(Number(pointer)) : undefined;
  return text === undefined ? failed({ file, place: `${place}, ${name}`, why: 'memo' }) : ok(text);
}
