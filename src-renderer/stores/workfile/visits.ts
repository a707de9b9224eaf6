// Going to a place of a workfile from any of its screens: the screen that frames them knows the way.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';

type Walk = (place: string) => void;

const walks = new Map<WorkfileId, Walk>();
const awaited = new Map<WorkfileId, string>();

/** Offers the way to the places of a workfile until the answer is called. */
export function offerVisits(workfileId: WorkfileId, walk: Walk): () => void {
  walks.set(workfileId, walk);
  const place = awaited.get(workfileId);
  awaited.delete(workfileId);
  if (place !== undefined) walk(place);
  return () => {
    if (walks.get(workfileId) === walk) walks.delete(workfileId);
  };
}

/** Brings a place to the front and the focus to it; of a workfile that is only being opened, once it stands. */
export function goToPlace(workfileId: WorkfileId, place: string): void {
  const walk = walks.get(workfileId);
  if (walk === undefined) awaited.set(workfileId, place);
  else walk(place);
}
