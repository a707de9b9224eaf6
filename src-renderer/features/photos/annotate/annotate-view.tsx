// Drawing on a copy of a photo: arrows, circles, boxes, lines and words. The photo itself is only looked at.
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { PhotoId, WorkfileId } from '../../../../src-shared/base/ids.ts';
import type { Photo } from '../../../../src-shared/domain/photo/photo.ts';
import {
  redoStroke,
  type StrokeColour,
  type StrokeTool,
  strokeTools,
  undoStroke,
  withStroke,
} from '../../../../src-shared/domain/photo/stroke.ts';
import { Dialog } from '../../../../src-ui/feedback/dialog.tsx';
import { EmptyState } from '../../../../src-ui/feedback/empty-state.tsx';
import { KeySurface } from '../../../../src-ui/gallery/key-surface.tsx';
import { offerCommands } from '../../../stores/command-board.ts';
import { draw, dropDrawing, useDrawing } from '../../../stores/photos/drawings.ts';
import { AnnotateBar } from './annotate-bar.tsx';
import { AnnotateCanvas } from './annotate-canvas.tsx';
import { shownSize } from './burn.ts';
import { useOriginal } from './use-original.ts';
import { useSaveCopy } from './use-save-copy.ts';
import './annotate.css';

export type AnnotateViewProps = {
  readonly workfileId: WorkfileId;
  readonly photo: Photo;
  readonly name: string;
  /** Why nothing may be added here any more. */
  readonly disabledReason: string | undefined;
  readonly onClose: () => void;
  readonly onSaved: (copy: PhotoId) => void;
};

export function AnnotateView({ workfileId, photo, name, disabledReason, onClose, onSaved }: AnnotateViewProps) {
  const [tool, setTool] = useState<StrokeTool>('arrow');
  const [colour, setColour] = useState<StrokeColour>('red');
  const [asked, setAsked] = useState(false);
  const drawing = useDrawing(photo);
  const original = useOriginal(photo);
  const copy = useSaveCopy({ workfileId, photo, name, onSaved });
  const undo = (): void => draw(photo, undoStroke);
  const redo = (): void => draw(photo, redoStroke);
  useUndoKeys(photo, drawing.strokes.length > 0, drawing.undone.length > 0);

  const isDrawn = drawing.strokes.length > 0;
  const saveReason =
    disabledReason ??
    (original.kind === 'ready' ? undefined : 'The picture is not here.') ??
    (isDrawn ? undefined : 'Draw something first.');
  const save = (): void => {
    if (saveReason === undefined && !copy.busy && original.kind === 'ready') void copy.save(original.file, drawing);
  };
  const close = (): void => (isDrawn ? setAsked(true) : onClose());
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || asked) return;
    const chosen = strokeTools[Number(event.key) - 1];
    const isOnButton = event.target instanceof HTMLButtonElement;
    if (chosen !== undefined) setTool(chosen);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && !isOnButton) save();
    else return;
    event.preventDefault();
  };

  return (
    <KeySurface className='annotate' label={`Annotate ${name}`} onKey={press}>
      <AnnotateBar
        {...{ tool, colour, drawing, saveReason }}
        busy={copy.busy}
        onTool={setTool}
        onColour={setColour}
        onUndo={undo}
        onRedo={redo}
        onSave={save}
        onClose={close}
      />
      <div className='annotate-stage'>
        {original.kind === 'failed' && (
          <EmptyState
            icon='warning'
            title='This picture cannot be drawn on'
            text='Its file on this PC is missing or damaged. What is said of the photo is safe; a PC that shows it whole can draw on it.'
          />
        )}
        {original.kind === 'ready' && (
          <AnnotateCanvas
            {...{ name, tool, colour }}
            bitmap={original.bitmap}
            quarters={photo.view?.quarters ?? 0}
            size={shownSize(photo)}
            strokes={drawing.strokes}
            onStroke={(stroke) => draw(photo, (before) => withStroke(before, stroke))}
          />
        )}
      </div>
      <Dialog
        open={asked}
        title='Discard what you drew?'
        closeTitle='Keep drawing'
        onClose={() => setAsked(false)}
        action={{
          title: 'Discard',
          danger: true,
          run: () => {
            dropDrawing(photo);
            onClose();
          },
        }}
      >
        <p>{`What is drawn on ${name} is not saved. The photo itself stays as it is.`}</p>
      </Dialog>
    </KeySurface>
  );
}

/** While one draws, Undo and Redo are those of the drawing and not of the workfile. */
function useUndoKeys(photo: Photo, canUndo: boolean, canRedo: boolean): void {
  useEffect(
    () =>
      offerCommands({
        'edit.undo': {
          run: () => draw(photo, undoStroke),
          disabledReason: canUndo ? undefined : 'nothing is drawn yet.',
        },
        'edit.redo': {
          run: () => draw(photo, redoStroke),
          disabledReason: canRedo ? undefined : 'nothing was taken back.',
        },
      }),
    [photo, canUndo, canRedo],
  );
}
