// UpdatePlus settings: whether repair information is shared with customers, of which insurance companies and payer types.
import { updatePlusMissing } from '../../../src-shared/domain/estimate/profile/facility.ts';
import { payers } from '../../../src-shared/domain/insurance/insurance.ts';
import { activeInsurers, type Insurer } from '../../../src-shared/domain/insurance/insurer.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { useLibraryConflicts, writeGroup } from '../../stores/library/fields.ts';
import { useInsurers } from '../../stores/library/insurers.ts';
import { visitListed } from '../../stores/library/opened.ts';
import { showTab } from '../../stores/shell.ts';
import { twoValuesAt } from '../../stores/workfile/conflicts.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { gapWords } from '../../words/configure/update-plus-words.ts';
import type { PageProps } from './profile-editor.tsx';

export function ProfileUpdatePlus(page: PageProps) {
  const insurers = useInsurers();
  return (
    <div className='profiles-update-plus'>
      <Standing profile={page.profile} insurers={insurers} />
      <div className='form-columns'>
        <FieldGroup title='Repair information'>
          <CheckField label='Share repair information with customers' {...page.fields.flag('updatePlus', 'isShared')} />
        </FieldGroup>
        <Payers {...page} />
        <Companies {...page} insurers={activeInsurers(insurers)} />
      </div>
    </div>
  );
}

function Standing({ profile, insurers }: Pick<PageProps, 'profile'> & { readonly insurers: readonly Insurer[] }) {
  const missing = updatePlusMissing(profile, insurers);
  return missing.length === 0 ? (
    <MessageStrip tone='ok' what='UpdatePlus can be used: these settings are complete.' />
  ) : (
    <MessageStrip tone='info' what='UpdatePlus is not used yet.' todo={missing.map((gap) => gapWords[gap]).join(' ')} />
  );
}

function Payers({ profile, disabledReason }: PageProps) {
  const conflicts = useLibraryConflicts();
  const chosen = profile.updatePlusPayers?.payers ?? [];
  return (
    <FieldGroup title='Payer types'>
      {payers.map((payer, at) => (
        <CheckField
          key={payer}
          id={fieldPlace('profile', profile.id, 'updatePlusPayers', payer)}
          label={payer}
          value={chosen.includes(payer)}
          disabledReason={disabledReason}
          twoValues={at === 0 ? twoValuesAt(conflicts, profile.id, 'updatePlusPayers', 'payers') : undefined}
          onCommit={(on) =>
            writeGroup('profile', profile.id, 'updatePlusPayers', ({ payers: before }) => ({
              payers: withOne(before, payer, on),
            }))
          }
        />
      ))}
    </FieldGroup>
  );
}

function Companies({ profile, disabledReason, insurers }: PageProps & { readonly insurers: readonly Insurer[] }) {
  const conflicts = useLibraryConflicts();
  const chosen = profile.updatePlusInsurers?.ids ?? [];
  return (
    <FieldGroup
      title='Insurance companies'
      note={
        <Button look='quiet' onPress={() => showTab('insurer')}>
          {insurers.length === 0 ? 'Add insurance companies' : 'All insurance companies'}
        </Button>
      }
    >
      {insurers.length === 0 && <p className='profiles-none'>No insurance companies yet.</p>}
      {insurers.map(({ id, about, updatePlus, customerUpdates }, at) => (
        <div key={id} className='profiles-company'>
          <CheckField
            id={fieldPlace('profile', profile.id, 'updatePlusInsurers', id)}
            label={about.name}
            value={chosen.includes(id)}
            disabledReason={disabledReason}
            twoValues={at === 0 ? twoValuesAt(conflicts, profile.id, 'updatePlusInsurers', 'ids') : undefined}
            onCommit={(on) =>
              writeGroup('profile', profile.id, 'updatePlusInsurers', ({ ids }) => ({ ids: withOne(ids, id, on) }))
            }
          />
          {chosen.includes(id) && !(updatePlus.isOn && customerUpdates.isOn) && (
            <Button look='quiet' icon='warning' onPress={() => visitListed('insurer', id)}>
              {updatePlus.isOn ? 'Customer updates are off' : 'UpdatePlus is off'}
            </Button>
          )}
        </div>
      ))}
    </FieldGroup>
  );
}

/** A list with one of its values in it or not, the others as they were. */
const withOne = <T,>(list: readonly T[], one: T, on: boolean): T[] => {
  const others = list.filter((other) => other !== one);
  return on ? [...others, one] : others;
};
