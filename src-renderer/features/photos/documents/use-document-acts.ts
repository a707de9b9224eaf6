// What one does with the documents one stands on: open, save a copy, title, remove.
import type { DocumentId, WorkfileId } from '../../../../src-shared/base/ids.ts';
import type { PdfDocument } from '../../../../src-shared/domain/document/document.ts';
import type { Command } from '../../../../src-ui/actions/command.ts';
import { useToast } from '../../../../src-ui/feedback/toast.tsx';
import type { GalleryPlace } from '../../../../src-ui/gallery/gallery.tsx';
import { openDocument, saveDocumentCopy } from '../../../stores/photos/document-copy.ts';
import { usePhotoState } from '../../../stores/photos/photo-states.ts';
import { removeDocuments, undo } from '../../../stores/workfile/edits.ts';
import { fieldPlace } from '../../../stores/workfile/places.ts';
import { documentName, whyNotHere } from '../../../words/evidence/document-words.ts';
import { wordBriefly } from '../../../words/failure-words.ts';

type Standing = {
  readonly workfileId: WorkfileId;
  readonly documents: readonly PdfDocument[];
  readonly denied: string | undefined;
  readonly place: GalleryPlace;
  readonly onPlace: (place: GalleryPlace) => void;
};

export function useDocumentActs({ workfileId, documents, denied, place, onPlace }: Standing) {
  const toast = useToast();
  const active = documents.find(({ id }) => id === place.active);
  const state = usePhotoState(active?.content.sha256 ?? '');
  const chosen = place.selected.filter((id) => documents.some((one) => one.id === id)) as DocumentId[];
  const noneActive = active === undefined ? 'Choose a document first.' : undefined;

  const show = async (document: PdfDocument): Promise<void> => {
    const reply = await openDocument(document.id);
    if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
    else toast({ text: `Opening ${documentName(document)}` });
  };
  const save = async ({ id }: PdfDocument): Promise<void> => {
    const reply = await saveDocumentCopy(id);
    if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
    else if (reply.value !== null) toast({ text: `Saved a copy as ${reply.value}` });
  };
  const remove = async (): Promise<void> => {
    const left = documents.filter(({ id }) => !chosen.includes(id));
    const from = documents.findIndex(({ id }) => id === chosen[0]);
    const next = left[Math.min(from, left.length - 1)];
    const failure = await removeDocuments(workfileId, chosen);
    if (failure !== undefined) {
      toast({ text: wordBriefly(failure), tone: 'error' });
      return;
    }
    onPlace({ active: next?.id, selected: next === undefined ? [] : [next.id] });
    const text = chosen.length === 1 ? 'Removed the document' : `Removed ${chosen.length} documents`;
    toast({ text, undo: () => void undo(workfileId) });
  };
  const open: Command = {
    ...{ id: 'open', title: 'Open', icon: 'search', keys: 'Enter', disabledReason: noneActive ?? whyNotHere(state) },
    run: () => active && void show(active),
  };
  const copy: Command = {
    ...{ id: 'copy', title: 'Save a copy…', keys: 'C', disabledReason: noneActive ?? whyNotHere(state) },
    run: () => active && void save(active),
  };
  const title: Command = {
    ...{ id: 'title', title: 'Title', keys: 'F2', disabledReason: denied ?? noneActive },
    run: () => active && focusTitle(active),
  };
  const noneChosen = chosen.length === 0 ? 'Choose a document first.' : undefined;
  const bin: Command = {
    ...{ id: 'remove', title: 'Remove', icon: 'bin', keys: 'Del', disabledReason: denied ?? noneChosen },
    run: () => void remove(),
  };
  return { active, open, copy, title, bin, commands: [open, copy, title, bin] };
}

/** Puts the keyboard into the title of a document. */
const focusTitle = ({ id }: PdfDocument): void =>
  document.getElementById(fieldPlace('document', id, 'title', 'text'))?.focus();
