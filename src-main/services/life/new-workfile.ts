// What every new workfile begins with: an empty owner, vehicle, insurance and estimate, at the shop's rates.

import type { SessionUser } from '../../../src-shared/api/contract.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { facilityProfile } from '../../../src-shared/domain/estimate/profile/choose-profile.ts';
import { profileRates } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { wholeRecord } from '../../../src-shared/sync/protocol.ts';
import type { Applied } from '../../db/applied.ts';
import { recordsOf } from '../../db/record.ts';
import { transact } from '../../db/transact.ts';
import { type NewEdit, writeEdits } from '../../db/write-edits.ts';
import { type Desk, nameOf, newId } from '../desk.ts';
import { findUsualRates, noteRatesFrom } from '../starting-rates.ts';

/** Writes a new workfile for a person; whoever calls says that they may, and tells the windows. */
export function writeNewWorkfile(
  desk: Desk,
  user: SessionUser,
): { readonly workfileId: WorkfileId; readonly applied: Applied } {
  const { store } = desk;
  const workfileId = newId<WorkfileId>(desk);
  const parent = { workfileId };
  const create = (kind: NewEdit['kind'], value: NewEdit['value'], id = newId(desk)): NewEdit => ({
    kind,
    id,
    group: wholeRecord,
    value,
  });
  const name = nameOf(user);
  const profile = facilityProfile(recordsOf(store, 'profile', libraries.profile));
  const usual = profile === undefined ? findUsualRates(store) : undefined;
  const edits = [
    create('workfile', { opened: { at: desk.clock(), by: name }, tracking: { estimator: name } }, workfileId),
    create('contact', { parent: { ...parent, role: 'owner' } }),
    create('vehicle', { parent }),
    create('insurance', { parent }),
    create('rates', { parent, ...(profile === undefined ? usual?.rates : profileRates(profile)) }),
    create('estimate', { parent }),
  ];
  const applied = transact(store, () => {
    if (usual !== undefined) noteRatesFrom(store, workfileId, usual.from);
    return writeEdits(store, { workfileId, edits, now: desk.clock(), as: 'plain' });
  });
  return { workfileId, applied };
}
