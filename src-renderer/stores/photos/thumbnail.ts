// The small picture of a photo, drawn by the window's own engine; nothing is drawn before its header was found in order.

import { invalid } from '../../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { maxPhotoBytes, thumbSide } from '../../../src-shared/domain/photo/photo.ts';
import { headBytes, readPhoto, readPhotoHead } from '../../../src-shared/domain/photo/read-image.ts';

const quality = 0.8;

/** The thumbnail of a file that was dropped or chosen; the reason when it is none that is taken in. */
export async function makeThumb(file: Blob): Promise<Result<Blob>> {
  if (file.size > maxPhotoBytes) return failed(invalid('photo', 'photo-bytes', maxPhotoBytes));
  const image = await readHead(file);
  if (!image.ok) return image;
  const { width, height } = image.value;
  const scale = Math.min(1, thumbSide / Math.max(width, height));
  try {
    return ok(await draw(file, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))));
  } catch {
    return failed(invalid('photo', 'photo-broken'));
  }
}

/** Nearly every header is at the beginning; a long one is looked for in the whole file. */
async function readHead(file: Blob) {
  const head = readPhotoHead(await bytesOf(file.slice(0, headBytes)));
  return head === 'short' ? readPhoto(await bytesOf(file)) : head;
}

async function draw(file: Blob, width: number, height: number): Promise<Blob> {
  const options = { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' } as const;
  const bitmap = await createImageBitmap(file, options);
  try {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Error('no canvas');
    // What is clear in a picture is white on paper.
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality });
  } finally {
    bitmap.close();
  }
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

/** A blob as base64, by the engine's own encoder. */
export function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '');
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader.readAsDataURL(blob);
  });
}
