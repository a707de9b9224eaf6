// The profiles of the shop, for the screens that price by them.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { ProfileId, RatesId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { ask } from '../../api/bridge.ts';
import { settled } from '../workfile/edits.ts';
import { useLibrary } from './library.ts';

/** The profiles; undefined until they are read. */
export const useProfiles = (): readonly Profile[] | undefined =>
  useLibrary(({ sheet }) => (sheet.kind === 'ready' ? sheet.value.profiles : undefined));

/** Gives a workfile the rates and rules of a profile, once everything typed there was answered. */
export async function updateRates(
  workfileId: WorkfileId,
  ratesId: RatesId,
  profileId: ProfileId,
): Promise<Failure | undefined> {
  await settled(workfileId);
  const reply = await ask('rates.update', { ratesId, profileId });
  return reply.ok ? undefined : reply.failure;
}
