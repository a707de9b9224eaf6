// What is added to and taken from parts of each type, and added to sublet work.
import { partTypeWords } from '../../../../src-shared/domain/estimate/part-type-words.ts';
import { pricedPartTypes } from '../../../../src-shared/domain/estimate/profile/rate-rules.ts';
import { FieldGroup } from '../../../../src-ui/fields/field-group.tsx';
import { ValueField } from '../../../../src-ui/fields/value-field.tsx';
import { rate, share } from '../../../words/formats.ts';
import { type Editing, valueField } from './rate-editing.ts';

export function PartsPage(from: Editing) {
  return (
    <>
      <FieldGroup title='Parts markup, %'>
        {pricedPartTypes.map((type) => (
          <ValueField
            key={type}
            label={`Markup, ${partTypeWords[type].name}`}
            suffix='%'
            {...valueField(from, 'partMarkup', [type], rate)}
          />
        ))}
      </FieldGroup>
      <div className='form-stack'>
        <FieldGroup title='Parts discount, %'>
          {pricedPartTypes.map((type) => (
            <ValueField
              key={type}
              label={`Discount, ${partTypeWords[type].name}`}
              suffix='%'
              {...valueField(from, 'partDiscount', [type], share)}
            />
          ))}
        </FieldGroup>
        <FieldGroup title='Sublet'>
          <ValueField label='Sublet markup' suffix='%' {...valueField(from, 'sublet', ['markup'], rate)} />
        </FieldGroup>
      </div>
    </>
  );
}
