// The lines, photos and receipts of a workfile that something else of it may name, by the names that people see.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { photoName } from '../../words/evidence/photo-words.ts';
import { cellPlace, fieldPlace } from './places.ts';
import { pricedSheet } from './priced-sheet.ts';
import { useSheet } from './workfiles.ts';

export type Linkable = {
  readonly kind: 'line' | 'photo' | 'receipt';
  readonly id: string;
  readonly name: string;
  /** Where it is. */
  readonly place: string;
};

type Named = Pick<WorkfileSheet, 'photos' | 'receipts'> & { readonly linkables: readonly Linkable[] };

// Named once for all who ask, while neither lines nor photos nor receipts change.
const known = new WeakMap<object, Named>();

/** Lines by the numbers that they bear on paper, then photos, then receipts. */
export const useLinkables = (workfileId: WorkfileId): readonly Linkable[] => useSheet(workfileId, linkablesOf);

function linkablesOf(sheet: WorkfileSheet): readonly Linkable[] {
  const { photos, receipts } = sheet;
  const priced = pricedSheet(sheet);
  const before = known.get(priced);
  if (before?.photos === photos && before.receipts === receipts) return before.linkables;
  const linkables = [...linesIn(sheet), ...photosIn(sheet), ...receiptsIn(sheet)];
  known.set(priced, { photos, receipts, linkables });
  return linkables;
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

const receiptsIn = ({ receipts }: WorkfileSheet): readonly Linkable[] =>
  receipts.map(({ id, number }) => ({
    ...{ kind: 'receipt', id, name: `Receipt ${number.number}` },
    place: fieldPlace('receipt', id, 'number', 'number'),
  }));
