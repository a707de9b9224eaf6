// One document among the others: what it is called, how long it is, since when it is here, and where its file is.
import type { PdfDocument } from '../../../../src-shared/domain/document/document.ts';
import { Icon } from '../../../../src-ui/icons/icon.tsx';
import { useClock } from '../../../stores/clock.ts';
import { usePhotoState } from '../../../stores/photos/photo-states.ts';
import { documentName, documentSize, placeOfDocument } from '../../../words/evidence/document-words.ts';
import { whenOf } from '../../../words/time-words.ts';

export const documentTileWidth = 264;
export const documentTileHeight = 84;

export function DocumentTile({ document }: { readonly document: PdfDocument }) {
  const state = usePhotoState(document.content.sha256);
  const clock = useClock();
  const place = placeOfDocument(state);
  return (
    <figure className='document-tile' data-place={state?.damaged ? 'damaged' : undefined}>
      <Icon name='file' size={28} />
      <figcaption>
        <span className='document-title'>{documentName(document)}</span>
        <span className='document-fact'>{documentSize(document.content)}</span>
        <span className='document-place'>{place || whenOf(document.added.at, clock)}</span>
      </figcaption>
    </figure>
  );
}
