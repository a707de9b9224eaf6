// What paint and body supplies cost: the method, its numbers and the caps.
import { paintMethods } from '../../../../src-shared/domain/estimate/profile/paint-rule.ts';
import { Button } from '../../../../src-ui/actions/button.tsx';
import { ChoiceField } from '../../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../../src-ui/fields/value-field.tsx';
import { hours, money, moneyOrNone, rate } from '../../../words/formats.ts';
import { clearHourWords, extraHourWords, paintMethodWords, supplyHourWords } from '../../../words/rate-words.ts';
import { PaintTable } from './paint-table.tsx';
import { choiceField, type Editing, textField, valueField, writeList } from './rate-editing.ts';

export function SuppliesPage(from: Editing) {
  return (
    <>
      <PaintSupplies {...from} />
      <div className='form-stack'>
        <BodySupplies {...from} />
        <ExtraSupplies {...from} />
      </div>
    </>
  );
}

function PaintSupplies(from: Editing) {
  const { method } = from.editing.groups.paint;
  return (
    <FieldGroup title='Paint supplies'>
      <ChoiceField
        label='Method'
        {...choiceField(
          from,
          'paint',
          ['method'],
          paintMethods.map((value) => ({ value, label: paintMethodWords[value] })),
        )}
      />
      {(method === 'rate' || method === 'threshold') && (
        <ValueField
          label='Paint supplies per hour'
          prefix='$'
          {...valueField(from, 'supplies', ['paintPerHourCents'], money)}
        />
      )}
      {method === 'threshold' && (
        <>
          <ValueField
            label='Hours at the first rate'
            suffix='h'
            {...valueField(from, 'paint', ['firstTenths'], hours)}
          />
          <ValueField
            label='Rate per hour beyond'
            prefix='$'
            {...valueField(from, 'paint', ['beyondPerHourCents'], money)}
          />
        </>
      )}
      {method === 'percent' && (
        <ValueField label='Of paint labor' suffix='%' {...valueField(from, 'paint', ['percent'], rate)} />
      )}
      {method === 'flat' && (
        <ValueField label='One sum' prefix='$' {...valueField(from, 'paint', ['flatCents'], money)} />
      )}
      {(method === 'sum-table' || method === 'rate-table') && <PaintTable {...from} />}
      <ValueField
        label='Cap, single stage'
        prefix='$'
        {...capHint(valueField<number | null>(from, 'paint', ['capSingleCents'], moneyOrNone))}
      />
      <ValueField
        label='Cap, two stage'
        prefix='$'
        {...capHint(valueField<number | null>(from, 'paint', ['capTwoCents'], moneyOrNone))}
      />
      <ValueField
        label='Cap, three stage'
        prefix='$'
        {...capHint(valueField<number | null>(from, 'paint', ['capThreeCents'], moneyOrNone))}
      />
      <ValueField
        label='Paint supplies cap'
        prefix='$'
        {...capHint(valueField<number | null>(from, 'supplies', ['paintCapCents'], moneyOrNone))}
      />
      <ChoiceField label='Clear coat beyond its cap' {...choiceField(from, 'paint', ['clearHours'], clearHourWords)} />
    </FieldGroup>
  );
}

function BodySupplies(from: Editing) {
  return (
    <FieldGroup title='Body supplies'>
      <ValueField
        label='Body supplies per hour'
        prefix='$'
        {...valueField(from, 'supplies', ['bodyPerHourCents'], money)}
      />
      <ChoiceField label='Hours that count' {...choiceField(from, 'bodySupplies', ['hours'], supplyHourWords)} />
      <ValueField
        label='Body supplies cap'
        prefix='$'
        {...capHint(valueField<number | null>(from, 'bodySupplies', ['capCents'], moneyOrNone))}
      />
    </FieldGroup>
  );
}

const mostExtras = 4;

function ExtraSupplies(from: Editing) {
  const { list } = from.editing.groups.extraSupplies;
  const { disabledReason } = from.editing;
  const full = list.length >= mostExtras ? `At most ${mostExtras} extra supplies.` : undefined;
  const add = () => writeList(from, 'extraSupplies', ['list'], [...list, emptyExtra]);
  return (
    <FieldGroup title='Extra supplies, such as hazardous waste'>
      {list.map((_, i) => (
        <div className='rates-row' key={String(i)}>
          <TextField label='Name' {...textField(from, 'extraSupplies', ['list', i, 'name'], 40)} />
          <ValueField
            label='Per hour'
            prefix='$'
            {...valueField(from, 'extraSupplies', ['list', i, 'perHourCents'], money)}
          />
          <ChoiceField label='Hours' {...choiceField(from, 'extraSupplies', ['list', i, 'of'], extraHourWords)} />
          <ValueField
            label='One sum'
            prefix='$'
            {...valueField(from, 'extraSupplies', ['list', i, 'flatCents'], money)}
          />
          <Button
            icon='bin'
            look='quiet'
            disabledReason={disabledReason}
            onPress={() => void writeList(from, 'extraSupplies', ['list'], list.toSpliced(i, 1))}
          >
            Remove
          </Button>
        </div>
      ))}
      <div className='rates-acts'>
        <Button icon='add' disabledReason={disabledReason ?? full} onPress={() => void add()}>
          Add extra supplies
        </Button>
      </div>
    </FieldGroup>
  );
}

const emptyExtra = { name: 'Hazardous waste', perHourCents: 0, of: 'refinish', flatCents: 0 };

/** An empty cap is none; an override says more. */
const capHint = <F extends { readonly hint?: string }>(field: F): F & { readonly hint: string } => ({
  ...field,
  hint: field.hint ?? 'Empty for no cap',
});
