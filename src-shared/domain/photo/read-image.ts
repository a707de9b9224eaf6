// Whether bytes are a photo that is taken in: type by content, limits by header, nothing decoded.

import { type Failure, invalid } from '../../base/failure.ts';
import { failed, ok, type Result } from '../../base/result.ts';
import { hasText, type ImageFile, type NotAnImage } from './image-file.ts';
import { isJpeg, readJpeg } from './jpeg.ts';
import { maxPhotoBytes, maxPhotoPixels, maxThumbBytes, maxThumbSide } from './photo.ts';
import { isPng, readPng } from './png.ts';
import { isWebp, readWebp } from './webp.ts';

/** How many first bytes of a file nearly always tell its size. */
export const headBytes = 512 * 1024;

/** Reads a whole photo, or says why it is refused; between two stretches others may have their turn. */
export function* photoReading(bytes: Uint8Array): Generator<void, Result<ImageFile>> {
  if (bytes.length > maxPhotoBytes) return failed(invalid('photo', 'photo-bytes', maxPhotoBytes));
  return judge(bytes, yield* reading(bytes, false));
}

/** Reads a whole photo at once. */
export const readPhoto = (bytes: Uint8Array): Result<ImageFile> => toEnd(photoReading(bytes));

/** Reads the beginning of a photo: enough to refuse what must not be decoded. `parts` is not to be used. */
export function readPhotoHead(head: Uint8Array): Result<ImageFile> | 'short' {
  const image = toEnd(reading(head, true));
  return image === 'short' ? image : judge(head, image);
}

/** Reads a thumbnail, which is a small JPEG. */
export function readThumb(bytes: Uint8Array): Result<ImageFile> {
  const image = toEnd(reading(bytes, false));
  const isSmall = typeof image === 'object' && Math.max(image.width, image.height) <= maxThumbSide;
  if (bytes.length > maxThumbBytes || !isSmall || image.type !== 'jpeg') return failed(invalid('thumb', 'photo-type'));
  return judge(bytes, image);
}

/** Whether a file holds its picture and nothing beside it. */
export function isBare(bytes: Uint8Array, { parts }: ImageFile): boolean {
  let at = 0;
  for (const part of parts) {
    if (at + part.length > bytes.length) return false;
    // A part is most often a view of the very bytes at this place.
    const isView = part.buffer === bytes.buffer && part.byteOffset === bytes.byteOffset + at;
    if (!isView && part.some((byte, i) => byte !== bytes[at + i])) return false;
    at += part.length;
  }
  return at === bytes.length;
}

function* reading(bytes: Uint8Array, headOnly: boolean): Generator<void, ImageFile | NotAnImage> {
  if (isJpeg(bytes)) return yield* readJpeg(bytes, headOnly);
  if (isPng(bytes)) return readPng(bytes, headOnly);
  return isWebp(bytes) ? readWebp(bytes, headOnly) : 'other-type';
}

function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function judge(bytes: Uint8Array, image: ImageFile | NotAnImage): Result<ImageFile> {
  if (image === 'other-type') return failed(invalid('photo', isHeic(bytes) ? 'photo-heic' : 'photo-type'));
  if (image === 'broken' || image === 'short') return failed(invalid('photo', 'photo-broken'));
  if (image.width === 0 || image.height === 0) return failed(invalid('photo', 'photo-broken'));
  return image.width * image.height > maxPhotoPixels ? failed(tooManyPixels) : ok(image);
}

const tooManyPixels: Failure = invalid('photo', 'photo-pixels', maxPhotoPixels);

/** The phone's own format, which no window here can draw. */
const isHeic = (bytes: Uint8Array): boolean =>
  hasText(bytes, 4, 'ftyp') &&
  ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'].some((brand) => hasText(bytes, 8, brand));
