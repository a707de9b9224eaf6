// The DMS Transaction History of a workfile as a document to print.

import { can } from '../../../src-shared/domain/access/permissions.ts';
import type { Role } from '../../../src-shared/domain/access/role.ts';
import { type ExportSummaryInput, exportSummary } from '../../../src-shared/domain/dms/export-summary.ts';
import { historyOf } from '../../../src-shared/domain/dms/history.ts';
import { type ShopConnection, storeLabel } from '../../../src-shared/domain/dms/shop-connection.ts';
import { contactLabel } from '../../../src-shared/domain/people/contact.ts';
import type { PrintDocument } from '../../../src-shared/domain/print/print-document.ts';
import type { PrintChoice } from '../../../src-shared/ipc/print-requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';

/** The Export Summary, for whoever sees DMS Activity, once there is something to tell. */
export const dmsChoices = (
  sheet: WorkfileSheet,
  connection: ShopConnection | undefined,
  role: Role,
): readonly PrintChoice[] =>
  historyOf(sheet, connection).length === 0 || !can(role, 'use-dms')
    ? []
    : [{ kind: 'dms-history', version: '', title: 'DMS Export Summary', why: '' }];

type Made = Pick<ExportSummaryInput, 'paper' | 'timeZone' | 'shop' | 'now'>;

/** The document. */
export function dmsDocument(sheet: WorkfileSheet, connection: ShopConnection | undefined, made: Made): PrintDocument {
  const { workfile, contacts, insurance, vehicle } = sheet;
  const owner = contacts.find(({ parent }) => parent.role === 'owner') ?? contacts[0];
  return exportSummary({
    ...made,
    ...{ workfile, vehicle, events: historyOf(sheet, connection), insurer: insurance.company.name },
    owner: owner === undefined ? '' : contactLabel(owner.name),
    connection: connection === undefined ? '' : storeLabel(connection),
  });
}
