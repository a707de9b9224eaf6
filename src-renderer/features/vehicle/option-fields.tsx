// What the vehicle is equipped with: options found by typing, added one by one or pasted as a list, removed by a press.
import {
  maxOptionLength,
  maxOptions,
  readOptions,
  usualOptions,
  withOptions,
} from '../../../src-shared/domain/vehicle/vehicle-options.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { changeGroup } from '../../stores/workfile/edits.ts';
import type { Tie } from '../../stores/workfile/fields.ts';
import { wordBriefly } from '../../words/failure-words.ts';

const choices = usualOptions.map((value) => ({ value, label: value }));

export function OptionFields({ tie: { workfileId, record, disabledReason } }: { readonly tie: Tie<'vehicle'> }) {
  const list = record.options?.list ?? [];
  const write = async (next: readonly string[]): Promise<string | undefined> => {
    const value = { list: [...next] };
    const failure = await changeGroup(workfileId, { kind: 'vehicle', id: record.id, group: 'options', value });
    return failure && wordBriefly(failure);
  };
  const full = list.length >= maxOptions ? `At most ${maxOptions} options.` : undefined;
  return (
    <FieldGroup title='Options'>
      <ChoiceField
        label='Add an option'
        wide
        free
        value=''
        choices={choices.filter(({ value }) => !list.includes(value))}
        maxLength={maxOptionLength * 10}
        disabledReason={disabledReason ?? full}
        onCommit={(typed) => write(withOptions(list, readOptions(typed)))}
      />
      {list.length > 0 && (
        <ul className='options' aria-label='Options'>
          {list.map((option) => (
            <li key={option}>
              {option}
              <Button
                look='quiet'
                icon='close'
                disabledReason={disabledReason}
                onPress={() => void write(list.filter((one) => one !== option))}
              >
                <span className='ui-hidden'>Remove {option}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </FieldGroup>
  );
}
