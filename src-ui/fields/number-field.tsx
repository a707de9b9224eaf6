// A plain number; empty is allowed and means not given.
import type { CommitAnswer } from './commit.ts';
import type { FieldProps } from './field-frame.tsx';
import { parseNumber, printNumber } from './number-text.ts';
import { ValueField } from './value-field.tsx';

export type NumberFieldProps = FieldProps & {
  readonly value: number | undefined;
  readonly onCommit: (value: number | undefined) => CommitAnswer;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  readonly suffix?: string;
};

export function NumberField({ min, max, decimals = 0, ...field }: NumberFieldProps) {
  return (
    <ValueField<number | undefined>
      {...field}
      align='end'
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
      print={(value) => printNumber(value, decimals)}
      parse={(text) => parseNumber(text, { min, max, decimals })}
    />
  );
}
