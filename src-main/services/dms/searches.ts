// Who and what the dealer's system knows: asked through the cloud, and written down nowhere until a person chooses.

import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { PartnerCustomer, PartnerVehicle } from '../../../src-shared/domain/dms/partner.ts';
import type { DmsMatches } from '../../../src-shared/ipc/dms/dms-requests.ts';
import type { DmsRefusal } from '../../../src-shared/sync/dms.ts';
import { allowed, type Desk } from '../desk.ts';

/** The customers with these words in their name, company or phone number. */
export async function findDmsCustomers(desk: Desk, words: string): Promise<Result<DmsMatches<PartnerCustomer>>> {
  const user = allowed(desk, 'use-dms');
  if (!user.ok) return user;
  // The cloud looks for all that is typed in all that is known of a customer.
  return matchesOf(await desk.sync.dms.customers({ text: { last: words.trim() } }));
}

/** The vehicles with this VIN, or whose VIN ends so. */
export async function findDmsVehicles(desk: Desk, vin: string): Promise<Result<DmsMatches<PartnerVehicle>>> {
  const user = allowed(desk, 'use-dms');
  return user.ok ? matchesOf(await desk.sync.dms.vehicles({ vin: vin.trim() })) : user;
}

type Said<T> = { readonly matches: readonly T[] } | { readonly reason: DmsRefusal; readonly words: string };

function matchesOf<T>(said: Result<Said<T>>): Result<DmsMatches<T>> {
  if (!said.ok) return said;
  return ok('matches' in said.value ? { kind: 'found', ...said.value } : { kind: 'refused', ...said.value });
}
