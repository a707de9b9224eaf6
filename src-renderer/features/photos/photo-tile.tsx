// One photo among the others: its thumbnail, its caption, and where its file is.
import { useState } from 'react';
import type { Photo } from '../../../src-shared/domain/photo/photo.ts';
import { Icon } from '../../../src-ui/icons/icon.tsx';
import type { Arriving } from '../../stores/photos/photo-import.ts';
import { thumbUrl, usePhotoState } from '../../stores/photos/photo-states.ts';
import { photoName, placeOfPhoto } from '../../words/evidence/photo-words.ts';

export const tileWidth = 176;
export const tileHeight = 168;

/** A photo and its place, or one that is just being taken in. */
export type Tile = { readonly photo: Photo; readonly index: number } | { readonly arriving: Arriving };

export const keyOfTile = (tile: Tile): string => ('photo' in tile ? tile.photo.id : tile.arriving.key);
export const drawTile = (tile: Tile) =>
  'photo' in tile ? <PhotoTile {...tile} /> : <ArrivingTile arriving={tile.arriving} />;

function PhotoTile({ photo, index }: { readonly photo: Photo; readonly index: number }) {
  const { sha256 } = photo.content;
  const quarters = photo.view?.quarters ?? 0;
  const state = usePhotoState(sha256);
  const [broken, setBroken] = useState(false);
  const isShown = state?.thumbHere === true && !broken;
  const place = placeOfPhoto(state);
  return (
    <figure className='photo-tile' data-place={state?.damaged ? 'damaged' : undefined}>
      <div className='photo-picture'>
        {isShown ? (
          <img
            src={thumbUrl(sha256)}
            alt=''
            draggable={false}
            data-sideways={quarters % 2 === 1 || undefined}
            style={quarters === 0 ? undefined : { rotate: `${quarters * 90}deg` }}
            onError={() => setBroken(true)}
          />
        ) : (
          <Icon name='file' size={32} />
        )}
      </div>
      <figcaption>
        <span className='photo-caption'>{photoName(photo, index)}</span>
        {place !== '' && <span className='photo-place'>{place}</span>}
      </figcaption>
    </figure>
  );
}

function ArrivingTile({ arriving }: { readonly arriving: Arriving }) {
  return (
    <figure className='photo-tile photo-arriving'>
      <div className='photo-picture'>
        {arriving.url === null ? <Icon name='file' size={32} /> : <img src={arriving.url} alt='' draggable={false} />}
      </div>
      <figcaption>
        <span className='photo-caption'>{arriving.name}</span>
        <span className='photo-place'>{`Adding ${arriving.percent} %`}</span>
      </figcaption>
    </figure>
  );
}
