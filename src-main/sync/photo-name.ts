// Whether bytes are what their name says.

import { createHash } from 'node:crypto';
import { readThumb } from '../../src-shared/domain/photo/read-image.ts';
import type { PhotoFile } from '../db/photo-file.ts';

/** A photo is named by its content; a thumbnail by its photo, so it need only be one. */
export const isItself = ({ sha256, part }: PhotoFile, bytes: Uint8Array): boolean =>
  part === 'thumb' ? readThumb(bytes).ok : createHash('sha256').update(bytes).digest('hex') === sha256;
