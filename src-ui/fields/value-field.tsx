// A field for any value that has a printed form: money, hours, percent, dates.
import type { KeyboardEvent, ReactNode } from 'react';
import { type CommitAnswer, tooLong } from './commit.ts';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import { fieldKey } from './field-keys.ts';
import type { ParsedText } from './parsed-text.ts';
import { type CommittedText, useCommittedText } from './use-committed-text.ts';

export type ValueFieldProps<T> = FieldProps & {
  readonly value: T;
  readonly print: (value: T) => string;
  readonly parse: (text: string) => ParsedText<T>;
  readonly onCommit: (value: T) => CommitAnswer;
  readonly maxLength?: number;
  readonly align?: 'start' | 'end';
  readonly inputMode?: 'text' | 'decimal' | 'numeric';
  readonly placeholder?: string;
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
  /** Keys of its own, before Enter and Escape. */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>, text: CommittedText) => void;
};

export function ValueField<T>(props: ValueFieldProps<T>) {
  const { value, print, parse, onCommit, maxLength = 40, align = 'start', onKey } = props;
  const text = useCommittedText({
    value: print(value),
    draft: props.draft,
    onDraft: props.onDraft,
    onCommit: (typed) => {
      const long = tooLong(typed, maxLength);
      if (long !== undefined) return long;
      const parsed = parse(typed);
      return parsed.ok ? onCommit(parsed.value) : parsed.message;
    },
  });
  return (
    <FieldFrame field={props} error={text.error} edited={text.edited} pending={text.pending}>
      {(aria) => (
        <>
          {props.prefix && <span className='ui-field-affix'>{props.prefix}</span>}
          <input
            {...aria}
            type='text'
            className={`ui-input ui-align-${align}`}
            value={text.text}
            inputMode={props.inputMode}
            placeholder={props.placeholder}
            autoComplete='off'
            spellCheck={false}
            onFocus={(event) => {
              text.enter();
              event.target.select();
            }}
            onBlur={text.leave}
            onChange={(event) => text.change(event.target.value)}
            onKeyDown={(event) => {
              onKey?.(event, text);
              if (!event.defaultPrevented) fieldKey(event, text);
            }}
          />
          {props.suffix && <span className='ui-field-affix'>{props.suffix}</span>}
        </>
      )}
    </FieldFrame>
  );
}
