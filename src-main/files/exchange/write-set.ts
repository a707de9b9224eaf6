// An estimate as the files of an EMS set: one table a file, and the memos beside them.

import { ok, type Result } from '../../../src-shared/base/result.ts';
import { type EmsTableName, emsFields, emsTableNames } from '../../../src-shared/domain/exchange/ems/ems-tables.ts';
import { writeEms } from '../../../src-shared/domain/exchange/ems/write-ems.ts';
import type { FileFault } from '../../../src-shared/domain/exchange/fault.ts';
import type { Foreign } from '../../../src-shared/domain/exchange/foreign.ts';
import { writeDbf } from './dbf-write.ts';

export type WrittenSet = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Texts that were cut or lost signs. */
  readonly remarks: readonly FileFault[];
};

/** Writes the chosen tables under a stem; a number that does not fit its field stops it, and nothing is written. */
export function writeSet(
  foreign: Foreign,
  stem: string,
  chosen: ReadonlySet<EmsTableName>,
): Result<WrittenSet, FileFault> {
  const rows = writeEms(foreign, chosen);
  const files = new Map<string, Uint8Array>();
  const remarks: FileFault[] = [];
  for (const name of emsTableNames) {
    if (!chosen.has(name)) continue;
    const file = `${stem}.${name}`;
    const date = foreign.document.created || '1994-01-01';
    const written = writeDbf({ file, fields: emsFields[name], rows: rows[name], date }, remarks);
    if (!written.ok) return written;
    files.set(file, written.value.table);
    if (written.value.memo !== null) files.set(`${stem}.dbt`, written.value.memo);
  }
  return ok({ files, remarks });
}
