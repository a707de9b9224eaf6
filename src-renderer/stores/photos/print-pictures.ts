// The pictures of a print: made of the photos' files, no larger than paper shows them, and handed to the backend.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { Sha256 } from '../../../src-shared/domain/photo/photo.ts';
import type { PrintPicture } from '../../../src-shared/domain/print/print-document.ts';
import { ask } from '../../api/bridge.ts';
import { drawPicture } from './draw-picture.ts';
import { fetchPhoto, photoUrl, thumbUrl } from './photo-states.ts';
import { base64Of } from './thumbnail.ts';

/** Addresses of the pictures in this window by their names, and how many are less than they should be. */
export type MadePictures = {
  readonly urls: ReadonlyMap<string, string>;
  /** Made of the thumbnail, as the photo itself is not on this PC. */
  readonly small: number;
  /** Not here at all, or not to be drawn. */
  readonly missing: number;
};

export const noPictures: MadePictures = { urls: new Map(), small: 0, missing: 0 };

type Making = {
  readonly ticket: string;
  readonly pictures: readonly PrintPicture[];
  readonly told: (done: number) => void;
  /** Ends the making, and gives the addresses back. */
  readonly signal: AbortSignal;
};

/** Makes one after the other; undefined when it was given up. */
export async function makePrintPictures(making: Making): Promise<Result<MadePictures> | undefined> {
  const { ticket, pictures, told, signal } = making;
  const urls = new Map<string, string>();
  signal.addEventListener('abort', () => {
    for (const url of urls.values()) URL.revokeObjectURL(url);
  });
  const count = { small: 0, missing: 0 };
  for (const [at, picture] of pictures.entries()) {
    const made = await make(picture, signal).catch(() => undefined);
    if (signal.aborted) return undefined;
    if (made === undefined) count.missing += 1;
    else {
      const taken = await ask('print.picture', { ticket, name: picture.name, base64: await base64Of(made.jpeg) });
      if (signal.aborted) return undefined;
      if (!taken.ok) return failed(taken.failure);
      urls.set(picture.name, URL.createObjectURL(made.jpeg));
      if (made.isSmall) count.small += 1;
    }
    told(at + 1);
  }
  return ok({ urls, ...count });
}

type Made = { readonly jpeg: Blob; readonly isSmall: boolean };

async function make(picture: PrintPicture, signal: AbortSignal): Promise<Made | undefined> {
  const { file } = picture;
  const whole = await blobAt(photoUrl(file), signal);
  if (whole !== undefined) return { jpeg: await drawn(whole, picture), isSmall: false };
  fetchPhoto(file as Sha256);
  const thumb = await blobAt(thumbUrl(file), signal);
  return thumb && { jpeg: await drawn(thumb, picture), isSmall: true };
}

async function blobAt(address: string, signal: AbortSignal): Promise<Blob | undefined> {
  const answer = await fetch(address, { signal });
  return answer.ok ? answer.blob() : undefined;
}

const quality = 0.85;

async function drawn(file: Blob, { quarters, longestSide }: PrintPicture): Promise<Blob> {
  const bitmap = await createImageBitmap(file);
  try {
    const [across, down] = quarters % 2 === 1 ? [bitmap.height, bitmap.width] : [bitmap.width, bitmap.height];
    const scale = Math.min(1, longestSide / Math.max(across, down));
    const size = { width: Math.max(1, Math.round(across * scale)), height: Math.max(1, Math.round(down * scale)) };
    const canvas = new OffscreenCanvas(size.width, size.height);
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Error('no canvas');
    // What is clear in a picture is white on paper.
    context.fillStyle = 'white';
    context.fillRect(0, 0, size.width, size.height);
    context.imageSmoothingQuality = 'high';
    drawPicture(context, bitmap, quarters, size);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality });
  } finally {
    bitmap.close();
  }
}
