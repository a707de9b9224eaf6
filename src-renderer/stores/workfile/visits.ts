// Going to a place of a workfile from any of its screens: the screen that frames them knows the way.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';

type Walk = (place: string) => void;

const walks = new Map<WorkfileId, Walk>();

/** Offers the way to the places of a workfile until the answer is called. */
export function offerVisits(workfileId: WorkfileId, walk: Walk): () => void {
  walks.set(workfileId, walk);
  return () => {
    if (walks.get(workfileId) === walk) walks.delete(workfileId);
  };
}

/** Brings a place to the front and the focus to it. */
export const goToPlace = (workfileId: WorkfileId, place: string): void => walks.get(workfileId)?.(place);
