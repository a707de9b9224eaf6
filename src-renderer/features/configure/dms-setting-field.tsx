// One setting of a connection, as its partner wants it typed.
import type { TypedSettings } from '../../../src-shared/domain/dms/settings/check-settings.ts';
import { receiptTypeNames, receiptTypes } from '../../../src-shared/domain/receipt/receipt-type.ts';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { changeConnection } from '../../stores/dms/connection.ts';
import type { SettingField } from '../../words/dms/setting-words.ts';

type Props = {
  readonly field: SettingField;
  readonly settings: TypedSettings;
  /** The settings that are not right yet. */
  readonly wrong: readonly string[];
};

export function DmsSettingField({ field, settings, wrong }: Props) {
  const { name, label, hint, choices, wide, optional = false } = field;
  const value = settings[name];
  const set = (next: unknown): undefined => changeConnection({ settings: { ...settings, [name]: next } });
  if (field.kind === 'flag') return <CheckField label={label} value={value === true} onCommit={set} />;
  if (field.kind === 'types') return <TypeFields value={value as Words} wrong={wrong} name={name} onChange={set} />;
  const text = typeof value === 'string' ? value : '';
  if (choices !== undefined) return <ChoiceField label={label} value={text} choices={choices} onCommit={set} />;
  return (
    <TextField
      label={label}
      hint={hint}
      wide={wide}
      required={!optional}
      maxLength={200}
      value={text}
      problem={text !== '' && wrong.includes(name) ? 'The partner does not write it like this.' : undefined}
      onCommit={(typed) => set(typed.trim())}
    />
  );
}

type Words = Readonly<Record<string, string>>;
type TypesProps = {
  readonly name: string;
  readonly value: Words;
  readonly wrong: readonly string[];
  readonly onChange: (words: Words) => undefined;
};

/** What the partner calls each type; one without a word is not exported. */
function TypeFields({ name, value, wrong, onChange }: TypesProps) {
  const set = (type: string, typed: string): undefined => {
    const { [type]: _was, ...others } = value;
    onChange(typed === '' ? others : { ...others, [type]: typed });
  };
  return receiptTypes.map((type) => (
    <TextField
      key={type}
      label={receiptTypeNames[type]}
      maxLength={200}
      hint={value[type] === undefined ? 'Without an account it is not exported' : undefined}
      value={value[type] ?? ''}
      problem={wrong.includes(`${name}.${type}`) ? 'The partner does not write it like this.' : undefined}
      onCommit={(typed) => set(type, typed.trim())}
    />
  ));
}
