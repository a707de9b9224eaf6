// Customers and vehicles that the dealer's system does not know yet: the cloud is asked to make them there, once each.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { type DmsIdGroup, dmsIdOf } from '../../../src-shared/domain/dms/dms-id.ts';
import { type ShopConnection, shopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { isEnded } from '../../../src-shared/domain/workfile/life.ts';
import { readRecord, recordsOf } from '../../db/record.ts';
import { stageHere } from '../../db/stage-here.ts';
import { give } from '../commands/commands.ts';
import type { Desk } from '../desk.ts';
import { isDmsOff } from './dms-ids.ts';

/** Asks for the owner of a workfile to become a new customer of the dealer. */
export function exportNewCustomer(desk: Desk, workfileId: WorkfileId): Result<null> {
  const free = checkNewRecord(desk, { workfileId, group: 'dmsCustomerId', takes: 'newCustomers' });
  if (!free.ok) return free;
  const owner = recordsOf(desk.store, 'contact', workfileId).find(({ parent }) => parent.role === 'owner');
  if (owner === undefined || owner.name.last + owner.name.company === '')
    return failed({ kind: 'conflict', what: 'dms-no-name' });
  const given = give(desk, workfileId, 'export-customer', () => ({ workfileId }));
  return given.ok ? ok(null) : given;
}

type Vehicle = { readonly workfileId: WorkfileId; readonly make: string; readonly model: string };

/** Asks for the vehicle of a workfile to become a new one of the dealer, under the make and the model that it knows. */
export function exportNewVehicle(desk: Desk, { workfileId, make, model }: Vehicle): Result<null> {
  const free = checkNewRecord(desk, { workfileId, group: 'dmsVehicleId', takes: 'newVehicles' });
  if (!free.ok) return free;
  const workfile = readRecord(desk.store, 'workfile', workfileId);
  if (workfile === undefined || dmsIdOf(workfile, 'dmsCustomerId') === '')
    return failed({ kind: 'conflict', what: 'dms-no-customer' });
  const params = { workfileId, make: make.trim(), model: model.trim() };
  const given = give(desk, workfileId, 'export-vehicle', () => params);
  return given.ok ? ok(null) : given;
}

type NewRecord = {
  readonly workfileId: WorkfileId;
  readonly group: DmsIdGroup;
  readonly takes: keyof ShopConnection['takes'];
};

/** Whether the workfile still lacks that id, may have it, and the partner takes such records. */
function checkNewRecord(desk: Desk, { workfileId, group, takes }: NewRecord): Result<null> {
  const { store } = desk;
  const workfile = readRecord(store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  if (isDmsOff(desk)) return failed({ kind: 'conflict', what: 'dms-off' });
  const connection = shopConnection(recordsOf(store, 'dms-connection', libraries['dms-connection']));
  if (connection?.takes[takes] !== true) return failed({ kind: 'conflict', what: 'dms-not-offered' });
  if (isEnded(stageHere(store, workfileId))) return failed({ kind: 'conflict', what: 'ended' });
  return dmsIdOf(workfile, group) === '' ? ok(null) : failed({ kind: 'conflict', what: 'dms-known' });
}
