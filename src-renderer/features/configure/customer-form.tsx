// One customer: who they are, how they want to be reached, and what was agreed with them.
import type { Customer } from '../../../src-shared/domain/people/customer.ts';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { FormFields } from '../../../src-ui/fields/form-fields.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useLibraryFields } from '../../stores/library/fields.ts';
import { nameFields, reachFields } from '../../words/people/person-fields.ts';
import { CustomerTwins } from './customer-twins.tsx';
import { CustomerVisits } from './customer-visits.tsx';

export type CustomerFormProps = { readonly customer: Customer; readonly disabledReason: string | undefined };

export function CustomerForm({ customer, disabledReason }: CustomerFormProps) {
  const fields = useLibraryFields({ kind: 'customer', record: customer, disabledReason });
  return (
    <>
      <CustomerTwins customer={customer} disabledReason={disabledReason} />
      <FieldGroup title='Customer'>
        <FormFields fields={[...nameFields(fields), ...reachFields(fields)]} />
      </FieldGroup>
      <FieldGroup title='In the shop'>
        <CheckField label='Require authorization before invoicing' {...fields.flag('authorization', 'isRequired')} />
        <CheckField label='Active: offered in workfiles' {...fields.flag('standing', 'isActive')} />
        <TextField label='Notes' wide multiline={3} {...fields.text('notes', 'text')} />
      </FieldGroup>
      <CustomerVisits customer={customer} />
    </>
  );
}
