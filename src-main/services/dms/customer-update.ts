// A customer of the dealer who was corrected in the shop: the cloud is asked to correct them there, too.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { whyNotUpdateCustomer } from '../../../src-shared/domain/dms/customer-update.ts';
import { shopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { isEnded } from '../../../src-shared/domain/workfile/life.ts';
import { isCustomerComing } from '../../../src-shared/ipc/dms/customer-way.ts';
import { readRecord, recordsOf } from '../../db/record.ts';
import { stageHere } from '../../db/stage-here.ts';
import { give } from '../commands/commands.ts';
import type { Desk } from '../desk.ts';
import { isDmsOff } from './dms-ids.ts';

/** Asks for the dealer's customer to become what the workfile says of its owner when the cloud hears of it. */
export function updateCustomer(desk: Desk, workfileId: WorkfileId): Result<null> {
  const { store } = desk;
  const workfile = readRecord(store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  if (isDmsOff(desk)) return failed({ kind: 'conflict', what: 'dms-off' });
  if (isEnded(stageHere(store, workfileId))) return failed({ kind: 'conflict', what: 'ended' });
  const events = recordsOf(store, 'dms-event', workfileId);
  const why = whyNotUpdateCustomer({
    ...{ workfile, events, contacts: recordsOf(store, 'contact', workfileId) },
    connection: shopConnection(recordsOf(store, 'dms-connection', libraries['dms-connection'])),
  });
  if (why !== null || isCustomerComing(workfileId, { given: desk.sync.commands(), events }))
    return failed({ kind: 'conflict', what: 'dms-update-not-ready' });
  const given = give(desk, workfileId, 'update-customer', () => ({ workfileId }));
  return given.ok ? ok(null) : given;
}
