// Photos and documents dropped on a row of the list: they go into that workfile, and what came of it is told.
import { type DragEvent, useState } from 'react';
import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';
import { type ShowToast, useToast } from '../../../src-ui/feedback/toast.tsx';
import { filesIn } from '../../stores/photos/dropped-files.ts';
import { importPhotos, takeImportBack } from '../../stores/photos/photo-import.ts';
import { useDenied } from '../../stores/session.ts';
import { wordImport } from '../../words/evidence/photo-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { describeRow, photosDenied } from '../../words/list/row-words.ts';

/** `rowAt`: the workfile of a row of the grid, if one is there. */
export function usePhotoDrop(rowAt: (index: number) => WorkfileHead | undefined) {
  const toast = useToast();
  const denied = useDenied('edit-photos');
  const [over, setOver] = useState<WorkfileHead>();
  const rowUnder = ({ target }: DragEvent): WorkfileHead | undefined => {
    const cell = target instanceof Element ? target.closest('[data-row]') : null;
    return cell === null ? undefined : rowAt(Number(cell.getAttribute('data-row')));
  };
  const whyNot = (head: WorkfileHead): string | undefined => denied ?? photosDenied(head);
  return {
    /** The workfile that would take what is dragged, and what would happen. */
    hint: over && (whyNot(over) ?? `Drop to add to ${describeRow(over)}`),
    target: {
      onDragOver(event: DragEvent) {
        const head = hasPhotos(event.dataTransfer) ? rowUnder(event) : undefined;
        setOver(head);
        if (head === undefined) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = whyNot(head) === undefined ? 'copy' : 'none';
      },
      onDragLeave(event: DragEvent) {
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
        setOver(undefined);
      },
      onDrop(event: DragEvent) {
        setOver(undefined);
        const head = hasPhotos(event.dataTransfer) ? rowUnder(event) : undefined;
        if (head === undefined) return;
        event.preventDefault();
        const reason = whyNot(head);
        if (reason !== undefined) return toast({ text: reason, tone: 'error' });
        void filesIn(event.dataTransfer).then((files) => take(head, files, toast));
      },
    },
  };
}

/** Photos and PDF files; what else is dropped may be an estimate of another program, which the window takes. */
const hasPhotos = ({ items }: DataTransfer): boolean =>
  [...items].some(({ kind, type }) => kind === 'file' && (type.startsWith('image/') || type === 'application/pdf'));

async function take(head: WorkfileHead, files: readonly File[], toast: ShowToast): Promise<void> {
  const imported = await importPhotos(head.id, files);
  const { added, documents, present, refused, cancelled } = imported;
  const words = wordImport({
    added: added.length,
    documents: documents.length,
    present: present.length,
    cancelled,
    refused: refused.map(({ name, failure }) => `${name} – ${wordBriefly(failure)}`),
  });
  const takeBack = async (): Promise<void> => {
    for (const failure of await takeImportBack(head.id, imported)) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  toast({
    text: `${describeRow(head)}: ${words}`,
    tone: refused.length + cancelled > 0 ? 'warn' : 'ok',
    undo: added.length + documents.length > 0 ? () => void takeBack() : undefined,
  });
}
