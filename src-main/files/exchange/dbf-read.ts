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
const recordsAtOnce = 500;

/**
 * Reads a table with its memos some records at a time; between them others have their turn, and it yields the share that
 * is read. Deleted records are passed over, and remarks tell what was left blank.
 */
export function* dbfReading(
  { file, bytes, memo }: Input,
  remarks: FileFault[],
): Generator<number, Result<EmsTable, FileFault>> {
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
    if (records.length % recordsAtOnce === 0) yield n / header.value.records;
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
  // A sign is a byte, so that the places of the bytes are those of the signs.
  const text = westernText(record);
  const isPlain = reading.header.isUsualText || record.every((byte) => byte < 128);
  for (const { name, type, at, length } of reading.header.fields) {
    const isForeign = !isPlain && record.subarray(at, at + length).some((byte) => byte > 127);
    if (isForeign) return failed({ file: reading.file, place: `${reading.place}, ${name}`, why: 'code-page' });
    const words = text.slice(at, at + length);
    const cell = type === 'M' ? memoCell(words, name, reading) : ok(words);
    if (!cell.ok) return cell;
    if (!cells.has(name)) cells.set(name, cell.value);
  }
  return ok(cells);
}

function memoCell(words: string, name: string, { file, place, memos }: Reading): Cell {
  const pointer = words.trim();
  if (pointer === '' || memos === undefined) return ok('');
  const text = /^\d+$/.test(pointer) ? memos(Number(pointer)) : undefined;
  return text === undefined ? failed({ file, place: `${place}, ${name}`, why: 'memo' }) : ok(text);
}
