// What a profile is called and whose it is, and how a repair facility stands on paper.

import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { email, phone, postalCode } from '../../words/formats.ts';
import type { ProfileFields } from './profile-fields.ts';

type Tied = { readonly fields: ProfileFields };

const kinds = [
  { value: 'facility', label: 'Repair facility' },
  { value: 'insurer', label: 'Insurer or claim office' },
] as const;

export function ProfileAbout({ fields: { text } }: Tied) {
  const name = text('about', 'name');
  const kind = text('about', 'kind');
  return (
    <FieldGroup title='Profile'>
      <TextField
        label='Name'
        required
        {...name}
        onCommit={(typed) => (typed.trim() === '' ? 'A profile needs a name.' : name.onCommit(typed))}
      />
      <ChoiceField label='Whose it is' choices={kinds} {...kind} />
      {kind.value === 'insurer' && (
        <>
          <TextField label='Insurance company' hint='As it is written in the workfile' {...text('about', 'company')} />
          <TextField label='Claim office' hint='Empty for all of them' {...text('about', 'claimOffice')} />
        </>
      )}
    </FieldGroup>
  );
}

export function ProfileLetterhead({ fields: { text, value } }: Tied) {
  return (
    <FieldGroup title='Letterhead of prints, and phones'>
      <TextField label='Name on prints' wide hint='Empty for the name of the shop' {...text('address', 'name')} />
      <TextField label='Street' wide {...text('address', 'street')} />
      <TextField label='Street, second line' wide {...text('address', 'street2')} />
      <TextField label='City' {...text('address', 'city')} />
      <TextField label='State' {...text('address', 'state')} />
      <ValueField label='ZIP code' {...value('address', 'postalCode', postalCode)} />
      <ValueField label='Business phone' hint='UpdatePlus needs it' {...value('phones', 'phone', phone)} />
      <ValueField
        label='Day phone'
        hint='Not printed, and not taken by UpdatePlus'
        {...value('dayPhone', 'number', phone)}
      />
      <ValueField label='Fax' {...value('phones', 'fax', phone)} />
      <ValueField label='Email' {...value('phones', 'email', email)} />
      <TextField label='Website' {...text('phones', 'website')} />
      <TextField label='Repair license' {...text('registration', 'license')} />
      <TextField label='Federal tax ID' {...text('registration', 'taxId')} />
    </FieldGroup>
  );
}
