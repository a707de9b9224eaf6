// An EMS 2.01 set as a foreign estimate. Any table may be missing but the envelope and the lines.

import { failed, ok, type Result } from '../../../base/result.ts';
import { checkedForeign } from '../checked-foreign.ts';
import type { FileFault } from '../fault.ts';
import { type Foreign, noForeign } from '../foreign.ts';
import { type Cells, cellsOf, type EmsRecord, type EmsTable, type Notes } from './ems-cells.ts';
import type { EmsTableName } from './ems-tables.ts';
import { readLines } from './read-lines.ts';
import { readClaim, readPeople } from './read-people.ts';
import { readRates } from './read-rates.ts';
import { readTotals } from './read-totals.ts';
import { readVehicle } from './read-vehicle.ts';
import { readSuppliers } from './suppliers.ts';

/** The tables of a set that are there. */
export type EmsSet = Partial<Readonly<Record<EmsTableName, EmsTable>>>;

/** What a file says, and what was read although it was not quite in order. */
export type ReadForeign = { readonly foreign: Foreign; readonly remarks: readonly FileFault[] };

/** The cells of a set's records; a table that is not there has none. */
export type SetReader = {
  readonly records: (table: EmsTableName) => readonly Cells[];
  readonly first: (table: EmsTableName) => Cells;
};

const nothing: EmsRecord = { number: 0, cells: new Map() };

/** Reads a set; what cannot be read is named by its file, record and field, and then nothing is read at all. */
export function readEms(name: string, set: EmsSet): Result<ReadForeign, FileFault> {
  const stranger = strangerOf(set);
  if (stranger !== undefined) return failed(stranger);
  const notes: Notes = { faults: [], remarks: [] };
  const { env, lin } = set;
  const envelope = env?.records[0];
  if (env === undefined || envelope === undefined) return failed({ file: name, place: 'ENV', why: 'no-envelope' });
  const reader = readerOf(set, notes);
  const head = reader.first('env');
  const version = head.text('EMS_VER');
  if (!version.startsWith('2.')) return failed({ file: env.file, place: 'record 1, EMS_VER', why: 'version' });
  if (lin === undefined || lin.records.length === 0)
    return failed({ file: lin?.file ?? name, place: 'LIN', why: 'no-lines' });
  const system = head.text('EST_SYSTEM', 4).toUpperCase();
  const document = documentOf(head, system);
  const { towingCents, storageCents, otherCents, totals } = readTotals(reader);
  const foreign = {
    ...noForeign,
    document,
    ...readPeople(reader),
    suppliers: readSuppliers(reader.records('ven')),
    insurance: readClaim(reader),
    vehicle: readVehicle(reader.first('veh')),
    rates: readRates(reader, system),
    lines: readLines(reader.records('lin')),
    towingCents,
    storageCents,
    otherCents,
    totals,
  };
  const [fault] = notes.faults;
  if (fault !== undefined) return failed(fault);
  const checked = checkedForeign(lin.file, foreign);
  return checked.ok ? ok({ foreign: checked.value, remarks: notes.remarks }) : checked;
}

/** A field that each table has in every program's sets; without it the file is another table. */
const signs: Partial<Readonly<Record<EmsTableName, string>>> = {
  env: 'EMS_VER',
  lin: 'LINE_NO',
  veh: 'V_VIN',
  pfl: 'LBR_TYPE',
  pfm: 'MATL_TYPE',
  pfp: 'PRT_TYPE',
  pft: 'TAX_TYPE1',
  stl: 'TTL_TYPECD',
  ttl: 'G_TTL_AMT',
};

function strangerOf(set: EmsSet): FileFault | undefined {
  for (const [name, sign] of Object.entries(signs) as [EmsTableName, string][]) {
    const table = set[name];
    const [first] = table?.records ?? [];
    if (table !== undefined && first !== undefined && !first.cells.has(sign))
      return { file: table.file, place: `header, ${sign}`, why: 'field' };
  }
  return undefined;
}

function readerOf(set: EmsSet, notes: Notes): SetReader {
  const records = (table: EmsTableName): readonly Cells[] => {
    const { file = '', records: all = [] } = set[table] ?? {};
    return all.map((record) => cellsOf(file, record, notes));
  };
  return { records, first: (table) => records(table)[0] ?? cellsOf('', nothing, notes) };
}

const documentOf = (head: Cells, system: string): Foreign['document'] => ({
  ...noForeign.document,
  system,
  format: 'ems',
  version: head.text('SUPP_NO', 4).toUpperCase() || 'E01',
  id: head.text('UNQFILE_ID', 60),
  fileId: head.text('ESTFILE_ID', 60),
  roId: head.text('RO_ID', 20),
  softwareVersion: head.text('SW_VERSION', 20),
  database: head.text('DB_VERSION', 20),
  databaseDate: head.date('DB_DATE'),
  created: head.date('CREATE_DT'),
  createdTime: head.text('CREATE_TM', 6),
  country: head.text('EST_CTRY', 4),
});
