// Photos and documents on their way in from a window, piece by piece; a few at a time, so that memory has an end.

import type { Random } from '../../src-shared/base/clock.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';

export type Arriving = { readonly workfileId: WorkfileId; readonly bytes: Uint8Array };
export type PhotoIntake = ReturnType<typeof createPhotoIntake>;

const most = 4;

export function createPhotoIntake(random: Random) {
  const arriving = new Map<string, Arriving & { filled: number }>();
  return {
    /** Makes room for that many bytes; the ticket names it. The oldest that was never finished makes way. */
    begin(workfileId: WorkfileId, length: number): string {
      const [oldest] = arriving.keys();
      if (oldest !== undefined && arriving.size >= most) arriving.delete(oldest);
      const ticket = Buffer.from(random(16)).toString('hex');
      arriving.set(ticket, { workfileId, bytes: new Uint8Array(length), filled: 0 });
      return ticket;
    },
    /** Takes the next piece; false for an unknown ticket and for a piece that does not follow or does not fit. */
    add(ticket: string, at: number, base64: string): boolean {
      const photo = arriving.get(ticket);
      const piece = Buffer.from(base64, 'base64');
      if (photo === undefined || at !== photo.filled || at + piece.length > photo.bytes.length) return false;
      photo.bytes.set(piece, at);
      photo.filled += piece.length;
      return true;
    },
    /** The whole photo, once; undefined while pieces are missing. */
    take(ticket: string): Arriving | undefined {
      const photo = arriving.get(ticket);
      arriving.delete(ticket);
      return photo !== undefined && photo.filled === photo.bytes.length ? photo : undefined;
    },
  };
}
