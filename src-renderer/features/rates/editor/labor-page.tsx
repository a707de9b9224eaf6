// What an hour of each kind of labour costs, and what is added to it.
import { laborLetters, laborNames, laborTypes } from '../../../../src-shared/domain/estimate/labor-type.ts';
import { FieldGroup } from '../../../../src-ui/fields/field-group.tsx';
import { ValueField } from '../../../../src-ui/fields/value-field.tsx';
import { money, signedRate } from '../../../words/formats.ts';
import { type Editing, valueField } from './rate-editing.ts';

export function LaborPage(from: Editing) {
  return (
    <>
      <FieldGroup title='Labor rates, $ an hour'>
        {laborTypes.map((type) => (
          <ValueField
            key={type}
            label={laborNames[type]}
            suffix={laborLetters[type]}
            inputMode='decimal'
            {...valueField(from, 'labor', [type], money)}
          />
        ))}
      </FieldGroup>
      <FieldGroup title='Labor adjustments, % added (minus: taken off)'>
        {laborTypes.map((type) => (
          <ValueField
            key={type}
            label={`Adjust ${laborNames[type]}`}
            suffix='%'
            {...valueField(from, 'laborAdjust', [type], signedRate)}
          />
        ))}
      </FieldGroup>
    </>
  );
}
