// Which file is fetched next: what a person looks at, then thumbnails, then documents; what was not there yet waits its turn.

import type { Clock, Random } from '../../src-shared/base/clock.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { Sha256 } from '../../src-shared/domain/photo/photo.ts';
import type { Store } from '../db/open.ts';
import { missingDocuments, missingThumbs, type PhotoFile, readPhotoFile } from '../db/photo-file.ts';
import { createPutOffs } from './back-off.ts';

export type PhotoWants = ReturnType<typeof createPhotoWants>;

/** Thumbnails and documents this young are fetched unasked; older ones when their workfile is looked at. */
const recentMs = 30 * 24 * 60 * 60 * 1000;
const atOnce = 50;

type WantOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Whether nothing is fetched that nobody looks at. */
  readonly isMetered: () => boolean;
};

export function createPhotoWants({ store, clock, random, isMetered }: WantOptions) {
  const later = createPutOffs({ clock, random });
  const state = { inSight: null as WorkfileId | null };
  const wanted = new Set<Sha256>();
  const since = () => (isMetered() ? Number.MAX_SAFE_INTEGER : clock() - recentMs);
  const missingOf = (list: typeof missingThumbs) => list(store, state.inSight, since(), atOnce + later.count());
  const photos = () => [...wanted].reverse().flatMap((sha256) => missing(sha256) ?? []);
  const missing = (sha256: Sha256): PhotoFile | undefined => {
    const file = readPhotoFile(store, sha256, 'full');
    return file === undefined || file.here ? undefined : file;
  };

  return {
    look(workfileId: WorkfileId) {
      state.inSight = workfileId;
    },
    want(sha256: Sha256) {
      wanted.delete(sha256);
      wanted.add(sha256);
      later.drop(keyOf({ sha256, part: 'full' }));
    },
    got(file: PhotoFile) {
      if (file.part === 'full') wanted.delete(file.sha256);
      later.drop(keyOf(file));
    },
    /** It was not there, or not whole: it is asked for again, each time after a longer wait. */
    putOff: (file: PhotoFile): void => later.put(keyOf(file)),
    /** The file to fetch now; or in how many milliseconds one is due; or nothing. */
    next: (): PhotoFile | number | undefined =>
      later.next([...photos(), ...missingOf(missingThumbs), ...missingOf(missingDocuments)], keyOf),
  };
}

/** One file of a photo as a key. */
export const keyOf = ({ sha256, part }: Pick<PhotoFile, 'sha256' | 'part'>): string => `${sha256}/${part}`;
