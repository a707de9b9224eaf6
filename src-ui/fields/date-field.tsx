// A calendar date, typed; Ctrl+; puts today in.
import type { CommitAnswer } from './commit.ts';
import { parseDate, printDate } from './date-text.ts';
import type { FieldProps } from './field-frame.tsx';
import { ValueField } from './value-field.tsx';

export type DateFieldProps = FieldProps & {
  /** YYYY-MM-DD, or empty. */
  readonly value: string;
  /** YYYY-MM-DD; also completes dates typed without a year. */
  readonly today: string;
  readonly onCommit: (iso: string) => CommitAnswer;
};

export function DateField({ today, ...field }: DateFieldProps) {
  return (
    <ValueField<string>
      {...field}
      print={printDate}
      parse={(text) => parseDate(text, today)}
      placeholder='m/d/yyyy'
      onKey={(event, text) => {
        if (!event.ctrlKey || event.key !== ';') return;
        event.preventDefault();
        if (!event.currentTarget.readOnly) text.change(printDate(today));
      }}
    />
  );
}
