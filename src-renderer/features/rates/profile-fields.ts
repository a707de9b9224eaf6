// Ties fields to a profile: value, commit, draft, length, two values, and why it cannot be changed.
import type { ProfileId } from '../../../src-shared/base/ids.ts';
import { type Profile, profileSpec } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { rateGroupsOf } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import { emptyGroup, longestText } from '../../../src-shared/domain/record.ts';
import type { GroupOf } from '../../../src-shared/sync/records.ts';
import { editProfile, noteProfileDraft, profileDraft, useProfileConflicts } from '../../stores/library/profiles.ts';
import { twoValuesAt } from '../../stores/workfile/conflicts.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import type { Format } from '../../words/formats.ts';
import type { RateEditing } from './editor/rate-editing.ts';

export type ProfileEditing = { readonly profile: Profile; readonly disabledReason: string | undefined };
type OwnGroup = 'about' | 'address' | 'phones' | 'registration';
export type ProfileFields = ReturnType<typeof useProfileFields>;

export function useProfileFields({ profile, disabledReason }: ProfileEditing) {
  const conflicts = useProfileConflicts();
  const bind = <G extends OwnGroup>(group: G, field: keyof NonNullable<Profile[G]> & string) => {
    const place = fieldPlace('profile', profile.id, group, field);
    return {
      id: place,
      value: (groupOf(profile, group) as unknown as Readonly<Record<string, string>>)[field] ?? '',
      maxLength: longestText(profileSpec, group, field) ?? 0,
      draft: profileDraft(place),
      onDraft: (text: string | undefined) => noteProfileDraft(place, text),
      onCommit: (value: string) =>
        write(profile.id, group, (latest) => ({ ...groupOf(latest, group), [field]: value })),
      disabledReason,
      twoValues: twoValuesAt(conflicts, profile.id, group, field),
    };
  };
  const rates: Omit<RateEditing, 'profile'> = {
    groups: rateGroupsOf(profile),
    disabledReason,
    placeOf: (group, path) => fieldPlace('profile', profile.id, group, path.join('.')),
    write: (group, change) => write(profile.id, group, (latest) => change(rateGroupsOf(latest)[group])),
    draftOf: profileDraft,
    noteDraft: noteProfileDraft,
    twoValuesAt: (group, field) => twoValuesAt(conflicts, profile.id, group, field),
  };
  return {
    text: bind,
    /** A field that is printed and read by a format. */
    value: <G extends OwnGroup>(group: G, field: keyof NonNullable<Profile[G]> & string, format: Format<string>) => ({
      ...bind(group, field),
      ...format,
    }),
    rates,
  };
}

const groupOf = <G extends OwnGroup>(profile: Profile, group: G): NonNullable<Profile[G]> =>
  (profile[group] ?? emptyGroup(profileSpec, group)) as NonNullable<Profile[G]>;

async function write(
  id: ProfileId,
  group: GroupOf<'profile'>,
  change: (latest: Profile) => object,
): Promise<string | undefined> {
  const failure = await editProfile(id, group, change);
  return failure && wordBriefly(failure);
}
