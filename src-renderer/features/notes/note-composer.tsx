// Where a note is written: all that stands in it is kept as it changes, and Ctrl+Enter saves it.
import { type KeyboardEvent, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { maxNoteText, type NoteKind, noteKinds } from '../../../src-shared/domain/note/note.ts';
import { type NoteForm, noteFormText, readNoteForm } from '../../../src-shared/domain/note/note-form.ts';
import type { NoteWords } from '../../../src-shared/ipc/note-requests.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { tooLong } from '../../../src-ui/fields/commit.ts';
import { FieldFrame } from '../../../src-ui/fields/field-frame.tsx';
import { decideRestored, dropDraft, noteDraft, typedTexts } from '../../stores/workfile/drafts.ts';
import { noteKindWords } from '../../words/evidence/note-words.ts';
import { LinkField } from './link-field.tsx';

export type NoteComposerProps = {
  readonly workfileId: WorkfileId;
  /** Where what is typed is kept. */
  readonly place: string;
  readonly label: string;
  readonly start: NoteWords;
  readonly disabledReason: string | undefined;
  /** Answers why it was not taken. */
  readonly onSave: (words: NoteWords) => Promise<string | undefined>;
  /** Gives it up; absent where one may always begin. */
  readonly onCancel?: () => void;
};

/** Where that is kept which stands beside the text of a place. */
export const besidePlace = (place: string): string => place.replace(/text$/, 'beside');

const kinds = noteKinds.map((value) => ({ value, label: noteKindWords[value] }));

export function NoteComposer(props: NoteComposerProps) {
  const { workfileId, place, label, start, disabledReason, onSave, onCancel } = props;
  const [text, setText] = useState(() => typedTexts(workfileId)[place] ?? start.content.text);
  const begun: NoteForm = { kind: start.content.kind, links: start.links };
  const beside = besidePlace(place);
  const [form, setForm] = useState(() => readNoteForm(typedTexts(workfileId)[beside]) ?? begun);
  const { kind, links } = form;
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  const isChanged = text !== start.content.text || noteFormText(form, begun) !== undefined;

  const type = (typed: string): void => {
    setText(typed);
    setError(undefined);
    decideRestored(workfileId, [beside]);
    noteDraft(workfileId, place, typed === start.content.text ? undefined : typed);
  };
  const choose = (part: Partial<NoteForm>): undefined => {
    const next = { ...form, ...part };
    setForm(next);
    decideRestored(workfileId, [place]);
    noteDraft(workfileId, beside, noteFormText(next, begun));
  };
  const forget = (): void => {
    dropDraft(workfileId, place);
    dropDraft(workfileId, beside);
  };
  const save = async (): Promise<void> => {
    if (pending || disabledReason !== undefined) return;
    setPending(true);
    const refusal = tooLong(text, maxNoteText) ?? (await onSave({ content: { kind, text: text.trim() }, links }));
    setPending(false);
    setError(refusal);
    if (refusal !== undefined) return;
    forget();
    setText(start.content.text);
    setForm(begun);
  };
  const cancel = (): void => {
    forget();
    onCancel?.();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.ctrlKey) void save();
    else if (event.key === 'Escape' && onCancel !== undefined && !isChanged) cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className='note-composer'>
      <FieldFrame
        field={{ label, id: place, disabledReason }}
        error={error ?? tooLong(text, maxNoteText)}
        edited={isChanged}
        pending={pending}
      >
        {(aria) => (
          <textarea
            {...aria}
            className='ui-input'
            rows={onCancel === undefined ? 3 : 4}
            value={text}
            spellCheck
            onKeyDown={press}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </FieldFrame>
      <div className='note-composer-row'>
        <ChoiceField
          label='For'
          value={kind}
          choices={kinds}
          disabledReason={disabledReason}
          onCommit={(value) => choose({ kind: value as NoteKind })}
        />
        <LinkField
          workfileId={workfileId}
          links={links}
          onLinks={(next) => choose({ links: next })}
          disabledReason={disabledReason}
        />
        <div className='note-composer-acts'>
          {onCancel && (
            <Button look='quiet' onPress={cancel}>
              Cancel
            </Button>
          )}
          <Button
            look='primary'
            keys='Ctrl+Enter'
            busy={pending}
            disabledReason={disabledReason ?? (text.trim() === '' ? 'Write something first.' : undefined)}
            onPress={() => void save()}
          >
            Save note
          </Button>
        </div>
      </div>
    </div>
  );
}
