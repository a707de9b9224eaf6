// Documents held ready under tickets: what was seen is what is printed, with the pictures that were seen.

import type { Random } from '../../../src-shared/base/clock.ts';
import { invalid } from '../../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { readPhoto } from '../../../src-shared/domain/photo/read-image.ts';
import type { PrintDocument } from '../../../src-shared/domain/print/print-document.ts';
import type { PrintPictures } from '../../../src-shared/domain/print/print-markup.ts';
import type { HeldPrint, PrintPictureAddition, PrintWish } from '../../../src-shared/ipc/print-requests.ts';

/** A document, whose wish it was, and the pictures that the window made for it so far. */
export type Held = { readonly wish: PrintWish; readonly document: PrintDocument; readonly pictures: PrintPictures };
export type HeldPrints = ReturnType<typeof createHeldPrints>;

/** As many as windows can look at; an older one is made anew when it is wanted. */
const mostHeld = 8;

export function createHeldPrints(random: Random) {
  const all = new Map<string, Held & { readonly pictures: Map<string, string> }>();
  return {
    get: (ticket: string): Held | undefined => all.get(ticket),
    hold(wish: PrintWish, document: PrintDocument): HeldPrint {
      // Pictures weigh: those of a preview that was made anew go at once.
      for (const [ticket, held] of all) {
        if (document.pictures !== undefined && held.document.pictures !== undefined) all.delete(ticket);
      }
      const ticket = Array.from(random(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
      all.set(ticket, { wish, document, pictures: new Map() });
      const [oldest] = all.keys();
      if (all.size > mostHeld && oldest !== undefined) all.delete(oldest);
      return { ticket, document };
    },
    /** Takes a picture that the document names, bare of all that is not picture. */
    takePicture({ ticket, name, base64 }: PrintPictureAddition): Result<null> {
      const held = all.get(ticket);
      const wanted = held?.document.pictures?.find((one) => one.name === name);
      if (held === undefined || wanted === undefined) return failed({ kind: 'not-found', what: 'print' });
      const image = readPhoto(Buffer.from(base64, 'base64'));
      if (!image.ok) return image;
      const { type, width, height, parts } = image.value;
      if (type !== 'jpeg') return failed(invalid('photo', 'photo-type'));
      if (Math.max(width, height) > wanted.longestSide) return failed(invalid('photo', 'photo-pixels'));
      held.pictures.set(name, Buffer.concat(parts).toString('base64'));
      return ok(null);
    },
  };
}
