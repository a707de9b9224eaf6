// Which file of a photo is fetched next: what a person looks at, then thumbnails; what was not there yet waits its turn.

import type { Clock, Random } from '../../src-shared/base/clock.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { Sha256 } from '../../src-shared/domain/photo/photo.ts';
import type { Store } from '../db/open.ts';
import { missingThumbs, type PhotoFile, readPhotoFile } from '../db/photo-file.ts';
import { backOffMs } from './back-off.ts';

export type PhotoWants = ReturnType<typeof createPhotoWants>;

/** Thumbnails of photos this young are fetched unasked; older ones when their workfile is looked at. */
const recentMs = 30 * 24 * 60 * 60 * 1000;
const thumbsAtOnce = 50;

type WantOptions = { readonly store: Store; readonly clock: Clock; readonly random: Random };

export function createPhotoWants({ store, clock, random }: WantOptions) {
  const state = { inSight: null as WorkfileId | null };
  const wanted = new Set<Sha256>();
  const later = new Map<string, { readonly tries: number; readonly at: number }>();
  const keyOf = ({ sha256, part }: Pick<PhotoFile, 'sha256' | 'part'>): string => `${sha256}/${part}`;
  const thumbs = () => missingThumbs(store, state.inSight, clock() - recentMs, thumbsAtOnce + later.size);
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
      later.delete(keyOf({ sha256, part: 'full' }));
    },
    got(file: PhotoFile) {
      if (file.part === 'full') wanted.delete(file.sha256);
      later.delete(keyOf(file));
    },
    /** It was not there, or not whole: it is asked for again, each time after a longer wait. */
    putOff(file: PhotoFile) {
      const tries = (later.get(keyOf(file))?.tries ?? 0) + 1;
      later.set(keyOf(file), { tries, at: clock() + backOffMs(tries, (random(1)[0] ?? 128) / 256) });
    },
    /** The file to fetch now; or in how many milliseconds one is due; or nothing. */
    next(): PhotoFile | number | undefined {
      const now = clock();
      const files = [...photos(), ...thumbs()];
      const due = files.find((file) => (later.get(keyOf(file))?.at ?? 0) <= now);
      const waits = files.map((file) => (later.get(keyOf(file))?.at ?? now) - now);
      return due ?? (waits.length === 0 ? undefined : Math.max(100, Math.min(...waits)));
    },
  };
}
