// What is drawn on photos and not saved yet: it is kept while one looks at other things, and over a crash.

import { create } from 'zustand';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Photo } from '../../../src-shared/domain/photo/photo.ts';
import { type Drawing, noDrawing, type Stroke } from '../../../src-shared/domain/photo/stroke.ts';
import { readStroke, strokeText } from '../../../src-shared/domain/photo/stroke-text.ts';
import { dropDraft, noteDraft, typedTexts } from '../workfile/drafts.ts';
import { drawingGroup, fieldPlace, placeOf } from '../workfile/places.ts';

/** A photo of a workfile. */
export type DrawnOn = Pick<Photo, 'id' | 'parent'>;

export const useDrawings = create<{ readonly byPhoto: Readonly<Record<string, Drawing>> }>()(() => ({ byPhoto: {} }));

/** What is drawn on one photo. */
export const useDrawing = ({ id }: DrawnOn): Drawing => useDrawings(({ byPhoto }) => byPhoto[id] ?? noDrawing);

/** Changes what is drawn on a photo. */
export function draw(photo: DrawnOn, change: (drawing: Drawing) => Drawing): void {
  const before = drawingOf(photo);
  const after = change(before);
  keepStrokes(photo, before.strokes, after.strokes);
  put(photo, after);
}

/** Lets go of what is drawn on a photo. */
export function dropDrawing(photo: DrawnOn): void {
  keepStrokes(photo, drawingOf(photo).strokes, []);
  useDrawings.setState(({ byPhoto }) => {
    const { [photo.id]: _gone, ...others } = byPhoto;
    return { byPhoto: others };
  });
}

/** Takes up what was drawn when the program went, unless something is drawn already. */
export function takeUpDrawing(photo: DrawnOn): void {
  if (useDrawings.getState().byPhoto[photo.id] !== undefined) return;
  const kept = Object.entries(typedTexts(photo.parent.workfileId as WorkfileId)).flatMap(([place, text]) => {
    const { id, group, field } = placeOf(place);
    const stroke = id === photo.id && group === drawingGroup ? readStroke(text) : undefined;
    return stroke === undefined ? [] : [{ at: Number(field), stroke }];
  });
  if (kept.length === 0) return;
  const strokes = kept.sort((one, other) => one.at - other.at).map(({ stroke }) => stroke);
  // What could not be read leaves no gap behind: the strokes are kept anew in their order.
  keepStrokes(photo, [], strokes);
  put(photo, { strokes, undone: [] });
}

const drawingOf = ({ id }: DrawnOn): Drawing => useDrawings.getState().byPhoto[id] ?? noDrawing;

const put = ({ id }: DrawnOn, drawing: Drawing): void =>
  useDrawings.setState(({ byPhoto }) => ({ byPhoto: { ...byPhoto, [id]: drawing } }));

/** Each stroke has a place of its own, so that one more is one short text more. */
function keepStrokes({ id, parent }: DrawnOn, before: readonly Stroke[], after: readonly Stroke[]): void {
  const workfileId = parent.workfileId as WorkfileId;
  for (let at = 0; at < Math.max(before.length, after.length); at += 1) {
    const stroke = after[at];
    const place = fieldPlace('photo', id, drawingGroup, String(at));
    if (stroke === undefined) dropDraft(workfileId, place);
    else if (stroke !== before[at]) noteDraft(workfileId, place, strokeText(stroke));
  }
}
