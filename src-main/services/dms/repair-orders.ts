// The repair order of a closed workfile: the cloud sends it at closing, and again where a person asks for what was missing then.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { whyNotExportOrder } from '../../../src-shared/domain/dms/repair-order.ts';
import { shopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { readRecord, recordsOf } from '../../db/record.ts';
import { give } from '../commands/commands.ts';
import type { Desk } from '../desk.ts';

/** Asks for the repair order of a closed workfile to be sent: all of it, or what is different from what was sent last. */
export function exportRepairOrder(desk: Desk, workfileId: WorkfileId): Result<null> {
  const { store } = desk;
  const workfile = readRecord(store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  const connection = shopConnection(recordsOf(store, 'dms-connection', libraries['dms-connection']));
  const why = whyNotExportOrder(workfile, connection, recordsOf(store, 'dms-event', workfileId));
  if (why === 'outcome-unknown') return failed({ kind: 'conflict', what: 'dms-order-unknown' });
  // One that is only about to be closed goes by itself then.
  if (why !== null) return failed({ kind: 'conflict', what: 'dms-order-not-ready' });
  const given = give(desk, workfileId, 'export-repair-order', () => ({ workfileId }));
  return given.ok ? ok(null) : given;
}
