// Text from before in cells whose lines are not there: it comes back in new lines, under ids that no line has had.

import type { LineId } from '../../../src-shared/base/ids.ts';
import type { Draft, WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { newLineId } from './line-id.ts';
import { fieldPlace, isCell, placeOf } from './places.ts';

/** A draft, and the place it was kept under. */
export type Adopted = { readonly draft: Draft; readonly from: string };

/** The drafts of a sheet; each that would stand in a line which is gone, or never was, stands in a new one. */
export function adoptOrphans({ lines, drafts }: WorkfileSheet): readonly Adopted[] {
  const known = new Set<string>(lines.map(({ id }) => id));
  const fresh = new Map<string, LineId>();
  return drafts.map((draft) => {
    const place = placeOf(draft.place);
    if (!isCell(place) || known.has(place.id)) return { draft, from: draft.place };
    const id = fresh.get(place.id) ?? newLineId();
    fresh.set(place.id, id);
    return { draft: { ...draft, place: fieldPlace('line', id, place.group, place.field) }, from: draft.place };
  });
}
