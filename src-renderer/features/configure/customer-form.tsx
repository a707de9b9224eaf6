// One customer: who they are, how they want to be reached, and what was agreed with them.
import { preferences } from '../../../src-shared/domain/people/contact.ts';
import type { Customer } from '../../../src-shared/domain/people/customer.ts';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { useLibraryFields } from '../../stores/library/fields.ts';
import { email, phone, postalCode } from '../../words/formats.ts';
import { preferenceWords } from '../../words/workfile-words.ts';
import { CustomerTwins } from './customer-twins.tsx';
import { CustomerVisits } from './customer-visits.tsx';

export type CustomerFormProps = { readonly customer: Customer; readonly disabledReason: string | undefined };

const preferenceChoices = preferences.map((value) => ({ value, label: preferenceWords[value] }));

export function CustomerForm({ customer, disabledReason }: CustomerFormProps) {
  const { text, value, flag } = useLibraryFields({ kind: 'customer', record: customer, disabledReason });
  return (
    <>
      <CustomerTwins customer={customer} disabledReason={disabledReason} />
      <FieldGroup title='Customer'>
        <TextField label='First name' {...text('name', 'first')} />
        <TextField label='Last name' {...text('name', 'last')} />
        <TextField label='Company' wide {...text('name', 'company')} />
        <ValueField label='Cell phone' {...value('cell', 'number', phone)} />
        <ValueField label='Home phone' {...value('home', 'number', phone)} />
        <ValueField label='Business phone' {...value('business', 'number', phone)} />
        <ChoiceField label='Comm. preference' choices={preferenceChoices} {...text('preference', 'preference')} />
        <ValueField label='Email' wide {...value('email', 'address', email)} />
        <ValueField label='Other phone' {...value('otherPhone', 'number', phone)} />
        <TextField label='Other phone is' placeholder='Spouse, front desk …' {...text('otherPhone', 'label')} />
        <ValueField label='Fax' {...value('fax', 'number', phone)} />
        <TextField label='Street' wide {...text('address', 'street')} />
        <TextField label='Street, second line' wide {...text('address', 'street2')} />
        <TextField label='City' {...text('address', 'city')} />
        <TextField label='State' {...text('address', 'state')} />
        <ValueField label='ZIP code' {...value('address', 'postalCode', postalCode)} />
      </FieldGroup>
      <FieldGroup title='In the shop'>
        <CheckField label='Require authorization before invoicing' {...flag('authorization', 'isRequired')} />
        <CheckField label='Active: offered in workfiles' {...flag('standing', 'isActive')} />
        <TextField label='Notes' wide multiline={3} {...text('notes', 'text')} />
      </FieldGroup>
      <CustomerVisits customer={customer} />
    </>
  );
}
