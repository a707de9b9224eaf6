// Where a note is written: its text is kept at each keystroke, and Ctrl+Enter saves it.
import { type KeyboardEvent, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { maxNoteText, type NoteKind, noteKinds } from '../../../src-shared/domain/note/note.ts';
import type { NoteWords } from '../../../src-shared/ipc/note-requests.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { tooLong } from '../../../src-ui/fields/commit.ts';
import { FieldFrame } from '../../../src-ui/fields/field-frame.tsx';
import { dropDraft, noteDraft, typedTexts } from '../../stores/workfile/drafts.ts';
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

const kinds = noteKinds.map((value) => ({ value, label: noteKindWords[value] }));

export function NoteComposer(props: NoteComposerProps) {
  const { workfileId, place, label, start, disabledReason, onSave, onCancel } = props;
  const [text, setText] = useState(() => typedTexts(workfileId)[place] ?? start.content.text);
  const [kind, setKind] = useState<NoteKind>(start.content.kind);
  const [links, setLinks] = useState(start.links);
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  const isChanged = text !== start.content.text;

  const type = (typed: string): void => {
    setText(typed);
    setError(undefined);
    noteDraft(workfileId, place, typed === start.content.text ? undefined : typed);
  };
  const save = async (): Promise<void> => {
    if (pending || disabledReason !== undefined) return;
    setPending(true);
    const refusal = tooLong(text, maxNoteText) ?? (await onSave({ content: { kind, text: text.trim() }, links }));
    setPending(false);
    setError(refusal);
    if (refusal !== undefined) return;
    dropDraft(workfileId, place);
    setText(start.content.text);
    setLinks(start.links);
    setKind(start.content.kind);
  };
  const cancel = (): void => {
    dropDraft(workfileId, place);
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
          onCommit={(value) => {
            setKind(value as NoteKind);
            return undefined;
          }}
        />
        <LinkField workfileId={workfileId} links={links} onLinks={setLinks} disabledReason={disabledReason} />
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
