// The words for photos: where their files are, what came of adding some, and what is said of one.

import type { Photo } from '../../../src-shared/domain/photo/photo.ts';
import type { PhotoState } from '../../../src-shared/ipc/shapes.ts';
import { wordBytes } from '../centre-words.ts';

/** Where a photo is, in a few words; empty when it is here and in the cloud, as it should be. */
export function placeOfPhoto(state: PhotoState | undefined): string {
  if (state === undefined) return '';
  if (state.damaged) return 'Damaged on this PC';
  if (state.moving !== null) return `${state.moving.way === 'up' ? 'Uploading' : 'Fetching'} ${state.moving.percent} %`;
  if (state.fullHere) return state.sent ? '' : 'Waiting to upload';
  return state.thumbHere ? 'Only the thumbnail is here' : 'On its way from another PC';
}

/** What happened to the files that were dropped or chosen. */
export type ImportCount = { readonly added: number; readonly present: number; readonly refused: readonly string[] };

/** `Added 4 photos. 1 was here already. 1 was not added: IMG_2.heic – …` */
export function wordImport({ added, present, refused }: ImportCount): string {
  const parts = [
    added > 0 ? `Added ${added} ${added === 1 ? 'photo' : 'photos'}.` : '',
    present > 0 ? `${present} ${present === 1 ? 'was' : 'were'} here already.` : '',
    refused.length === 0 ? '' : `${refused.length} not added: ${refused[0] ?? ''}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** What a photo is called: its caption, or its place among the others. */
export const photoName = (photo: Photo, index: number): string =>
  photo.caption.text === '' ? `Photo ${index + 1}` : photo.caption.text;

/** `3.4 MB, 4032 × 3024`. */
export const photoSize = ({ bytes, width, height }: Photo['content']): string =>
  `${wordBytes(bytes)}, ${width} × ${height}`;
