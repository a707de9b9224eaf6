// A note with its answers, and what one does with each: answer, change, pin.
import { useRef, useState } from 'react';
import type { NoteId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { DiaryNote } from '../../../src-shared/domain/note/diary.ts';
import { linksOf, type NoteLinks } from '../../../src-shared/domain/note/note.ts';
import type { NoteWords } from '../../../src-shared/ipc/note-requests.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { say } from '../../stores/shell.ts';
import { typedTexts } from '../../stores/workfile/drafts.ts';
import { addNote, changeGroup, reviseNote } from '../../stores/workfile/edits.ts';
import type { Linkable } from '../../stores/workfile/linkables.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { goToPlace } from '../../stores/workfile/visits.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { NoteCard } from './note-card.tsx';
import { besidePlace, NoteComposer } from './note-composer.tsx';

export type NoteThreadProps = {
  readonly workfileId: WorkfileId;
  readonly note: DiaryNote;
  readonly linkables: readonly Linkable[];
  readonly denied: string | undefined;
};

type Writing = 'answer' | 'version';

const noLinks: NoteLinks = { lineIds: [], photoIds: [], receiptIds: [] };
const answerPlace = (id: NoteId): string => fieldPlace('note', id, 'answer', 'text');
const versionPlace = (id: NoteId): string => fieldPlace('note', id, 'content', 'text');

export function NoteThread(props: NoteThreadProps) {
  const { workfileId, note, linkables, denied } = props;
  const { first, now: said, answers } = note;
  const [writing, setWriting] = useState<Writing | undefined>(() => leftOff(workfileId, first.id));
  const toast = useToast();
  const opener = useRef<Element>(null);
  const begin = (what: Writing): void => {
    opener.current = document.activeElement;
    setWriting(what);
    const place = what === 'answer' ? answerPlace(first.id) : versionPlace(first.id);
    requestAnimationFrame(() => document.getElementById(place)?.focus());
  };
  const pin = async (): Promise<void> => {
    const value = { pinned: !first.pin.pinned };
    const failure = await changeGroup(workfileId, { kind: 'note', id: first.id, group: 'pin', value });
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  /** The focus goes back to where writing began. */
  const close = (): void => {
    setWriting(undefined);
    requestAnimationFrame(() => opener.current instanceof HTMLElement && opener.current.focus());
  };
  const done = (words: string): void => {
    close();
    say(`${words}. Ctrl+Z takes it back.`);
  };
  const answer = async (words: NoteWords): Promise<string | undefined> => {
    const reply = await addNote(workfileId, { ...words, answerTo: first.id });
    if (!reply.ok) return wordBriefly(reply.failure);
    done('Answer saved');
    return undefined;
  };
  const revise = async (words: NoteWords): Promise<string | undefined> => {
    const reply = await reviseNote(workfileId, { ...words, noteId: said.id });
    if (!reply.ok) return wordBriefly(reply.failure);
    done('New version saved; the one before stays readable');
    return undefined;
  };
  const acts: readonly Command[] = [
    { id: 'answer', title: 'Reply', disabledReason: denied, run: () => begin('answer') },
    { id: 'version', title: 'Change', disabledReason: denied, run: () => begin('version') },
    ...(first.follows.answerTo === ''
      ? [{ id: 'pin', title: 'Pin', checked: first.pin.pinned, disabledReason: denied, run: () => void pin() }]
      : []),
  ];
  const shared = { workfileId, disabledReason: denied, onCancel: close };
  const { content } = said;
  return (
    <NoteCard note={note} linkables={linkables} acts={acts} onGo={(place) => goToPlace(workfileId, place)}>
      {writing === 'answer' && (
        <NoteComposer
          {...shared}
          label={`Reply to ${first.written.by}`}
          place={answerPlace(first.id)}
          start={{ content: { kind: content.kind, text: '' }, links: noLinks }}
          onSave={answer}
        />
      )}
      {writing === 'version' && (
        <NoteComposer
          {...shared}
          label='Say it anew'
          place={versionPlace(first.id)}
          start={{ content, links: linksOf(said) }}
          onSave={revise}
        />
      )}
      {answers.length > 0 && (
        <ul className='note-answers' aria-label='Replies'>
          {answers.map((one) => (
            <li key={one.first.id}>
              <NoteThread {...props} note={one} />
            </li>
          ))}
        </ul>
      )}
    </NoteCard>
  );
}

/** What was being written here before the window went. */
function leftOff(workfileId: WorkfileId, id: NoteId): Writing | undefined {
  const typed = typedTexts(workfileId);
  const isTyped = (place: string): boolean => typed[place] !== undefined || typed[besidePlace(place)] !== undefined;
  if (isTyped(answerPlace(id))) return 'answer';
  return isTyped(versionPlace(id)) ? 'version' : undefined;
}
