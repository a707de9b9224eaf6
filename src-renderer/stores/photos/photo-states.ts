// Where the files of photos are, as the backend last said; and the addresses under which a window sees them.

import { create } from 'zustand';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Sha256 } from '../../../src-shared/domain/photo/photo.ts';
import type { Notices } from '../../../src-shared/ipc/notices.ts';
import type { PhotoState } from '../../../src-shared/ipc/shapes.ts';
import { ask } from '../../api/bridge.ts';
import { useWorkfiles } from '../workfile/workfiles.ts';

type States = { readonly states: Readonly<Record<string, PhotoState>> };

export const usePhotoStates = create<States>()(() => ({ states: {} }));

/** Asks where the photos of a workfile are; their thumbnails are fetched first from now on. */
export async function loadPhotoStates(workfileId: WorkfileId): Promise<void> {
  const reply = await ask('photo.states', { workfileId });
  if (reply.ok) hearPhotos({ states: reply.value });
}

/** Asks where the photos of an open workfile are when some of them are new. */
export function hearNewPhotos({ workfileId, changes }: Notices['workfile.changed']): void {
  const isOpen = useWorkfiles.getState().open[workfileId] !== undefined;
  if (isOpen && changes.some(({ kind }) => kind === 'photo' || kind === 'document')) void loadPhotoStates(workfileId);
}

export function hearPhotos({ states }: Notices['photos.changed']): void {
  const news = Object.fromEntries(states.map((state) => [state.sha256, state]));
  usePhotoStates.setState((before) => ({ states: { ...before.states, ...news } }));
}

/** Where one photo is. */
export const usePhotoState = (sha256: string): PhotoState | undefined => usePhotoStates(({ states }) => states[sha256]);

/** Asks for a photo that is not here; it comes by itself. */
export const fetchPhoto = (sha256: Sha256): void => void ask('photo.fetch', { sha256 });

export const thumbUrl = (sha256: string): string => `/photo/${sha256}/thumb`;
export const photoUrl = (sha256: string): string => `/photo/${sha256}`;
