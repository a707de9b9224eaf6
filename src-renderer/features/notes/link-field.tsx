// What a note is about: lines and photos of its workfile, found by typing.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { maxNoteLinks, type NoteLinks } from '../../../src-shared/domain/note/note.ts';
import { ChipsField } from '../../../src-ui/fields/chips-field.tsx';
import { type Linkable, useLinkables } from '../../stores/workfile/linkables.ts';

export type LinkFieldProps = {
  readonly workfileId: WorkfileId;
  readonly links: NoteLinks;
  readonly onLinks: (links: NoteLinks) => void;
  readonly disabledReason: string | undefined;
};

export function LinkField({ workfileId, links, onLinks, disabledReason }: LinkFieldProps) {
  const linkables = useLinkables(workfileId);
  const isLinked = ({ id }: Linkable): boolean => links.lineIds.includes(id) || links.photoIds.includes(id);
  const linked = linkables.filter(isLinked);
  const isFull =
    linked.length >= maxNoteLinks ? `A note points at ${maxNoteLinks} lines and photos at most.` : undefined;
  const add = (id: string): void => {
    const found = linkables.find((one) => one.id === id);
    if (found !== undefined) onLinks(withLink(links, found));
  };
  return (
    <ChipsField
      label='About'
      chosen={linked.map(toChoice)}
      choices={linkables.filter((one) => !isLinked(one)).map(toChoice)}
      placeholder='Line or photo'
      unknown='Choose a line or a photo of this workfile.'
      disabledReason={disabledReason}
      fullReason={isFull}
      onAdd={add}
      onRemove={(id) => onLinks(withoutLink(links, id))}
    />
  );
}

const toChoice = ({ id, name }: Linkable) => ({ value: id, label: name });

const withLink = (links: NoteLinks, { kind, id }: Linkable): NoteLinks =>
  kind === 'line' ? { ...links, lineIds: [...links.lineIds, id] } : { ...links, photoIds: [...links.photoIds, id] };

const withoutLink = ({ lineIds, photoIds }: NoteLinks, id: string): NoteLinks => ({
  lineIds: lineIds.filter((one) => one !== id),
  photoIds: photoIds.filter((one) => one !== id),
});
