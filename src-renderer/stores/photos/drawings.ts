// What is drawn on photos and not saved yet: it is kept while one looks at other things.

import { create } from 'zustand';
import type { PhotoId } from '../../../src-shared/base/ids.ts';
import { type Drawing, noDrawing } from '../../../src-shared/domain/photo/stroke.ts';

export const useDrawings = create<{ readonly byPhoto: Readonly<Record<string, Drawing>> }>()(() => ({ byPhoto: {} }));

/** What is drawn on one photo. */
export const useDrawing = (id: PhotoId): Drawing => useDrawings(({ byPhoto }) => byPhoto[id] ?? noDrawing);

/** Changes what is drawn on a photo. */
export function draw(id: PhotoId, change: (drawing: Drawing) => Drawing): void {
  useDrawings.setState(({ byPhoto }) => ({ byPhoto: { ...byPhoto, [id]: change(byPhoto[id] ?? noDrawing) } }));
}

/** Lets go of what is drawn on a photo. */
export function dropDrawing(id: PhotoId): void {
  useDrawings.setState(({ byPhoto }) => {
    const { [id]: _gone, ...others } = byPhoto;
    return { byPhoto: others };
  });
}
