// Which service answers which request about the dealer's system.

import type { dmsRequests } from '../../../src-shared/ipc/dms/dms-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import type { Desk } from '../desk.ts';
import { resolveExport } from './checked-exports.ts';
import { setDmsId } from './dms-ids.ts';
import { exportPayments } from './exports.ts';

export const dmsHandlers = (desk: Desk): Pick<Handlers, keyof typeof dmsRequests> => ({
  'dms.set-id': (said) => setDmsId(desk, said),
  'dms.resolve-export': (checked) => resolveExport(desk, checked),
  'dms.export-payments': ({ workfileId, receiptIds }) => exportPayments(desk, workfileId, receiptIds),
});
