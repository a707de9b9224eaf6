// The file of a photo that is drawn on, and the picture of it that a screen shows.
import { useEffect, useState } from 'react';
import type { Photo } from '../../../../src-shared/domain/photo/photo.ts';
import { photoUrl } from '../../../stores/photos/photo-states.ts';

/** As large as a screen needs it; the copy is made of the file itself. */
const longestSide = 1600;

export type Original =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly file: Blob; readonly bitmap: ImageBitmap };

export function useOriginal({ content: { sha256, width, height } }: Photo): Original {
  const [original, setOriginal] = useState<Original>({ kind: 'loading' });
  useEffect(() => {
    const left = new AbortController();
    let held: ImageBitmap | undefined;
    const load = async (): Promise<void> => {
      const file = await fileAt(photoUrl(sha256), left.signal);
      const scale = Math.min(1, longestSide / Math.max(width, height));
      const bitmap = await createImageBitmap(file, {
        resizeWidth: Math.max(1, Math.round(width * scale)),
        resizeHeight: Math.max(1, Math.round(height * scale)),
        resizeQuality: 'high',
      });
      if (left.signal.aborted) return bitmap.close();
      held = bitmap;
      setOriginal({ kind: 'ready', file, bitmap });
    };
    load().catch(() => {
      if (!left.signal.aborted) setOriginal({ kind: 'failed' });
    });
    return () => {
      left.abort();
      held?.close();
    };
  }, [sha256, width, height]);
  return original;
}

async function fileAt(address: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error('the file is not there');
  return answer.blob();
}
