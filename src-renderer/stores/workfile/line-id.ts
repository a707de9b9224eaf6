// Ids of lines that this window makes: known before the backend has answered, so that a row stays the same row.

import { type LineId, uuidV7 } from '../../../src-shared/base/ids.ts';
import { useClock } from '../clock.ts';

export const newLineId = (): LineId =>
  uuidV7(useClock.getState().now, crypto.getRandomValues(new Uint8Array(16))) as LineId;
