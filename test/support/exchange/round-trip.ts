/** An estimate out into files and in again, through the real bytes. */

import { groupFiles } from '../../../src-main/files/exchange/estimate-groups.ts';
import { memorySource } from '../../../src-main/files/exchange/file-sources.ts';
import { readEstimate } from '../../../src-main/files/exchange/read-estimate.ts';
import { writeSet } from '../../../src-main/files/exchange/write-set.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import { estimateTotals } from '../../../src-shared/domain/estimate/totals.ts';
import { writeBms } from '../../../src-shared/domain/exchange/bms/write-bms.ts';
import { emsTableNames } from '../../../src-shared/domain/exchange/ems/ems-tables.ts';
import type { Foreign } from '../../../src-shared/domain/exchange/foreign.ts';
import { type ImportedRecords, recordsOf } from '../../../src-shared/domain/exchange/records-in.ts';
import { type ExportedRecords, foreignOf, type Writing } from '../../../src-shared/domain/exchange/records-out.ts';
import type { Contact } from '../../../src-shared/domain/people/contact.ts';
import type { Vehicle } from '../../../src-shared/domain/vehicle/vehicle.ts';

export const allTables = new Set(emsTableNames);

/** Files of an estimate in a format. */
export function filesOf(foreign: Foreign, format: 'ems' | 'bms'): ReadonlyMap<string, Uint8Array> {
  if (format === 'ems') return unwrap(writeSet(foreign, '4b53232a', allTables)).files;
  const text = writeBms(foreign, { people: true, profile: true });
  return new Map([['4b53232a.xml', new TextEncoder().encode(text)]]);
}

/** What the first estimate among files says. */
export async function readFiles(files: ReadonlyMap<string, Uint8Array>) {
  const [group] = groupFiles([...files.keys()]);
  if (group === undefined) throw new Error('no estimate among the files');
  const progress = { tell: () => undefined, signal: new AbortController().signal };
  const read = await readEstimate(memorySource(files), group, progress);
  if (read === 'cancelled') throw new Error('nobody cancelled it');
  return read;
}

export const writing = (format: 'ems' | 'bms'): Writing => ({
  style: { format, descriptionLength: format === 'ems' ? 40 : 200 },
  ids: { id: '4b53232a', fileId: '4b53232a-0001' },
  softwareVersion: '0.1.0',
  created: '2026-11-22',
  createdTime: '101500',
});

/** Imported groups as the records of a workfile. */
export function asRecords(from: ImportedRecords): ExportedRecords {
  const lines = from.lines.map(({ groups }) => ({ ...groups, deleted: false }));
  const totals = estimateTotals({ lines, rates: from.rates, estimate: from.estimate, insurance: from.insurance });
  return {
    label: from.label,
    estimator: '',
    roNumber: '',
    contacts: from.contacts.map(({ role, groups }) => ({ deleted: false, parent: { role }, ...groups }) as Contact),
    vehicle: from.vehicle as Vehicle,
    insurance: from.insurance as ExportedRecords['insurance'],
    rates: from.rates,
    estimate: from.estimate,
    lines: from.lines,
    imported: from.imported,
    totals,
  };
}

/** The records that come of files. */
export async function importFiles(files: ReadonlyMap<string, Uint8Array>): Promise<ImportedRecords> {
  return recordsOf(unwrap(await readFiles(files)).foreign, { file: '4b53232a', at: 1 });
}

/** Out and in again. */
export const again = (records: ExportedRecords, format: 'ems' | 'bms'): Promise<ImportedRecords> =>
  importFiles(filesOf(foreignOf(records, writing(format)), format));
