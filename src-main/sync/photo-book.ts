// What windows are told of photos on their way: where each file is, and how far a transfer has come.

import type { Sha256 } from '../../src-shared/domain/photo/photo.ts';
import type { Notices } from '../../src-shared/ipc/notices.ts';
import type { PhotoState } from '../../src-shared/ipc/shapes.ts';
import type { Store } from '../db/open.ts';
import { type PhotoPlace, placeOfPhoto } from '../db/photo-file.ts';

export type TellPhotos = (name: 'photos.changed', notice: Notices['photos.changed']) => void;
export type PhotoBook = ReturnType<typeof createPhotoBook>;

export function createPhotoBook(store: Store, told: TellPhotos) {
  const moving = new Map<Sha256, NonNullable<PhotoState['moving']>>();
  const stateOf = (place: PhotoPlace): PhotoState => ({ ...place, moving: moving.get(place.sha256) ?? null });
  const tell = (sha256: Sha256) => {
    const place = placeOfPhoto(store, sha256);
    if (place !== undefined) told('photos.changed', { states: [stateOf(place)] });
  };
  return {
    stateOf,
    /** A transfer has come that far; each percent is told once. */
    moves: (sha256: Sha256, way: 'up' | 'down') => (percent: number) => {
      if (moving.get(sha256)?.percent === percent) return;
      moving.set(sha256, { way, percent });
      tell(sha256);
    },
    /** A transfer is over, however it ended. */
    rests(sha256: Sha256) {
      moving.delete(sha256);
      tell(sha256);
    },
  };
}
