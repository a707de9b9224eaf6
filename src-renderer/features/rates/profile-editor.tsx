// One profile: what it is called, whose it is, the letterhead of a repair facility, and its rates and rules.
import { RatesEditor } from './editor/rates-editor.tsx';
import { ProfileAbout, ProfileLetterhead } from './profile-about.tsx';
import { type ProfileEditing, useProfileFields } from './profile-fields.ts';

export function ProfileEditor({ profile, disabledReason }: ProfileEditing) {
  const fields = useProfileFields({ profile, disabledReason });
  return (
    <>
      <div className='form-columns profiles-about'>
        <ProfileAbout fields={fields} />
        {profile.about.kind === 'facility' && <ProfileLetterhead fields={fields} />}
      </div>
      <RatesEditor editing={{ ...fields.rates, profile: undefined }} />
    </>
  );
}
