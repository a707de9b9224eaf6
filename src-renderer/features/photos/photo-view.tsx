// One photo in full; while only its thumbnail is here, that is shown and the photo is fetched.
import { useEffect } from 'react';
import type { Photo, Sha256 } from '../../../src-shared/domain/photo/photo.ts';
import { PictureView, type PictureViewProps } from '../../../src-ui/gallery/picture-view.tsx';
import { fetchPhoto, photoUrl, thumbUrl, usePhotoState } from '../../stores/photos/photo-states.ts';
import { photoName, placeOfPhoto } from '../../words/evidence/photo-words.ts';

export type PhotoViewProps = Omit<PictureViewProps, 'picture'> & { readonly photo: Photo };

export function PhotoView({ photo, ...place }: PhotoViewProps) {
  const { sha256, width, height } = photo.content;
  const state = usePhotoState(sha256);
  const isWhole = state?.fullHere === true;
  useEffect(() => {
    if (!isWhole) fetchPhoto(sha256 as Sha256);
  }, [isWhole, sha256]);

  const small = state?.thumbHere === true ? thumbUrl(sha256) : undefined;
  const picture = {
    name: photoName(photo, place.index),
    source: isWhole ? photoUrl(sha256) : small,
    isWhole,
    width,
    height,
    quarters: photo.view?.quarters ?? 0,
    note: placeOfPhoto(state),
  };
  return <PictureView picture={picture} {...place} />;
}
