// The lines and photos of a workfile that something else of it may name, by the names that people see.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { photoName } from '../../words/evidence/photo-words.ts';
import { cellPlace, fieldPlace } from './places.ts';
import { pricedSheet } from './priced-sheet.ts';
import { useSheet } from './workfiles.ts';

export type Linkable = {
  readonly kind: 'line' | 'photo';
  readonly id: string;
  readonly name: string;
  /** Where it is. */
  readonly place: string;
};

// Named once for all who ask, while neither lines nor photos change.
const known = new WeakMap<object, WeakMap<object, readonly Linkable[]>>();

/** Lines by the numbers that they bear on paper, then photos. */
export const useLinkables = (workfileId: WorkfileId): readonly Linkable[] => useSheet(workfileId, linkablesOf);

function linkablesOf(sheet: WorkfileSheet): readonly Linkable[] {
  const priced = pricedSheet(sheet);
  const ofPriced = known.get(priced) ?? new WeakMap<object, readonly Linkable[]>();
  known.set(priced, ofPriced);
  const before = ofPriced.get(sheet.photos);
  if (before !== undefined) return before;
  const named = [...linesIn(sheet), ...photosIn(sheet)];
  ofPriced.set(sheet.photos, named);
  return named;
}

/** Computed rows have numbers too, but nobody names them. */
function linesIn(sheet: WorkfileSheet): readonly Linkable[] {
  const own = new Set<string>(sheet.lines.map(({ id }) => id));
  return pricedSheet(sheet).sheet.lines.flatMap(({ id, text }, at): Linkable[] => {
    const name = `Line ${at + 1} ${text.description}`.trim();
    return own.has(id) ? [{ kind: 'line', id, name, place: cellPlace(id, 'description') }] : [];
  });
}

const photosIn = ({ photos }: WorkfileSheet): readonly Linkable[] =>
  photos.map((photo, at) => ({
    ...{ kind: 'photo', id: photo.id, place: fieldPlace('photo', photo.id, 'caption', 'text') },
    name: photo.caption.text === '' ? photoName(photo, at) : `Photo ${at + 1} ${photo.caption.text}`,
  }));
