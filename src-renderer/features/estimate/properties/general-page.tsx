// What is done, with which part, in how much time: the cells of a line, of several lines at once.
import { laborNames, laborTypes } from '../../../../src-shared/domain/estimate/labor-type.ts';
import { operations, partTypes } from '../../../../src-shared/domain/estimate/line.ts';
import { operationWords } from '../../../../src-shared/domain/estimate/operation-words.ts';
import { partTypeWords } from '../../../../src-shared/domain/estimate/part-type-words.ts';
import { CheckField } from '../../../../src-ui/fields/check-field.tsx';
import { ChoiceField } from '../../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../../src-ui/fields/value-field.tsx';
import { hours, signedMoney, whole } from '../../../words/formats.ts';
import type { PageProps } from './page-props.ts';

const operationChoices = operations.map((value) => ({ value, label: operationWords[value].name }));
const partTypeChoices = partTypes.map((value) => ({ value, label: partTypeWords[value].name }));
const laborChoices = laborTypes.map((value) => ({ value, label: laborNames[value] }));

export function GeneralPage({ fields }: PageProps) {
  const { choice, flag, value, several } = fields;
  return (
    <>
      <FieldGroup title='Work'>
        <ChoiceField label='Operation' choices={operationChoices} {...choice('work', 'operation')} />
        {!several && <TextField label='Description' maxLength={200} {...choice('text', 'description')} />}
        <ChoiceField label='Labor type' choices={laborChoices} {...choice('labor', 'type')} />
        <ValueField label='Labor' align='end' suffix='h' {...value('labor', 'tenths', hours)} />
        <CheckField label='Labor included' {...flag('labor', 'included')} />
        <ValueField label='Paint' align='end' suffix='h' {...value('refinish', 'tenths', hours)} />
        <CheckField label='Paint included' {...flag('refinish', 'included')} />
      </FieldGroup>
      <FieldGroup title='Part and charge'>
        <ChoiceField label='Part type' choices={partTypeChoices} {...choice('part', 'type')} />
        {!several && <TextField label='Part number' maxLength={40} {...choice('part', 'number')} />}
        <ValueField label='Quantity' align='end' {...value('part', 'quantity', whole(9999, 'pieces'))} />
        <ValueField label='Price' align='end' {...value('part', 'priceCents', signedMoney)} />
        <CheckField label='Price included' {...flag('part', 'included')} />
        <CheckField label='Part taxed' {...flag('part', 'taxed')} />
        <ValueField label='Misc' align='end' {...value('misc', 'amountCents', signedMoney)} />
        <CheckField label='Misc taxed' {...flag('misc', 'taxed')} />
      </FieldGroup>
      <FieldGroup title='Note and marks'>
        {!several && (
          <TextField
            label='Note, printed below the line'
            wide
            multiline={2}
            maxLength={2000}
            {...choice('note', 'text')}
          />
        )}
        <CheckField label='Not included in book times, ~ on prints' {...flag('book', 'notIncluded')} />
        <CheckField label='Open: still to be looked at' {...flag('state', 'open')} />
      </FieldGroup>
    </>
  );
}
