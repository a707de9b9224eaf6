// The header of a dBase table, checked against the file it stands in: nothing it claims is believed without it.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { EmsField } from '../../../src-shared/domain/exchange/ems/ems-tables.ts';
import type { FaultReason, FileFault } from '../../../src-shared/domain/exchange/fault.ts';

export type DbfHeader = {
  readonly records: number;
  readonly headerLength: number;
  readonly recordLength: number;
  readonly fields: readonly (EmsField & { readonly at: number })[];
  /** Whether the table says that its text is of the code page that EMS uses, or says none. */
  readonly isUsualText: boolean;
};

/** dBase III, with a memo file 0x83; dBase IV, with a memo file 0x8B. */
const versions: ReadonlySet<number> = new Set([0x03, 0x04, 0x83, 0x8b]);
/** No code page said, or Windows Western European. */
const usualPages: ReadonlySet<number> = new Set([0x00, 0x03, 0x57, 0x58, 0x59]);

/** The most records of one table; the largest estimate in the wild has some hundreds. */
const mostRecords = 20_000;
const types = 'CNDLMF';

/** Reads a header; a table that does not fit its file is refused before any record is looked at. */
export function readDbfHeader(file: string, bytes: Uint8Array): Result<DbfHeader, FileFault> {
  const refuse = (place: string, why: FaultReason) => failed({ file, place, why });
  if (bytes.length === 0) return refuse('', 'empty');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) return refuse('header', 'truncated');
  if (!versions.has(view.getUint8(0))) return refuse('header, byte 1', 'header');
  const records = view.getUint32(4, true);
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  if (headerLength < 33 || headerLength > bytes.length) return refuse('header, length', 'truncated');
  if (records > mostRecords) return refuse(`header, ${records} records`, 'too-many');
  const fields = fieldsOf(bytes.subarray(32, headerLength));
  if (typeof fields === 'string') return refuse(fields, 'field');
  const width = fields.reduce((sum, { length }) => sum + length, 1);
  if (fields.length === 0 || width !== recordLength) return refuse('header, record length', 'header');
  const fit = Math.floor((bytes.length - headerLength) / recordLength);
  if (records > fit) return refuse(`record ${fit + 1} of ${records}`, 'truncated');
  return ok({ records, headerLength, recordLength, fields, isUsualText: usualPages.has(view.getUint8(29)) });
}

/** The fields with where they start in a record; a text says which field is wrong. */
function fieldsOf(bytes: Uint8Array): DbfHeader['fields'] | string {
  const fields: (EmsField & { at: number })[] = [];
  let at = 1;
  for (let start = 0; start < bytes.length && bytes[start] !== 0x0d; start += 32) {
    const one = bytes.subarray(start, start + 32);
    const end = one.subarray(0, 11).indexOf(0);
    const name = String.fromCharCode(...one.subarray(0, end < 0 ? 11 : end))
      .trim()
      .toUpperCase();
    const kind = String.fromCharCode(one[11] ?? 0);
    const length = one[16] ?? 0;
    if (one.length < 32 || !/^\w+$/.test(name) || !types.includes(kind) || length === 0) {
      return `header, field ${fields.length + 1}`;
    }
    const type = (kind === 'F' ? 'N' : kind) as EmsField['type'];
    fields.push({ name, type, length, decimals: one[17] ?? 0, at });
    at += length;
  }
  return fields;
}
