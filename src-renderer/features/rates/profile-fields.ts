// Ties fields to a profile: what it says of itself, and its rates and rules.
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { rateGroupsOf } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import {
  libraryDraft,
  noteLibraryDraft,
  useLibraryConflicts,
  useLibraryFields,
  writeGroup,
} from '../../stores/library/fields.ts';
import { twoValuesAt } from '../../stores/workfile/conflicts.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import type { RateEditing } from './editor/rate-editing.ts';

export type ProfileEditing = { readonly profile: Profile; readonly disabledReason: string | undefined };
export type ProfileFields = ReturnType<typeof useProfileFields>;

export function useProfileFields({ profile, disabledReason }: ProfileEditing) {
  const conflicts = useLibraryConflicts();
  const own = useLibraryFields({ kind: 'profile', record: profile, disabledReason });
  const rates: Omit<RateEditing, 'profile'> = {
    groups: rateGroupsOf(profile),
    disabledReason,
    placeOf: (group, path) => fieldPlace('profile', profile.id, group, path.join('.')),
    write: (group, change) =>
      writeGroup('profile', profile.id, group, (_value, latest) => change(rateGroupsOf(latest)[group]) as never),
    draftOf: libraryDraft,
    noteDraft: (place, text) => noteLibraryDraft('profile', place, text),
    twoValuesAt: (group, field) => twoValuesAt(conflicts, profile.id, group, field),
  };
  return { ...own, rates };
}
