// The diary of a workfile: what was said and done, for the shop, the insurer or the customer.
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type DiaryFilter, type DiaryNote, diaryOf, isWanted } from '../../../src-shared/domain/note/diary.ts';
import { type NoteKind, noteKinds } from '../../../src-shared/domain/note/note.ts';
import type { NoteWords } from '../../../src-shared/ipc/note-requests.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LongList } from '../../../src-ui/feedback/long-list.tsx';
import { Icon } from '../../../src-ui/icons/icon.tsx';
import { ScrollRegion } from '../../../src-ui/shell/scroll-region.tsx';
import { TabStrip } from '../../../src-ui/shell/tab-strip.tsx';
import { offerCommands, runCommand } from '../../stores/command-board.ts';
import { wishForPrint } from '../../stores/print.ts';
import { say } from '../../stores/shell.ts';
import { addNote } from '../../stores/workfile/edits.ts';
import { useLinkables } from '../../stores/workfile/linkables.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { noteKindWords } from '../../words/evidence/note-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { NoteComposer } from './note-composer.tsx';
import { NoteThread } from './note-thread.tsx';
import './notes.css';
import { useCannotAdd } from '../../stores/workfile/closed.ts';

const everything: DiaryFilter = { kind: 'all', text: '' };
const newNote = fieldPlace('note', 'new', 'content', 'text');
const nothing: NoteWords = {
  content: { kind: 'internal', text: '' },
  links: { lineIds: [], photoIds: [], receiptIds: [] },
};

export function NotesScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const notes = useSheet(workfileId, (sheet) => sheet.notes);
  const denied = useCannotAdd(workfileId, 'write-notes');
  const linkables = useLinkables(workfileId);
  const [filter, setFilter] = useState(everything);
  const search = useRef<HTMLInputElement>(null);
  const diary = useMemo(() => diaryOf(notes), [notes]);
  const shown = useShown(diary, filter);
  useEffect(() => offerCommands({ 'screen.find': { run: () => search.current?.select() } }), []);

  const save = async (words: Parameters<typeof addNote>[1]): Promise<string | undefined> => {
    const reply = await addNote(workfileId, words);
    if (!reply.ok) return wordBriefly(reply.failure);
    setFilter(everything);
    say('Note saved. Ctrl+Z takes it back.');
    return undefined;
  };
  return (
    <section className='notes' aria-label='Notes'>
      <NoteComposer
        workfileId={workfileId}
        place={newNote}
        label='New note'
        start={nothing}
        disabledReason={denied}
        onSave={(words) => save({ ...words, answerTo: null })}
      />
      <div className='notes-bar'>
        <TabStrip
          label='Which notes'
          look='section'
          tabs={kindTabs(diary)}
          active={filter.kind}
          onSelect={(kind) => setFilter({ ...filter, kind: kind as NoteKind | 'all' })}
        />
        <div className='notes-search'>
          <Icon name='search' />
          <input
            ref={search}
            type='search'
            aria-label='Find in notes'
            placeholder='Word or author'
            autoComplete='off'
            maxLength={200}
            value={filter.text}
            onChange={(event) => setFilter({ ...filter, text: event.target.value })}
          />
        </div>
        <Button
          look='quiet'
          icon='print'
          disabledReason={shown.length === 0 ? 'There is no note to print.' : undefined}
          onPress={() => print(filter)}
        >
          Print these notes…
        </Button>
      </div>
      <ScrollRegion className='notes-list' label='Notes that were written'>
        {shown.length === 0 ? (
          <NoNotes isFiltered={diary.length > 0} onClear={() => setFilter(everything)} />
        ) : (
          <LongList label='Notes' items={shown} keyOf={({ first }) => first.id}>
            {(note) => <NoteThread workfileId={workfileId} note={note} linkables={linkables} denied={denied} />}
          </LongList>
        )}
      </ScrollRegion>
    </section>
  );
}

/** The preview begins with what the list shows. */
function print({ kind, text }: DiaryFilter): void {
  wishForPrint({ kind: 'notes', version: kind, noteText: text.trim() });
  runCommand('workfile.print');
}

/** Typing a word is not held up by a long diary. */
function useShown(diary: readonly DiaryNote[], filter: DiaryFilter): readonly DiaryNote[] {
  const wanted = useDeferredValue(filter);
  return useMemo(() => diary.filter((note) => isWanted(note, wanted)), [diary, wanted]);
}

const kindTabs = (diary: readonly DiaryNote[]) => [
  { id: 'all', title: 'All' },
  ...noteKinds.map((kind) => {
    const count = diary.filter(({ now }) => now.content.kind === kind).length;
    return { id: kind, title: count === 0 ? noteKindWords[kind] : `${noteKindWords[kind]} (${count})` };
  }),
];

function NoNotes({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  if (!isFiltered)
    return (
      <EmptyState
        icon='note'
        title='No notes yet'
        text='Write above what was said, seen or promised. A note is never overwritten: what it said before stays readable.'
      />
    );
  return (
    <EmptyState icon='search' title='No note matches' action={{ id: 'clear', title: 'Show all notes', run: onClear }} />
  );
}
