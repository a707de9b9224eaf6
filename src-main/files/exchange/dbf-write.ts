// Writes a dBase III table as EMS programs expect it, with its memo file where the table has memos.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { EmsField } from '../../../src-shared/domain/exchange/ems/ems-tables.ts';
import type { EmsRow } from '../../../src-shared/domain/exchange/ems/write-ems.ts';
import type { FileFault } from '../../../src-shared/domain/exchange/fault.ts';
import { westernBytes } from './western-text.ts';

export type WrittenTable = { readonly table: Uint8Array; readonly memo: Uint8Array | null };
type Input = {
  readonly file: string;
  readonly fields: readonly EmsField[];
  readonly rows: readonly EmsRow[];
  /** `2026-11-22` */
  readonly date: string;
};

const plain = 0x03;
const withMemo = 0x83;
const blockBytes = 512;
const space = 0x20;
const endOfFile = 0x1a;

/** Writes a table; a number that does not fit its field is refused, and remarks tell of texts that were cut. */
export function writeDbf(input: Input, remarks: FileFault[]): Result<WrittenTable, FileFault> {
  const { fields, rows } = input;
  const hasMemo = fields.some(({ type }) => type === 'M');
  const memos = createMemos();
  const head = headerOf(input, hasMemo);
  const width = fields.reduce((sum, { length }) => sum + length, 1);
  const table = new Uint8Array(head.length + rows.length * width + 1).fill(space);
  table.set(head);
  for (const [n, row] of rows.entries()) {
    let at = head.length + n * width + 1;
    for (const field of fields) {
      const cell = cellOf(row[field.name] ?? '', field, {
        file: input.file,
        place: `record ${n + 1}, ${field.name}`,
        memos,
        remarks,
      });
      if (!cell.ok) return cell;
      table.set(cell.value, at);
      at += field.length;
    }
  }
  table[table.length - 1] = endOfFile;
  return ok({ table, memo: hasMemo ? memos.file() : null });
}

/** Years since 1900, the counts, and 32 bytes for each field; names are padded with zeros. */
function headerOf({ fields, rows, date }: Input, hasMemo: boolean): Uint8Array {
  const length = 32 + fields.length * 32 + 1;
  const head = new Uint8Array(length);
  const view = new DataView(head.buffer);
  const [year = 1900, month = 1, day = 1] = date.split('-').map(Number);
  head.set([hasMemo ? withMemo : plain, year - 1900, month, day]);
  view.setUint32(4, rows.length, true);
  view.setUint16(8, length, true);
  view.setUint16(
    10,
    fields.reduce((sum, field) => sum + field.length, 1),
    true,
  );
  fields.forEach((field, i) => {
    const start = 32 + i * 32;
    head.set(westernBytes(field.name).bytes.subarray(0, 10), start);
    head[start + 11] = field.type.charCodeAt(0);
    head[start + 16] = field.length;
    head[start + 17] = field.decimals;
  });
  head[length - 1] = 0x0d;
  return head;
}

type Place = {
  readonly file: string;
  readonly place: string;
  readonly memos: ReturnType<typeof createMemos>;
  readonly remarks: FileFault[];
};

function cellOf(text: string, { type, length }: EmsField, where: Place): Result<Uint8Array, FileFault> {
  const { file, place, memos, remarks } = where;
  if (type === 'M') return ok(padded(text === '' ? '' : String(memos.add(text)), length));
  if (type === 'N') {
    if (text.length > length) return failed({ file, place, why: 'overflow' });
    return ok(padded(text, length));
  }
  const { bytes, lost } = westernBytes(text.replaceAll(/[\r\n\t]+/g, ' '));
  if (lost > 0) remarks.push({ file, place, why: 'encoding' });
  if (bytes.length > length) remarks.push({ file, place, why: 'too-long' });
  return ok(bytes.subarray(0, length));
}

/** Numbers and pointers stand at the right of their field. */
const padded = (text: string, length: number): Uint8Array => westernBytes(text.padStart(length)).bytes;

/** The texts of a memo file; each begins a block and ends with two end signs. */
function createMemos() {
  const blocks: Uint8Array[] = [];
  let next = 1;
  return {
    add(text: string): number {
      const { bytes } = westernBytes(text.replaceAll(/\r?\n/g, '\r\n'));
      const size = Math.ceil((bytes.length + 2) / blockBytes);
      const block = new Uint8Array(size * blockBytes);
      block.set(bytes);
      block.set([endOfFile, endOfFile], bytes.length);
      blocks.push(block);
      const at = next;
      next += size;
      return at;
    },
    file(): Uint8Array {
      const head = new Uint8Array(blockBytes);
      new DataView(head.buffer).setUint32(0, next, true);
      head[16] = plain;
      return Buffer.concat([head, ...blocks]);
    },
  };
}
