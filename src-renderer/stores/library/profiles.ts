// The profiles of the shop, for the screens that price by them.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { ProfileId, RatesId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Conflict } from '../../../src-shared/domain/conflict/conflict.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import type { GroupOf } from '../../../src-shared/sync/records.ts';
import { ask } from '../../api/bridge.ts';
import { noteDraft } from '../workfile/drafts.ts';
import { settled } from '../workfile/edits.ts';
import { changeProfile, librarySheet, useLibrary } from './library.ts';

/** The profiles; undefined until they are read. */
export const useProfiles = (): readonly Profile[] | undefined =>
  useLibrary(({ sheet }) => (sheet.kind === 'ready' ? sheet.value.profiles : undefined));

/** Takes in the text of a field of a profile at each keystroke; undefined when it has none any more. */
export function noteProfileDraft(place: string, text: string | undefined): void {
  const sheet = librarySheet();
  if (sheet === undefined) return;
  const others = sheet.drafts.filter((draft) => draft.place !== place);
  const drafts = text === undefined ? others : [...others, { place, text, keptAt: 0 }];
  if (text !== undefined || others.length < sheet.drafts.length) {
    useLibrary.setState({ sheet: { kind: 'ready', value: { ...sheet, drafts } } });
  }
  noteDraft(libraries.profile, place, text);
}

const turns = new Map<ProfileId, Promise<unknown>>();

/** Changes a group of a profile on top of what it holds when the edits before are answered: none writes over another. */
export function editProfile(
  id: ProfileId,
  group: GroupOf<'profile'>,
  change: (latest: Profile) => object,
): Promise<Failure | undefined> {
  const write = async (): Promise<Failure | undefined> => {
    const latest = librarySheet()?.profiles.find((one) => one.id === id);
    return latest === undefined
      ? { kind: 'not-found', what: 'profile' }
      : changeProfile(id, { group, value: change(latest) } as never);
  };
  const turn = (turns.get(id) ?? Promise.resolve()).then(write);
  turns.set(id, turn);
  return turn;
}

/** What stands typed in a field of a profile and is not committed. */
export const profileDraft = (place: string): string | undefined =>
  librarySheet()?.drafts.find((draft) => draft.place === place)?.text;

/** The fields of profiles in which two values wait for a choice. */
export const useProfileConflicts = (): readonly Conflict[] =>
  useLibrary(({ sheet }) => (sheet.kind === 'ready' ? sheet.value.conflicts : noConflicts));
const noConflicts: readonly Conflict[] = [];

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
