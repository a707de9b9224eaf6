// One profile: what it is called, whose it is, and its rates and rules.
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { rateGroupsOf } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { changeProfile } from '../../stores/library/library.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import type { RateEditing } from './editor/rate-editing.ts';
import { RatesEditor } from './editor/rates-editor.tsx';

type Edited = { readonly profile: Profile; readonly disabledReason: string | undefined };

export function ProfileEditor({ profile, disabledReason }: Edited) {
  return (
    <>
      <About profile={profile} disabledReason={disabledReason} />
      <RatesEditor editing={editingOf(profile, disabledReason)} />
    </>
  );
}

const kinds = [
  { value: 'facility', label: 'Repair facility' },
  { value: 'insurer', label: 'Insurer or claim office' },
] as const;

function About({ profile, disabledReason }: Edited) {
  const { about } = profile;
  const put = async (fields: Partial<Profile['about']>): Promise<string | undefined> => {
    if (fields.name?.trim() === '') return 'A profile needs a name.';
    const value = { ...about, ...fields };
    const failure = await changeProfile(profile.id, { group: 'about', value });
    return failure && wordBriefly(failure);
  };
  const shared = { disabledReason };
  return (
    <div className='form-stack profiles-about'>
      <FieldGroup title='Profile'>
        <TextField
          label='Name'
          required
          maxLength={60}
          {...shared}
          value={about.name}
          onCommit={(name) => put({ name })}
        />
        <ChoiceField
          label='Whose it is'
          {...shared}
          choices={kinds}
          value={about.kind}
          onCommit={(kind) => put({ kind: kind as Profile['about']['kind'] })}
        />
        {about.kind === 'insurer' && (
          <>
            <TextField
              label='Insurance company'
              hint='As it is written in the workfile'
              maxLength={80}
              {...shared}
              value={about.company}
              onCommit={(company) => put({ company })}
            />
            <TextField
              label='Claim office'
              hint='Empty for all of them'
              maxLength={80}
              {...shared}
              value={about.claimOffice}
              onCommit={(claimOffice) => put({ claimOffice })}
            />
          </>
        )}
      </FieldGroup>
    </div>
  );
}

const editingOf = (profile: Profile, disabledReason: string | undefined): RateEditing => ({
  groups: rateGroupsOf(profile),
  profile: undefined,
  disabledReason,
  placeOf: (group, path) => `profile/${profile.id}/${group}/${path.join('.')}`,
  async write(group, value) {
    const failure = await changeProfile(profile.id, { group, value } as never);
    return failure && wordBriefly(failure);
  },
  draftOf: () => undefined,
  noteDraft: () => undefined,
  twoValuesAt: () => undefined,
});
