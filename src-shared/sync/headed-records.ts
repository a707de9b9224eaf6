// The records of a workfile that its row of the list is derived from.

import type { SheetLine } from '../domain/estimate/refinish/automatic-lines.ts';
import type { HeadedRecords } from '../domain/workfile/heading.ts';
import type { Workfile } from '../domain/workfile/workfile.ts';
import type { RecordKind, RecordOfKind } from './records.ts';

/** The records of a kind that are not deleted, oldest first. */
type RecordsOf = <K extends RecordKind>(kind: K) => readonly RecordOfKind<K>[];

export const headedRecords = (workfile: Workfile, of: RecordsOf, lines: () => readonly SheetLine[]): HeadedRecords => ({
  workfile,
  contacts: of('contact'),
  vehicles: of('vehicle'),
  insurances: of('insurance'),
  rates: of('rates'),
  estimates: of('estimate'),
  ledger: { receipts: of('receipt'), receiptVoids: of('receipt-void') },
  tasks: of('task'),
  appointments: of('appointment'),
  dmsEvents: of('dms-event'),
  lines,
});
