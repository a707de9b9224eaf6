// The table of each record kind.

import type { RecordKind } from '../../src-shared/sync/records.ts';
import { appointmentTable } from './appointment-table.ts';
import { cannedTable } from './canned-table.ts';
import { conflictTable } from './conflict-table.ts';
import { contactTable } from './contact-table.ts';
import { customerTable } from './customer-table.ts';
import { dmsConnectionTable } from './dms-connection-table.ts';
import { dmsEventTable } from './dms-event-table.ts';
import { documentTable } from './document-table.ts';
import { employeeTable } from './employee-table.ts';
import { estimateTable } from './estimate-table.ts';
import { eventTable } from './event-table.ts';
import { insuranceTable } from './insurance-table.ts';
import { insurerTable } from './insurer-table.ts';
import { lineTable } from './line-table.ts';
import { noteTable } from './note-table.ts';
import { partCodeTable } from './part-code-table.ts';
import { photoTable } from './photo-table.ts';
import { profileTable } from './profile-table.ts';
import { ratesTable } from './rates-table.ts';
import { receiptTable } from './receipt-table.ts';
import { receiptVoidTable } from './receipt-void-table.ts';
import type { RecordTable } from './record-table.ts';
import { taskTable } from './task-table.ts';
import { vehicleTable } from './vehicle-table.ts';
import { versionTable } from './version-table.ts';
import { workfileTable } from './workfile-table.ts';

export const recordTables: Readonly<Record<RecordKind, RecordTable>> = {
  workfile: workfileTable,
  contact: contactTable,
  vehicle: vehicleTable,
  insurance: insuranceTable,
  rates: ratesTable,
  estimate: estimateTable,
  line: lineTable,
  version: versionTable,
  photo: photoTable,
  document: documentTable,
  note: noteTable,
  receipt: receiptTable,
  'receipt-void': receiptVoidTable,
  event: eventTable,
  task: taskTable,
  appointment: appointmentTable,
  profile: profileTable,
  canned: cannedTable,
  'part-code': partCodeTable,
  employee: employeeTable,
  insurer: insurerTable,
  customer: customerTable,
  'dms-event': dmsEventTable,
  'dms-connection': dmsConnectionTable,
  conflict: conflictTable,
};
