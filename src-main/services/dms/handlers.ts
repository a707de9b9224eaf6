// Which service answers which request about the dealer's system.

import type { connectionRequests } from '../../../src-shared/ipc/dms/connection-requests.ts';
import type { dmsRequests } from '../../../src-shared/ipc/dms/dms-requests.ts';
import type { journalRequests } from '../../../src-shared/ipc/dms/journal-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import type { Desk } from '../desk.ts';
import { resolveExport } from './checked-exports.ts';
import { saveConnection, showConnection, testConnection } from './connection.ts';
import { updateCustomer } from './customer-update.ts';
import { setDmsId } from './dms-ids.ts';
import { exportPayments } from './exports.ts';
import { journalHandlers } from './journal.ts';
import { exportNewCustomer, exportNewVehicle } from './new-records.ts';
import { exportRepairOrder } from './repair-orders.ts';
import { findDmsCustomers, findDmsVehicles } from './searches.ts';

type Asked = keyof typeof dmsRequests | keyof typeof connectionRequests | keyof typeof journalRequests;

export const dmsHandlers = (desk: Desk): Pick<Handlers, Asked> => ({
  'dms.set-id': (said) => setDmsId(desk, said),
  'dms.find-customers': ({ words }) => findDmsCustomers(desk, words),
  'dms.find-vehicles': ({ vin }) => findDmsVehicles(desk, vin),
  'dms.export-customer': ({ workfileId }) => exportNewCustomer(desk, workfileId),
  'dms.update-customer': ({ workfileId }) => updateCustomer(desk, workfileId),
  'dms.export-vehicle': (vehicle) => exportNewVehicle(desk, vehicle),
  'dms.export-repair-order': ({ workfileId }) => exportRepairOrder(desk, workfileId),
  'dms.resolve-export': (checked) => resolveExport(desk, checked),
  'dms.export-payments': ({ workfileId, receiptIds }) => exportPayments(desk, workfileId, receiptIds),
  ...journalHandlers(desk),
  'dms.connection': () => showConnection(desk),
  'dms.save-connection': (written) => saveConnection(desk, written),
  'dms.test-connection': () => testConnection(desk),
});
