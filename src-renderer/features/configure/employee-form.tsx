// One employee: name and roles, how to reach them, and what they can be chosen for.
import { parseEmail } from '../../../src-shared/domain/people/email.ts';
import type { Employee } from '../../../src-shared/domain/people/employee.ts';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { useLibraryFields } from '../../stores/library/fields.ts';
import { useSignedIn } from '../../stores/session.ts';
import { formWords } from '../../words/form-words.ts';
import { email, phone } from '../../words/formats.ts';
import { TwinStrip } from './twin-strip.tsx';

export type EmployeeFormProps = {
  readonly employee: Employee;
  readonly employees: readonly Employee[];
  readonly disabledReason: string | undefined;
};

export function EmployeeForm({ employee, employees, disabledReason }: EmployeeFormProps) {
  const { text, value, flag } = useLibraryFields({ kind: 'employee', record: employee, disabledReason });
  const own = useSignedIn()?.user.email;
  return (
    <>
      <TwinStrip kind='employee' record={employee} records={employees} />
      <FieldGroup title='Employee'>
        <TextField label='Name' required {...text('about', 'name')} />
        <TextField label='Role' hint='In your own words; several with commas' {...text('about', 'roles')} />
        <ValueField
          label='Email'
          wide
          hint={emailHint(employee, own)}
          {...emailProblem(employee)}
          {...value('email', 'address', email)}
        />
        <ValueField label='Phone' {...value('phone', 'number', phone)} />
        <TextField label='License number' hint='Where your state asks for it' {...text('license', 'number')} />
      </FieldGroup>
      <FieldGroup title='In the shop'>
        <CheckField label='Estimator: can be chosen in workfiles' {...flag('estimator', 'isEstimator')} />
        <CheckField label='Active: works here' {...flag('standing', 'isActive')} />
      </FieldGroup>
    </>
  );
}

/** An address that came from elsewhere may be none; without one, UpdatePlus has no user to make. */
function emailProblem({ email: { address }, estimator }: Employee) {
  if (!parseEmail(address, 'email').ok) return { problem: formWords.email };
  return address === '' && estimator.isEstimator
    ? { problem: 'UpdatePlus needs an email address of every estimator.', problemTone: 'warning' as const }
    : {};
}

function emailHint({ email: { address } }: Employee, own: string | undefined): string | undefined {
  if (address === '') return undefined;
  return address.toLowerCase() === own?.toLowerCase() ? 'You sign in with this address' : 'Well formed';
}
