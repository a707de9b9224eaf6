// Turning photos and putting them in order: one place on or back, or dragged onto the place of another.
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { PhotoId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Photo } from '../../../src-shared/domain/photo/photo.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { changeGroup, movePhotos } from '../../stores/workfile/edits.ts';
import { wordBriefly } from '../../words/failure-words.ts';

type Ordering = {
  readonly workfileId: WorkfileId;
  readonly photos: readonly Photo[];
  readonly chosen: readonly PhotoId[];
  readonly denied: string | undefined;
};

export function usePhotoOrder({ workfileId, photos, chosen, denied }: Ordering) {
  const toast = useToast();
  const tell = (failure: Failure | undefined): void => {
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  const move = async (moved: readonly PhotoId[], after: PhotoId | null | undefined): Promise<void> => {
    const photoIds = inOrder(photos, moved);
    if (denied !== undefined || after === undefined || photoIds.length === 0) return;
    tell(await movePhotos(workfileId, { photoIds, after }));
  };
  return {
    /** A quarter to the right. */
    rotate: async (photo: Photo): Promise<void> => {
      if (denied !== undefined) return;
      const value = { quarters: ((photo.view?.quarters ?? 0) + 1) % 4 };
      tell(await changeGroup(workfileId, { kind: 'photo', id: photo.id, group: 'view', value }));
    },
    step: (by: -1 | 1): void => void move(chosen, neighbourOf(photos, chosen, by)),
    drop: (keys: readonly string[], onto: string): void =>
      void move(keys as readonly PhotoId[], behind(photos, keys as readonly PhotoId[], onto)),
  };
}

const inOrder = (photos: readonly Photo[], ids: readonly PhotoId[]): readonly PhotoId[] =>
  photos.flatMap(({ id }) => (ids.includes(id) ? [id] : []));

/** What chosen photos stand behind once they went one place on or back; undefined where there is no such place. */
function neighbourOf(photos: readonly Photo[], chosen: readonly PhotoId[], by: -1 | 1): PhotoId | null | undefined {
  const places = photos.flatMap(({ id }, at) => (chosen.includes(id) ? [at] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (by === 1) return photos[last + 1]?.id;
  return first === 0 ? undefined : (photos[first - 2]?.id ?? null);
}

/** What dragged photos stand behind when they take the place of another: it makes way to where they came from. */
function behind(photos: readonly Photo[], moved: readonly PhotoId[], onto: string): PhotoId | null | undefined {
  const to = photos.findIndex(({ id }) => id === onto);
  const from = photos.findIndex(({ id }) => id === moved[0]);
  if (to < 0 || from < 0 || moved.some((id) => id === onto)) return undefined;
  const others = photos.filter(({ id }) => !moved.includes(id));
  const at = others.findIndex(({ id }) => id === onto);
  return from < to ? others[at]?.id : (others[at - 1]?.id ?? null);
}
