// The words for photos: where their files are, what came of adding some, and what is said of one.

import { maxCaption, type Photo } from '../../../src-shared/domain/photo/photo.ts';
import type { StrokeColour, StrokeTool } from '../../../src-shared/domain/photo/stroke.ts';
import type { PhotoState } from '../../../src-shared/ipc/shapes.ts';
import { wordBytes } from '../centre-words.ts';
import { wordAttachments } from './attachment-words.ts';

/** Where a photo is, in a few words; empty when it is here and in the cloud, as it should be. */
export function placeOfPhoto(state: PhotoState | undefined): string {
  if (state === undefined) return '';
  if (state.damaged) return 'Damaged on this PC';
  if (state.moving !== null) return `${state.moving.way === 'up' ? 'Uploading' : 'Fetching'} ${state.moving.percent} %`;
  if (state.fullHere) return state.sent ? '' : 'Waiting to upload';
  return state.thumbHere ? 'Only the thumbnail is here' : 'On its way from another PC';
}

/** `3 waiting to upload`; empty when all is in the cloud. */
export const wordWaiting = (count: number): string => (count === 0 ? '' : `${count} waiting to upload`);

/** What happened to the files that were dropped or chosen. */
export type ImportCount = {
  readonly added: number;
  readonly documents?: number;
  readonly present: number;
  readonly refused: readonly string[];
  readonly cancelled?: number;
};

/** `Added 4 photos. 1 was here already. 1 was not added: IMG_2.heic – …`, after `Cancelled; 7 files were left out.` */
export function wordImport({ added, documents = 0, present, refused, cancelled = 0 }: ImportCount): string {
  const parts = [
    cancelled === 0 ? '' : `Cancelled; ${cancelled} ${cancelled === 1 ? 'file was' : 'files were'} left out.`,
    added + documents > 0
      ? `${cancelled > 0 ? 'Kept what is in already:' : 'Added'} ${wordAttachments(added, documents)}.`
      : '',
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

/** What one draws with on a copy of a photo. */
export const strokeToolWords: Readonly<Record<StrokeTool, string>> = {
  arrow: 'Arrow',
  circle: 'Circle',
  box: 'Box',
  free: 'Freehand',
  text: 'Text',
};

export const strokeColourWords: Readonly<Record<StrokeColour, string>> = {
  red: 'Red',
  yellow: 'Yellow',
  cyan: 'Light blue',
  white: 'White',
};

/** The caption of a copy that was drawn on; a long name is cut between two signs. */
export const copyCaption = (name: string): string =>
  `Annotated copy of ${name}`.slice(0, maxCaption).replace(/[\ud800-\udbff]$/, '');

/** Why nothing can be drawn on a copy of a photo; undefined where it can. */
export function whyNotAnnotate(state: PhotoState | undefined): string | undefined {
  if (state?.damaged) return 'Its file on this PC is damaged; draw on it at a PC that shows it.';
  return state?.fullHere ? undefined : 'The whole photo is not on this PC yet.';
}
