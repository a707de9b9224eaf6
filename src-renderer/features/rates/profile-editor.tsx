// One profile, a section at a time: what it is called, its rates and rules, and what a repair facility says besides.
import { type ReactNode, useRef } from 'react';
import { Button } from '../../../src-ui/actions/button.tsx';
import { commitFocused, goToRefused } from '../../../src-ui/fields/leave-field.ts';
import { TabStrip } from '../../../src-ui/shell/tab-strip.tsx';
import { leaveRecord } from '../../stores/library/leave-record.ts';
import { type ProfileSection, showProfile, useProfilePlace } from '../../stores/library/profile-place.ts';
import { closeTab } from '../../stores/shell.ts';
import { RatesEditor } from './editor/rates-editor.tsx';
import { ProfileAbout, ProfileLetterhead } from './profile-about.tsx';
import { type ProfileEditing, type ProfileFields, useProfileFields } from './profile-fields.ts';
import { ProfileNumbering } from './profile-numbering.tsx';
import { ProfileReceiptTypes } from './profile-receipt-types.tsx';
import { ProfileTexts } from './profile-texts.tsx';
import { ProfileUpdatePlus } from './profile-update-plus.tsx';

export type PageProps = ProfileEditing & { readonly fields: ProfileFields };

const sections: readonly {
  readonly id: ProfileSection;
  readonly title: string;
  /** Only a repair facility has it. */
  readonly own: boolean;
  readonly draw: (page: PageProps) => ReactNode;
}[] = [
  { id: 'general', title: 'General', own: false, draw: (page) => <General {...page} /> },
  {
    id: 'rates',
    title: 'Rates and rules',
    own: false,
    draw: ({ fields }) => <RatesEditor editing={{ ...fields.rates, profile: undefined }} />,
  },
  { id: 'update-plus', title: 'UpdatePlus settings', own: true, draw: (page) => <ProfileUpdatePlus {...page} /> },
  { id: 'texts', title: 'Texts for prints', own: true, draw: (page) => <ProfileTexts {...page} /> },
  { id: 'receipt-types', title: 'Receipt types', own: true, draw: (page) => <ProfileReceiptTypes {...page} /> },
  { id: 'numbering', title: 'Numbering', own: true, draw: (page) => <ProfileNumbering {...page} /> },
];

export function ProfileEditor({ profile, disabledReason }: ProfileEditing) {
  const fields = useProfileFields({ profile, disabledReason });
  const wanted = useProfilePlace(({ section }) => section);
  const detail = useRef<HTMLDivElement>(null);
  const shown = sections.filter(({ own }) => !own || profile.about.kind === 'facility');
  const section = shown.find(({ id }) => id === wanted) ?? shown[0];
  return (
    <div className='profiles-sections' ref={detail}>
      <div className='profiles-bar'>
        <TabStrip
          label='Sections of the profile'
          look='section'
          tabs={shown.map(({ id, title }) => ({ id, title }))}
          active={section?.id ?? ''}
          onSelect={(id) => showProfile({ section: id as ProfileSection })}
        />
        <Button icon='save' onPress={() => void saveAndClose(profile, detail.current)}>
          Save and close
        </Button>
      </div>
      {section?.draw({ profile, disabledReason, fields })}
    </div>
  );
}

function General({ profile, fields }: PageProps) {
  return (
    <div className='form-columns profiles-about'>
      <ProfileAbout fields={fields} />
      {profile.about.kind === 'facility' && <ProfileLetterhead fields={fields} />}
      <p className='profiles-reach'>
        New workfiles begin with the rates and rules of their profile. Workfiles that are there keep theirs until
        somebody chooses <em>Update rates and rules</em> in them. Letterhead and texts stand on every print from now on.
      </p>
    </div>
  );
}

/** Everything left is saved already; what was refused stays, and the profile with it. */
async function saveAndClose({ id, about }: ProfileEditing['profile'], detail: HTMLElement | null): Promise<void> {
  commitFocused();
  if (await leaveRecord(id, about.name, () => goToRefused(detail))) closeTab('profile');
}
