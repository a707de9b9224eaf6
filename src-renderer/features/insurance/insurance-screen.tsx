// Who pays: the payer, the company and its people, the claim, the deductible. What a payer has no use for is hidden.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Payer, payers } from '../../../src-shared/domain/insurance/insurance.ts';
import { activeInsurers } from '../../../src-shared/domain/insurance/insurer.ts';
import { companyTitle, hasUse } from '../../../src-shared/domain/insurance/payer-fields.ts';
import { choicesNamed } from '../../../src-ui/choice/choice.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { useInsurers } from '../../stores/library/insurers.ts';
import { useCannotEdit } from '../../stores/workfile/closed.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { type RecordFields, tieFields } from '../../stores/workfile/fields.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { email, phone } from '../../words/formats.ts';
import { ClaimFields } from './claim-fields.tsx';
import { DeductibleFields } from './deductible-fields.tsx';
import { type SinceLock, useSinceLock } from './use-since-lock.ts';

const payerChoices = payers.map((value) => ({ value, label: value }));

export function InsuranceScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const insurance = useSheet(workfileId, (sheet) => sheet.insurance);
  const disabledReason = useCannotEdit(workfileId, 'edit-insurance');
  const conflicts = useConflicts(workfileId);
  const fields = tieFields({ workfileId, kind: 'insurance', record: insurance, disabledReason, conflicts });
  const sinceLock = useSinceLock(workfileId);
  const { payer } = insurance.payer;
  return (
    <div className='form-screen'>
      {sinceLock.words && <MessageStrip tone='warn' {...sinceLock.words} />}
      <div className='form-columns'>
        <div className='form-stack'>
          <PayerFields fields={fields} payer={payer} sinceLock={sinceLock} />
          {hasUse(payer, 'deductible') && (
            <DeductibleFields
              fields={fields}
              kind={insurance.deductibleRule?.kind ?? 'amount'}
              since={sinceLock.at('deductible')}
            />
          )}
        </div>
        <div className='form-stack'>
          <ClaimFields fields={fields} payer={payer} />
          {hasUse(payer, 'adjuster') && <AdjusterFields fields={fields} />}
          {hasUse(payer, 'agent') && <AgentFields fields={fields} />}
        </div>
      </div>
    </div>
  );
}

type Fields = { readonly fields: RecordFields<'insurance'> };

type PayerFieldsProps = Fields & { readonly payer: Payer; readonly sinceLock: SinceLock };

function PayerFields({ fields: { text }, payer, sinceLock }: PayerFieldsProps) {
  const company = { ...text('company', 'name'), ...sinceLock.at('company') };
  const insurers = useInsurers();
  const isInsured = payer === 'Insurance Company';
  const known = isInsured ? activeInsurers(insurers) : [];
  const offices = known.find(({ about }) => about.name === company.value)?.offices?.list ?? [];
  return (
    <FieldGroup title='Payer'>
      <ChoiceField label='Payer' wide choices={payerChoices} {...text('payer', 'payer')} {...sinceLock.at('payer')} />
      {hasUse(payer, 'company') &&
        (isInsured ? (
          <ChoiceField
            label={companyTitle(payer)}
            wide
            free
            choices={choicesNamed(known.map(({ about }) => about.name))}
            {...company}
          />
        ) : (
          <TextField label={companyTitle(payer)} wide {...company} />
        ))}
      {hasUse(payer, 'office') && (
        <ChoiceField
          label='Claim office'
          wide
          free
          choices={choicesNamed(offices.map(({ name }) => name))}
          {...text('company', 'claimOffice')}
        />
      )}
    </FieldGroup>
  );
}

function AdjusterFields({ fields: { text, value } }: Fields) {
  return (
    <FieldGroup title='Adjuster'>
      <TextField label='Adjuster’s first name' {...text('adjuster', 'first')} />
      <TextField label='Adjuster’s last name' {...text('adjuster', 'last')} />
      <ValueField label='Adjuster’s phone' {...value('adjuster', 'phone', phone)} />
      <ValueField label='Adjuster’s email' {...value('adjuster', 'email', email)} />
    </FieldGroup>
  );
}

function AgentFields({ fields: { text, value } }: Fields) {
  return (
    <FieldGroup title='Agent'>
      <TextField label='Agency' wide {...text('agent', 'company')} />
      <TextField label='Agent’s first name' {...text('agent', 'first')} />
      <TextField label='Agent’s last name' {...text('agent', 'last')} />
      <ValueField label='Agent’s phone' {...value('agent', 'phone', phone)} />
      <ValueField label='Agent’s email' {...value('agent', 'email', email)} />
    </FieldGroup>
  );
}
