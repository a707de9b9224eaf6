// Some of many: what is chosen stands below as chips, and more is found by typing.
import type { Choice } from '../choice/choice.ts';
import { Icon } from '../icons/icon.tsx';
import { ChoiceField } from './choice-field.tsx';

export type ChipsFieldProps = {
  readonly label: string;
  readonly id?: string;
  readonly chosen: readonly Choice[];
  /** What may be chosen besides. */
  readonly choices: readonly Choice[];
  readonly placeholder: string;
  /** What is said of text that is none of the choices. */
  readonly unknown: string;
  readonly disabledReason: string | undefined;
  /** Why nothing more can be added; what is chosen can still be removed. */
  readonly fullReason?: string | undefined;
  readonly onAdd: (value: string) => void;
  readonly onRemove: (value: string) => void;
};

export function ChipsField(props: ChipsFieldProps) {
  const { label, id, chosen, choices, placeholder, unknown, disabledReason, fullReason, onAdd, onRemove } = props;
  const add = (value: string): string | undefined => {
    if (value === '') return undefined;
    if (!choices.some((choice) => choice.value === value)) return unknown;
    onAdd(value);
    return undefined;
  };
  return (
    <div className='ui-chips-field'>
      <ChoiceField
        {...{ label, id, choices, placeholder }}
        disabledReason={disabledReason ?? fullReason}
        value=''
        onCommit={add}
      />
      {chosen.length > 0 && (
        <ul className='ui-chips' aria-label={`${label}: chosen`}>
          {chosen.map(({ value, label: name }) => (
            <li key={value}>
              <span>{name}</span>
              {disabledReason === undefined && (
                <button type='button' aria-label={`Remove ${name}`} onClick={() => onRemove(value)}>
                  <Icon name='close' size={12} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
