/** Takes all room of a disk but so many bytes, as another program does, and gives it back. */
import fs from 'node:fs';
import path from 'node:path';

export type Filler = { readonly fill: (left: number) => void; readonly empty: () => void };

const piece = Buffer.alloc(64 * 1024, 7);

export function createFiller(disk: string): Filler {
  const file = path.join(disk, 'filler');
  return {
    fill(left) {
      const descriptor = fs.openSync(file, 'w');
      for (const bytes of [piece, piece.subarray(0, 4096)]) while (hasWritten(descriptor, bytes));
      const { size } = fs.fstatSync(descriptor);
      fs.ftruncateSync(descriptor, Math.max(0, size - left));
      fs.closeSync(descriptor);
    },
    empty: () => fs.rmSync(file, { force: true }),
  };
}

function hasWritten(descriptor: number, bytes: Buffer): boolean {
  try {
    return fs.writeSync(descriptor, bytes) === bytes.length;
  } catch {
    return false;
  }
}
