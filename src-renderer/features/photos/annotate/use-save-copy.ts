// Saving what was drawn: the copy comes in like any photo, and Undo takes it back.
import { useState } from 'react';
import type { PhotoId, WorkfileId } from '../../../../src-shared/base/ids.ts';
import type { Photo } from '../../../../src-shared/domain/photo/photo.ts';
import type { Drawing } from '../../../../src-shared/domain/photo/stroke.ts';
import { useToast } from '../../../../src-ui/feedback/toast.tsx';
import { dropDrawing } from '../../../stores/photos/drawings.ts';
import { type Imported, importPhotos } from '../../../stores/photos/photo-import.ts';
import { undo } from '../../../stores/workfile/edits.ts';
import { copyCaption } from '../../../words/evidence/photo-words.ts';
import { wordBriefly } from '../../../words/failure-words.ts';
import { burn } from './burn.ts';

type Saving = {
  readonly workfileId: WorkfileId;
  readonly photo: Photo;
  readonly name: string;
  readonly onSaved: (copy: PhotoId) => void;
};

export function useSaveCopy({ workfileId, photo, name, onSaved }: Saving) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const save = async (original: Blob, { strokes }: Drawing): Promise<void> => {
    setBusy(true);
    const caption = copyCaption(name);
    const drawn = await burn(photo, original, strokes).catch(() => undefined);
    const made = drawn && (await importPhotos(workfileId, [drawn], { of: photo.id, caption }));
    setBusy(false);
    const [id] = made?.added ?? [];
    if (id === undefined) {
      toast({ text: `The copy was not saved; what you drew is still here. ${whyNot(made)}`, tone: 'error' });
      return;
    }
    dropDrawing(photo);
    onSaved(id);
    toast({ text: `Added “${caption}”. The photo itself is as it was.`, undo: () => void undo(workfileId) });
  };
  return { busy, save };
}

function whyNot(made: Imported | undefined): string {
  const failure = made?.refused[0]?.failure;
  if (failure !== undefined) return wordBriefly(failure);
  return made === undefined ? 'This PC could not draw it.' : 'The same picture is in this workfile already.';
}
