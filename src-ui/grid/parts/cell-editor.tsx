// The text box over the cell that is being edited, with its list when there are choices.
import { type KeyboardEvent, useCallback, useRef } from 'react';
import { ChoicePopup, comboboxAria } from '../../choice/choice-popup.tsx';
import { Popup } from '../../choice/popup.tsx';
import { type ChosenText, useChoiceList } from '../../choice/use-choice-list.ts';
import { tooLong } from '../../fields/commit.ts';
import { pressOf } from '../acts/key-press.ts';
import type { CellEditor as EditorKind } from '../model/column.ts';
import type { Editing } from '../model/grid-state.ts';
import { type GridAction, gridAction } from '../model/keyboard.ts';

export type CellEditorProps = {
  readonly label: string;
  readonly editor: EditorKind;
  readonly editing: Editing;
  readonly align: 'start' | 'end' | 'center';
  readonly onType: (text: string) => void;
  readonly onAction: (action: GridAction, chosen: ChosenText) => void;
  readonly onLeave: (chosen: ChosenText) => void;
};

export function CellEditor(props: CellEditorProps) {
  const { editor } = props;
  return editor.kind === 'choice' ? <ChoiceEditor {...props} editor={editor} /> : <TextEditor {...props} />;
}

function TextEditor(props: CellEditorProps) {
  const { editor, editing, onAction, onLeave, onType } = props;
  const box = useRef<HTMLInputElement>(null);
  const chosen: ChosenText = { ok: true, value: editing.text, label: editing.text };
  const long = editor.kind === 'choice' ? undefined : tooLong(editing.text, editor.maxLength);
  return (
    <EditorBox
      {...props}
      box={box}
      problem={editing.error ?? long}
      inputMode={editor.kind === 'number' ? 'decimal' : 'text'}
      onType={onType}
      onKeyDown={(event) => {
        const action = actionOf(event, editing, false);
        if (action) onAction(action, chosen);
      }}
      onBlur={() => onLeave(chosen)}
    />
  );
}

function ChoiceEditor(props: CellEditorProps & { readonly editor: EditorKind & { kind: 'choice' } }) {
  const { label, editor, editing, onAction, onLeave, onType } = props;
  const box = useRef<HTMLInputElement>(null);
  const list = useChoiceList({
    choices: editor.choices,
    text: editing.text,
    free: editor.free ?? false,
    startOpen: editing.caretKeys,
  });
  return (
    <>
      <EditorBox
        {...props}
        box={box}
        problem={editing.error}
        inputMode='text'
        aria={comboboxAria(list)}
        onType={(text) => {
          list.typed(text);
          onType(text);
        }}
        onKeyDown={(event) => {
          if (list.press(event)) return;
          if (event.key === 'F4' && !event.ctrlKey && !event.altKey) {
            event.preventDefault();
            list.show();
            return;
          }
          const action = actionOf(event, editing, list.open);
          if (action) onAction(action, list.chosen(editing.text));
        }}
        onBlur={() => onLeave(list.chosen(editing.text))}
      />
      <ChoicePopup
        list={list}
        label={label}
        anchor={box}
        onPick={(choice) => {
          onType(choice.label);
          onAction({ kind: 'commit', move: 'enter-down' }, { ok: true, ...choice });
        }}
      />
    </>
  );
}

type EditorBoxProps = Pick<CellEditorProps, 'label' | 'editing' | 'align' | 'onType'> & {
  readonly box: React.RefObject<HTMLInputElement | null>;
  readonly problem: string | undefined;
  readonly inputMode: 'text' | 'decimal';
  readonly aria?: ReturnType<typeof comboboxAria>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
};

function EditorBox({
  label,
  editing,
  align,
  box,
  problem,
  inputMode,
  aria,
  onType,
  onKeyDown,
  onBlur,
}: EditorBoxProps) {
  const takeFocus = useCallback(
    (input: HTMLInputElement | null) => {
      box.current = input;
      input?.focus({ preventScroll: true });
      input?.setSelectionRange(input.value.length, input.value.length);
    },
    [box],
  );
  return (
    <>
      <input
        {...aria}
        ref={takeFocus}
        type='text'
        className={`ui-grid-input ui-align-${align}`}
        aria-label={label}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem === undefined ? undefined : 'ui-grid-problem'}
        inputMode={inputMode}
        autoComplete='off'
        spellCheck={false}
        value={editing.text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        // Another window in front takes the focus, too; the text goes on being typed when one comes back.
        onBlur={() => document.hasFocus() && onBlur()}
      />
      {problem !== undefined && (
        <Popup anchor={box} className='ui-grid-note ui-grid-note-error'>
          <span id='ui-grid-problem' role='alert'>
            {problem}
          </span>
        </Popup>
      )}
    </>
  );
}

function actionOf(event: KeyboardEvent, editing: Editing, listOpen: boolean): GridAction | undefined {
  const action = gridAction(pressOf(event), { where: 'editor', caretKeys: editing.caretKeys, listOpen });
  if (action) {
    event.preventDefault();
    event.stopPropagation();
  }
  return action;
}
