// Asks the dealer's system for customers and vehicles, for new records of those that it does not know, and for corrections.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import type { PartnerCustomer, PartnerVehicle } from '../../../src-shared/domain/dms/partner.ts';
import type { DmsMatches } from '../../../src-shared/ipc/dms/dms-requests.ts';
import type { Input } from '../../../src-shared/ipc/requests.ts';
import type { SyncState } from '../../../src-shared/ipc/shapes.ts';
import { ask } from '../../api/bridge.ts';
import { failureOf, send } from '../workfile/edits.ts';

export const findDmsCustomers = (words: string): Promise<Result<DmsMatches<PartnerCustomer>>> =>
  ask('dms.find-customers', { words });
export const findDmsVehicles = (vin: string): Promise<Result<DmsMatches<PartnerVehicle>>> =>
  ask('dms.find-vehicles', { vin });

/** Makes the owner a new customer of the dealer. */
export const exportNewCustomer = (workfileId: WorkfileId): Promise<Failure | undefined> =>
  failureOf(send(workfileId, 'dms.export-customer', { workfileId }));
/** Corrects the dealer's customer to what the workfile says of its owner. */
export const updateCustomer = (workfileId: WorkfileId): Promise<Failure | undefined> =>
  failureOf(send(workfileId, 'dms.update-customer', { workfileId }));
/** Makes the vehicle a new one of the dealer, under this make and model. */
export const exportNewVehicle = (vehicle: Input<'dms.export-vehicle'>): Promise<Failure | undefined> =>
  failureOf(send(vehicle.workfileId, 'dms.export-vehicle', vehicle));

/** Whether nothing goes to the cloud just now, as far as this PC knows. */
export const isAway = (state: SyncState | undefined): boolean =>
  state !== undefined && (state.phase === 'offline' || state.phase === 'stopped' || state.phase === 'signed-out');
