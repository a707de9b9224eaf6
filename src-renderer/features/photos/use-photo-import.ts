// Photos and documents dropped, pasted or chosen: taken in, and what came of it told with the way back.
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type ShowToast, useToast } from '../../../src-ui/feedback/toast.tsx';
import { filesIn } from '../../stores/photos/dropped-files.ts';
import { type Imported, importPhotos, takeImportBack } from '../../stores/photos/photo-import.ts';
import { wordImport } from '../../words/evidence/photo-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function usePhotoImport(workfileId: WorkfileId, disabledReason: string | undefined) {
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<Imported>();

  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    if (disabledReason !== undefined) return toast({ text: disabledReason, tone: 'error' });
    setResult(undefined);
    const imported = await importPhotos(workfileId, files);
    const { added, documents, present, refused, cancelled } = imported;
    const count = { added: added.length, documents: documents.length, present: present.length, cancelled };
    if (files.length > 1 && present.length + refused.length > 0) setResult(imported);
    toast({
      text: wordImport({ ...count, refused: refused.map(({ name, failure }) => `${name} – ${wordBriefly(failure)}`) }),
      tone: refused.length + cancelled > 0 ? 'warn' : 'ok',
      undo: added.length + documents.length > 0 ? () => void takeBack(workfileId, imported, toast) : undefined,
    });
  };

  return {
    isOver,
    /** Opens the system's window to choose files. */
    choose: () => input.current?.click(),
    /** Opens it to choose a folder. */
    chooseFolder: () => folder.current?.click(),
    /** What of the last import is still to be read. */
    result,
    dismiss: () => setResult(undefined),
    /** Goes on the place that takes photos. */
    target: {
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = disabledReason === undefined ? 'copy' : 'none';
        setOver(true);
      },
      onDragLeave(event: DragEvent) {
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
        setOver(false);
      },
      onDrop(event: DragEvent) {
        event.preventDefault();
        setOver(false);
        void filesIn(event.dataTransfer).then(take);
      },
      onPaste(event: ClipboardEvent) {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        void take(files);
      },
    },
    /** Go on the hidden fields behind the buttons. */
    field: { ref: input, onChange: () => void take(takeChosen(input.current)) },
    folder: { ...ofFolders, ref: folder, onChange: () => void take(takeChosen(folder.current)) },
  };
}

/** Not among the attributes that React knows: the field takes a whole folder. */
const ofFolders: object = { webkitdirectory: '' };

/** The same files may be chosen again. */
function takeChosen(field: HTMLInputElement | null): readonly File[] {
  const files = [...(field?.files ?? [])];
  if (field !== null) field.value = '';
  return files;
}

async function takeBack(workfileId: WorkfileId, imported: Imported, toast: ShowToast): Promise<void> {
  for (const failure of await takeImportBack(workfileId, imported))
    toast({ text: wordBriefly(failure), tone: 'error' });
}
