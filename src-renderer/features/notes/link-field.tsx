// What a note is about: lines, photos and receipts of its workfile, found by typing.
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
  const isLinked = ({ kind, id }: Linkable): boolean => links[fieldOf[kind]].includes(id);
  const linked = linkables.filter(isLinked);
  const isFull =
    linked.length >= maxNoteLinks ? `A note points at ${maxNoteLinks} lines, photos and receipts at most.` : undefined;
  const add = (id: string): void => {
    const found = linkables.find((one) => one.id === id);
    if (found !== undefined) onLinks(withLink(links, found));
  };
  return (
    <ChipsField
      label='About'
      chosen={linked.map(toChoice)}
      choices={linkables.filter((one) => !isLinked(one)).map(toChoice)}
      placeholder='Line, photo or receipt'
      unknown='Choose a line, a photo or a receipt of this workfile.'
      disabledReason={disabledReason}
      fullReason={isFull}
      onAdd={add}
      onRemove={(id) => onLinks(withoutLink(links, id))}
    />
  );
}

const toChoice = ({ id, name }: Linkable) => ({ value: id, label: name });

const fieldOf = { line: 'lineIds', photo: 'photoIds', receipt: 'receiptIds' } as const;

const withLink = (links: NoteLinks, { kind, id }: Linkable): NoteLinks => ({
  ...links,
  [fieldOf[kind]]: [...links[fieldOf[kind]], id],
});

const withoutLink = ({ lineIds, photoIds, receiptIds }: NoteLinks, id: string): NoteLinks => ({
  lineIds: lineIds.filter((one) => one !== id),
  photoIds: photoIds.filter((one) => one !== id),
  receiptIds: receiptIds.filter((one) => one !== id),
});
