// One note: what it says now, who said it and when, what it is about, and what it said before.
import { type ReactNode, useState } from 'react';
import type { DiaryNote } from '../../../src-shared/domain/note/diary.ts';
import { linksOf, type Note } from '../../../src-shared/domain/note/note.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { Toolbar } from '../../../src-ui/actions/toolbar.tsx';
import { Icon } from '../../../src-ui/icons/icon.tsx';
import { useClock } from '../../stores/clock.ts';
import type { Linkable } from '../../stores/workfile/linkables.ts';
import { noteByline, noteChange, noteKindWords, noteStart } from '../../words/evidence/note-words.ts';
import type { Clock } from '../../words/time-words.ts';

export type NoteCardProps = {
  readonly note: DiaryNote;
  readonly linkables: readonly Linkable[];
  readonly acts: readonly Command[];
  readonly onGo: (place: string) => void;
  /** The composer of an answer or of a new version, and the answers. */
  readonly children?: ReactNode;
};

export function NoteCard({ note, linkables, acts, onGo, children }: NoteCardProps) {
  const { first, now: said, versions, beside } = note;
  const clock = useClock();
  const [isOpen, setOpen] = useState(false);
  const change = noteChange(note, clock);
  const linked = new Set(Object.values(linksOf(said)).flat());
  const links = linkables.filter(({ id }) => linked.has(id));
  return (
    <article className='note-card' data-kind={said.content.kind} aria-label={`${noteStart(said)}, ${first.written.by}`}>
      <header>
        <span className='note-kind'>{noteKindWords[said.content.kind]}</span>
        {first.pin.pinned && <span className='note-pinned'>Pinned</span>}
        <span className='note-byline'>{noteByline(first, clock)}</span>
        {change !== '' && (
          <button type='button' className='note-versions' aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {change}
          </button>
        )}
      </header>
      <p className='note-text'>{said.content.text}</p>
      {beside.map((other) => (
        <Beside key={other.id} note={other} clock={clock} />
      ))}
      {links.length > 0 && (
        <ul className='ui-chips' aria-label='About'>
          {links.map(({ id, name, place }) => (
            <li key={id}>
              <button type='button' onClick={() => onGo(place)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isOpen && <Versions versions={versions.filter(({ id }) => id !== said.id)} clock={clock} />}
      <Toolbar label={`What to do with the note ${noteStart(said)}`} items={acts} />
      {children}
    </article>
  );
}

type SaidProps = { readonly note: Note; readonly clock: Clock };

/** Two people said a note anew at the same time: both are read until somebody says it once more. */
function Beside({ note, clock }: SaidProps) {
  return (
    <div className='note-beside'>
      <p>
        <Icon name='warning' size={12} /> {`At the same time, ${noteByline(note, clock)} wrote:`}
      </p>
      <p className='note-text'>{note.content.text}</p>
    </div>
  );
}

function Versions({ versions, clock }: { readonly versions: readonly Note[]; readonly clock: Clock }) {
  return (
    <ol className='note-before' aria-label='What it said before'>
      {versions.toReversed().map((note) => (
        <li key={note.id}>
          <span className='note-byline'>{`${noteByline(note, clock)} – ${noteKindWords[note.content.kind]}`}</span>
          <p className='note-text'>{note.content.text}</p>
        </li>
      ))}
    </ol>
  );
}
