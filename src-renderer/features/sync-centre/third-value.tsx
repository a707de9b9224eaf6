// A third value, typed where two others wait: one field for each in which they differ.
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Decision } from '../../../src-shared/ipc/centre-shapes.ts';
import type { JsonObject, JsonValue } from '../../../src-shared/sync/protocol.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { type DecisionField, typedValue } from './decision-fields.ts';

export type ThirdValueProps = {
  readonly decision: Decision;
  readonly fields: readonly DecisionField[];
  /** Decides by the value; answers why it cannot stand. */
  readonly onUse: (value: JsonObject) => Promise<string | undefined>;
  readonly onLeave: () => void;
};

export function ThirdValue({ decision, fields, onUse, onLeave }: ThirdValueProps) {
  const [values, setValues] = useState<JsonObject>(() => startOf(fields));
  const [problem, setProblem] = useState<string>();
  // The keys of one moment read what the fields said just before, drawn or not.
  const committed = useRef<Record<string, JsonValue>>({ ...values });
  const typing = useRef(new Map<string, string>());

  const use = async (): Promise<void> => {
    const next = { ...committed.current };
    for (const { name, format } of fields) {
      const text = typing.current.get(name);
      const parsed = text === undefined ? undefined : format.parse(text);
      if (parsed?.ok === false) return setProblem(parsed.message);
      if (parsed?.ok) next[name] = parsed.value;
    }
    setProblem(await onUse(typedValue(decision, next)));
  };
  const press = (event: KeyboardEvent, text: { readonly commit: () => void }): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onLeave();
    else {
      text.commit();
      void use();
    }
  };

  return (
    <fieldset className='third-value' aria-label='Another value' ref={focusFirst}>
      {fields.map(({ name, label, format }) => (
        <ValueField
          key={name}
          label={label}
          value={values[name] ?? null}
          {...format}
          maxLength={2000}
          onKey={press}
          onDraft={(text) => {
            if (text === undefined) typing.current.delete(name);
            else typing.current.set(name, text);
          }}
          onCommit={(value) => {
            committed.current[name] = value;
            setValues({ ...committed.current });
            return undefined;
          }}
        />
      ))}
      <Button look='primary' onPress={() => void use()}>
        Use this value
      </Button>
      <Button onPress={onLeave}>Back</Button>
      {problem !== undefined && (
        <p role='alert' className='third-problem'>
          {problem}
        </p>
      )}
    </fieldset>
  );
}

const startOf = (fields: readonly DecisionField[]): JsonObject =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]));

/** On its first drawing the first field has the focus. */
function focusFirst(group: HTMLFieldSetElement | null): void {
  if (group?.contains(document.activeElement) === false) group.querySelector('input')?.focus();
}
