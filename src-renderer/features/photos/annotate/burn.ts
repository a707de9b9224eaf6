// The copy: the whole picture as it is shown, with the strokes in it, as a file like any that is dropped here.

import { maxPhotoBytes, type Photo } from '../../../../src-shared/domain/photo/photo.ts';
import type { Stroke } from '../../../../src-shared/domain/photo/stroke.ts';
import { drawPicture, type Size } from '../../../stores/photos/draw-picture.ts';
import { drawStrokes } from './draw-strokes.ts';

const quality = 0.92;

/** The size of a photo as it is shown, after its turn. */
export const shownSize = ({ content: { width, height }, view }: Photo): Size =>
  (view?.quarters ?? 0) % 2 === 1 ? { width: height, height: width } : { width, height };

/** Draws strokes into a copy of a photo's file, pixel by pixel as large; the file itself is only read. */
export async function burn(photo: Photo, file: Blob, strokes: readonly Stroke[]): Promise<File> {
  const size = shownSize(photo);
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const bitmap = await createImageBitmap(file);
  try {
    drawPicture(context, bitmap, photo.view?.quarters ?? 0, size);
  } finally {
    bitmap.close();
  }
  drawStrokes(context, strokes, size);
  return fileOf(canvas, context, photo.content.type === 'png');
}

/** What has sharp edges stays sharp, unless it would be too large to be kept. */
async function fileOf(canvas: OffscreenCanvas, context: OffscreenCanvasRenderingContext2D, isPng: boolean) {
  if (isPng) {
    const sharp = await canvas.convertToBlob({ type: 'image/png' });
    if (sharp.size <= maxPhotoBytes) return new File([sharp], 'annotated.png', { type: sharp.type });
  }
  // What is clear in a picture is white on paper.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new File([blob], 'annotated.jpg', { type: blob.type });
}
