// Photos dropped, pasted or chosen: taken in, and what came of it told with the way back.
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import type { PhotoId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { type ShowToast, useToast } from '../../../src-ui/feedback/toast.tsx';
import { importPhotos } from '../../stores/photos/photo-import.ts';
import { removePhotos } from '../../stores/workfile/edits.ts';
import { wordImport } from '../../words/evidence/photo-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function usePhotoImport(workfileId: WorkfileId, disabledReason: string | undefined) {
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    if (disabledReason !== undefined) return toast({ text: disabledReason, tone: 'error' });
    const { added, present, refused } = await importPhotos(workfileId, files);
    const words = refused.map(({ name, failure }) => `${name} – ${wordBriefly(failure)}`);
    toast({
      text: wordImport({ added: added.length, present, refused: words }),
      tone: refused.length > 0 ? 'warn' : 'ok',
      undo: added.length > 0 ? () => void takeBack(workfileId, added, toast) : undefined,
    });
  };

  return {
    isOver,
    /** Opens the system's window to choose files. */
    choose: () => input.current?.click(),
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
        void take([...event.dataTransfer.files]);
      },
      onPaste(event: ClipboardEvent) {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        void take(files);
      },
    },
    /** Goes on the hidden field behind the button. */
    field: {
      ref: input,
      onChange: () => {
        const files = [...(input.current?.files ?? [])];
        // The same files may be chosen again.
        if (input.current !== null) input.current.value = '';
        void take(files);
      },
    },
  };
}

async function takeBack(workfileId: WorkfileId, added: readonly PhotoId[], toast: ShowToast): Promise<void> {
  const failure = await removePhotos(workfileId, added);
  if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
}
