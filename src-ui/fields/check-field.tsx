// A yes or no that takes effect at once.
import { useState } from 'react';
import type { CommitAnswer } from './commit.ts';
import { FieldFrame, type FieldProps } from './field-frame.tsx';

export type CheckFieldProps = Omit<FieldProps, 'draft' | 'onDraft'> & {
  readonly value: boolean;
  readonly onCommit: (value: boolean) => CommitAnswer;
};

export function CheckField(props: CheckFieldProps) {
  const [pressed, setPressed] = useState<boolean>();
  const [error, setError] = useState<string>();
  const settle = async (value: boolean): Promise<void> => {
    setPressed(value);
    setError(undefined);
    setError(await props.onCommit(value));
    setPressed(undefined);
  };
  return (
    <FieldFrame field={{ ...props, label: '' }} error={error} edited={false} pending={pressed !== undefined}>
      {({ readOnly, ...aria }) => (
        <label className='ui-check'>
          <input
            {...aria}
            type='checkbox'
            checked={pressed ?? props.value}
            onChange={(event) => {
              if (!readOnly) void settle(event.target.checked);
            }}
          />
          <span>{props.label}</span>
        </label>
      )}
    </FieldFrame>
  );
}
