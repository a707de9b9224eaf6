// One insurance company: how to reach it, whether its customers are kept informed, and its claim offices.
import type { Insurer } from '../../../src-shared/domain/insurance/insurer.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { useLibraryFields } from '../../stores/library/fields.ts';
import { useProfiles } from '../../stores/library/profiles.ts';
import { showTab } from '../../stores/shell.ts';
import { email, phone, postalCode } from '../../words/formats.ts';
import { ClaimOffices } from './claim-offices.tsx';
import { TwinStrip } from './twin-strip.tsx';

export type InsurerFormProps = {
  readonly insurer: Insurer;
  readonly insurers: readonly Insurer[];
  readonly disabledReason: string | undefined;
};

export function InsurerForm({ insurer, insurers, disabledReason }: InsurerFormProps) {
  const { text, value, flag } = useLibraryFields({ kind: 'insurer', record: insurer, disabledReason });
  return (
    <>
      <TwinStrip kind='insurer' record={insurer} records={insurers} />
      <FieldGroup title='Insurance company'>
        <TextField label='Name' required wide {...text('about', 'name')} />
        <ValueField label='Phone' {...value('phones', 'phone', phone)} />
        <ValueField label='Fax' {...value('phones', 'fax', phone)} />
        <ValueField label='Email' {...value('phones', 'email', email)} />
        <TextField label='Website' {...text('phones', 'website')} />
        <TextField label='Street' wide {...text('address', 'street')} />
        <TextField label='Street, second line' wide {...text('address', 'street2')} />
        <TextField label='City' {...text('address', 'city')} />
        <TextField label='State' {...text('address', 'state')} />
        <ValueField label='ZIP code' {...value('address', 'postalCode', postalCode)} />
      </FieldGroup>
      <FieldGroup title='Updates'>
        <CheckField label='UpdatePlus' {...flag('updatePlus', 'isOn')} />
        <CheckField label='Customer updates' {...flag('customerUpdates', 'isOn')} />
        <CheckField label='Active: the shop works with it' {...flag('standing', 'isActive')} />
      </FieldGroup>
      <RatesOf insurer={insurer} />
      <ClaimOffices insurer={insurer} disabledReason={disabledReason} />
    </>
  );
}

/** Which profiles price its workfiles. */
function RatesOf({ insurer: { about } }: { readonly insurer: Insurer }) {
  const name = about.name.trim().toLowerCase();
  const own = (useProfiles() ?? []).filter(
    (profile) => profile.about.kind === 'insurer' && profile.about.company.trim().toLowerCase() === name,
  );
  const names = own.map((profile) => profile.about.name).join(', ');
  return (
    <p className='configure-rates'>
      {names === ''
        ? 'It has no profile of its own: its workfiles have the rates of the shop’s default profile.'
        : `Rates and rules: ${names}.`}
      <Button look='quiet' onPress={() => showTab('profile')}>
        Profiles
      </Button>
    </p>
  );
}
