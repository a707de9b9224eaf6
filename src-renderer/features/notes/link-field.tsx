// What a note is about: lines and photos of its workfile, found by typing.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { maxNoteLinks, type NoteLinks } from '../../../src-shared/domain/note/note.ts';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { Icon } from '../../../src-ui/icons/icon.tsx';
import { type Linked, useLinkables } from './use-linkables.ts';

export type LinkFieldProps = {
  readonly workfileId: WorkfileId;
  readonly links: NoteLinks;
  readonly onLinks: (links: NoteLinks) => void;
  readonly disabledReason: string | undefined;
};

export function LinkField({ workfileId, links, onLinks, disabledReason }: LinkFieldProps) {
  const linkables = useLinkables(workfileId);
  const isLinked = ({ id }: Linked): boolean => links.lineIds.includes(id) || links.photoIds.includes(id);
  const linked = linkables.filter(isLinked);
  const isFull =
    linked.length >= maxNoteLinks ? `A note points at ${maxNoteLinks} lines and photos at most.` : undefined;
  const free = linkables.filter((one) => !isLinked(one)).map(({ id, name }) => ({ value: id, label: name }));
  const add = (id: string): string | undefined => {
    const found = linkables.find((one) => one.id === id);
    if (found === undefined) return id === '' ? undefined : 'Choose a line or a photo of this workfile.';
    onLinks(withLink(links, found));
    return undefined;
  };
  return (
    <>
      <ChoiceField
        label='About'
        value=''
        choices={free}
        placeholder='Line or photo'
        disabledReason={disabledReason ?? isFull}
        onCommit={add}
      />
      {linked.length > 0 && (
        <ul className='note-links' aria-label='The note is about'>
          {linked.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <button type='button' aria-label={`Not about ${name}`} onClick={() => onLinks(withoutLink(links, id))}>
                <Icon name='close' size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const withLink = (links: NoteLinks, { kind, id }: Linked): NoteLinks =>
  kind === 'line' ? { ...links, lineIds: [...links.lineIds, id] } : { ...links, photoIds: [...links.photoIds, id] };

const withoutLink = ({ lineIds, photoIds }: NoteLinks, id: string): NoteLinks => ({
  lineIds: lineIds.filter((one) => one !== id),
  photoIds: photoIds.filter((one) => one !== id),
});
