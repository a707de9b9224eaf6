// The lines and photos that a note of a workfile may be about, by the names that people see.
import { useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { cellPlace, fieldPlace } from '../../stores/workfile/places.ts';
import { usePricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { photoName } from '../../words/evidence/photo-words.ts';

export type Linked = {
  readonly kind: 'line' | 'photo';
  readonly id: string;
  readonly name: string;
  /** Where it is. */
  readonly place: string;
};

/** Lines by the numbers that they bear on paper, then photos. */
export function useLinkables(workfileId: WorkfileId): readonly Linked[] {
  const written = useSheet(workfileId, ({ lines }) => lines);
  const photos = useSheet(workfileId, (sheet) => sheet.photos);
  const { lines } = usePricedSheet(workfileId).sheet;
  return useMemo(() => {
    const own = new Set<string>(written.map(({ id }) => id));
    return [
      ...lines.flatMap(({ id, text }, at): Linked[] =>
        own.has(id)
          ? [
              {
                kind: 'line',
                id,
                name: `Line ${at + 1} ${text.description}`.trim(),
                place: cellPlace(id, 'description'),
              },
            ]
          : [],
      ),
      ...photos.map(
        (photo, at): Linked => ({
          ...{ kind: 'photo', id: photo.id, place: fieldPlace('photo', photo.id, 'caption', 'text') },
          name: photo.caption.text === '' ? photoName(photo, at) : `Photo ${at + 1} ${photo.caption.text}`,
        }),
      ),
    ];
  }, [written, lines, photos]);
}
