// Reads a photo so that nobody waits for it: between two stretches of a large one, others have their turn.

import type { Result } from '../../src-shared/base/result.ts';
import type { ImageFile } from '../../src-shared/domain/photo/image-file.ts';
import { photoReading } from '../../src-shared/domain/photo/read-image.ts';

export async function readPhotoInTurns(bytes: Uint8Array): Promise<Result<ImageFile>> {
  const steps = photoReading(bytes);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
