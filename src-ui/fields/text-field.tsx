// One line of text, or several.
import type { CommitAnswer } from './commit.ts';
import { tooLong } from './commit.ts';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import { fieldKey } from './field-keys.ts';
import { useCommittedText } from './use-committed-text.ts';

export type TextFieldProps = FieldProps & {
  readonly value: string;
  readonly onCommit: (text: string) => CommitAnswer;
  readonly maxLength?: number;
  /** How many lines it shows. */
  readonly multiline?: number;
  readonly placeholder?: string;
  readonly inputMode?: 'text' | 'tel' | 'email' | 'numeric' | 'search' | 'url';
  readonly spellCheck?: boolean;
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly secret?: boolean;
  /** Letters are shown and committed as capitals. */
  readonly upper?: boolean;
};

export function TextField(props: TextFieldProps) {
  const { value, onCommit, maxLength, multiline, upper = false } = props;
  const text = useCommittedText({
    value,
    draft: props.draft,
    onDraft: props.onDraft,
    onCommit: (typed) => tooLong(typed, maxLength) ?? onCommit(typed),
  });
  const lines = multiline === undefined ? 'one' : 'many';
  return (
    <FieldFrame
      field={props}
      error={text.error ?? tooLong(text.text, maxLength)}
      edited={text.edited}
      pending={text.pending}
    >
      {(aria) => {
        const shared = {
          ...aria,
          className: upper ? 'ui-input ui-input-upper' : 'ui-input',
          value: text.text,
          placeholder: props.placeholder,
          inputMode: props.inputMode,
          spellCheck: props.spellCheck ?? false,
          autoComplete: props.autoComplete ?? 'off',
          'data-autofocus': props.autoFocus || undefined,
          onFocus: text.enter,
          onBlur: text.leave,
        };
        if (lines === 'many')
          return (
            <textarea
              {...shared}
              ref={props.autoFocus ? takeFocus : null}
              rows={multiline}
              onChange={(event) => text.change(event.target.value)}
              onKeyDown={(event) => fieldKey(event, text, 'many')}
            />
          );
        return (
          <input
            {...shared}
            ref={props.autoFocus ? takeFocus : null}
            type={props.secret ? 'password' : 'text'}
            onChange={(event) => text.change(upper ? event.target.value.toUpperCase() : event.target.value)}
            onKeyDown={(event) => fieldKey(event, text)}
          />
        );
      }}
    </FieldFrame>
  );
}

/** Once the drawing is over: what stands around the field hears of the focus only then. */
function takeFocus(control: HTMLElement | null): void {
  if (control !== null) queueMicrotask(() => control.focus());
}
