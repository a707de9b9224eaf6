// What is read of a picture's bytes before anything decodes them, and the bytes without what they say beside the picture.

import type { PhotoType } from './photo.ts';

/** A picture as its header tells it. */
export type ImageFile = {
  readonly type: PhotoType;
  /** In pixels as it is shown, after the camera's turn. */
  readonly width: number;
  readonly height: number;
  /** When the camera says it was taken, `2026-11-21 14:05`; empty when it does not. */
  readonly camera: string;
  /** The bytes that are the picture, in order. Place, maker, previews and anything behind the end are not among them. */
  readonly parts: readonly Uint8Array[];
};

/** Why bytes are not taken for a picture. `short`: its beginning is one, but the part that was looked at ends too soon. */
export type NotAnImage = 'other-type' | 'broken' | 'short';

/** Numbers of a picture's bytes by place. */
export const numbersOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whether these characters stand at a place. */
export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  if (at < 0 || at + text.length > bytes.length) return false;
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
