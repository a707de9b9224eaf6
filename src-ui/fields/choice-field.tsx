// One of a list, found by typing.
import { useRef } from 'react';
import { type Choice, choiceLabel } from '../choice/choice.ts';
import { ChoicePopup, comboboxAria } from '../choice/choice-popup.tsx';
import { useChoiceList } from '../choice/use-choice-list.ts';
import { Icon } from '../icons/icon.tsx';
import { type CommitAnswer, tooLong } from './commit.ts';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import { fieldKey } from './field-keys.ts';
import { useCommittedText } from './use-committed-text.ts';

export type ChoiceFieldProps = FieldProps & {
  readonly value: string;
  readonly choices: readonly Choice[];
  /** Text that is not in the list is taken too. */
  readonly free?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly onCommit: (value: string) => CommitAnswer;
};

export function ChoiceField(props: ChoiceFieldProps) {
  const { value, choices, free = false, maxLength = 200 } = props;
  const box = useRef<HTMLInputElement>(null);
  const text = useCommittedText({
    value: choiceLabel(choices, value),
    draft: props.draft,
    onDraft: props.onDraft,
    onCommit: (typed) => {
      const chosen = list.chosen(typed);
      return tooLong(typed, maxLength) ?? (chosen.ok ? props.onCommit(chosen.value) : chosen.message);
    },
  });
  const list = useChoiceList({ choices, text: text.text, free, startOpen: false });

  const pick = (choice: Choice): void => {
    list.hide();
    text.commit(choice.label);
  };
  const commit = (): void => {
    const chosen = list.chosen(text.text);
    list.hide();
    text.commit(chosen.ok && text.edited ? chosen.label : undefined);
  };

  return (
    <FieldFrame field={props} error={text.error} edited={text.edited} pending={text.pending}>
      {(aria) => (
        <>
          <input
            {...aria}
            {...comboboxAria(list)}
            ref={box}
            type='text'
            className='ui-input ui-input-choice'
            value={text.text}
            placeholder={props.placeholder}
            autoComplete='off'
            spellCheck={false}
            onFocus={(event) => {
              text.enter();
              event.target.select();
            }}
            onBlur={() => {
              if (text.edited) commit();
              list.hide();
              text.leave();
            }}
            onChange={(event) => {
              text.change(event.target.value);
              list.typed(event.target.value);
            }}
            onKeyDown={(event) => {
              if (aria.readOnly || list.press(event)) return;
              if (event.key === 'F4' && !event.ctrlKey && !event.altKey && choices.length > 0) {
                event.preventDefault();
                list.show();
                return;
              }
              const marked = list.open ? list.matches[list.marked] : undefined;
              if (event.key === 'Enter' && marked) pick(marked);
              else if (event.key === 'Escape' && list.open) closeList(event, list.hide);
              else fieldKey(event, text);
            }}
            onClick={() => {
              if (!aria.readOnly && !text.edited) list.show();
            }}
          />
          <span className='ui-field-chevron' aria-hidden='true'>
            <Icon name='chevron-down' size={12} />
          </span>
          <ChoicePopup list={list} label={props.label} anchor={box} onPick={pick} />
        </>
      )}
    </FieldFrame>
  );
}

function closeList(event: { preventDefault(): void; stopPropagation(): void }, hide: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  hide();
}
