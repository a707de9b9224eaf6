/** Sealed text: nobody reads it without the key, and none can be put into another's place. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export type Seal = {
  /** `place` says where the text belongs; it opens there alone. */
  readonly close: (text: string, place: string) => string;
  readonly open: (sealed: string, place: string) => string;
};

/** The key that a text stands for. */
export const keyFrom = (text: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', text, 'shopfile', 'secrets of dealers’ systems', 32));

const algorithm = 'aes-256-gcm';
const form = 'v1';

/** `key`: 32 bytes that stand in no database. */
export const createSeal = (key: Uint8Array): Seal => ({
  close(text, place) {
    const once = randomBytes(12);
    const cipher = createCipheriv(algorithm, key, once).setAAD(Buffer.from(place));
    const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [form, ...[once, cipher.getAuthTag(), closed].map((part) => part.toString('base64'))].join(' ');
  },
  open(sealed, place) {
    const [known, once, tag, closed] = sealed.split(' ');
    if (known !== form || once === undefined || tag === undefined || closed === undefined)
      throw new Error('a seal of an unknown form');
    const decipher = createDecipheriv(algorithm, key, Buffer.from(once, 'base64')).setAAD(Buffer.from(place));
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(closed, 'base64')), decipher.final()]).toString('utf8');
  },
});
