// The photo one looks at, its neighbours, and what can be done with it there: turn it, draw on a copy of it.
import { useState } from 'react';
import type { PhotoId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Photo } from '../../../src-shared/domain/photo/photo.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { takeUpDrawing } from '../../stores/photos/drawings.ts';
import { usePhotoState } from '../../stores/photos/photo-states.ts';
import { photoName, whyNotAnnotate } from '../../words/evidence/photo-words.ts';
import { AnnotateView } from './annotate/annotate-view.tsx';
import { PhotoView } from './photo-view.tsx';

export type PhotoViewerProps = {
  readonly workfileId: WorkfileId;
  readonly photos: readonly Photo[];
  readonly photo: Photo;
  readonly denied: string | undefined;
  readonly onTurn: (photo: Photo) => void;
  readonly onSee: (id: PhotoId) => void;
  readonly onClose: () => void;
};

export function PhotoViewer({ workfileId, photos, photo, denied, onTurn, onSee, onClose }: PhotoViewerProps) {
  const [drawnOn, setDrawnOn] = useState<PhotoId>();
  const state = usePhotoState(photo.content.sha256);
  const index = photos.indexOf(photo);
  if (drawnOn === photo.id) {
    return (
      <AnnotateView
        workfileId={workfileId}
        photo={photo}
        name={photoName(photo, index)}
        disabledReason={denied}
        onClose={() => setDrawnOn(undefined)}
        onSaved={(copy) => {
          setDrawnOn(undefined);
          onSee(copy);
        }}
      />
    );
  }
  const step = (by: 1 | -1): void => {
    const next = photos[index + by];
    if (next !== undefined) onSee(next.id);
  };
  const acts: readonly Command[] = [
    { id: 'rotate', title: 'Rotate', keys: 'R', disabledReason: denied, run: () => onTurn(photo) },
    {
      ...{ id: 'annotate', title: 'Annotate', keys: 'A', disabledReason: denied ?? whyNotAnnotate(state) },
      run: () => {
        takeUpDrawing(photo);
        setDrawnOn(photo.id);
      },
    },
  ];
  return <PhotoView photo={photo} index={index} count={photos.length} onStep={step} onClose={onClose} acts={acts} />;
}
