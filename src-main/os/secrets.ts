// The system's secret store: sealed text can be opened again by the same user on the same PC only.

import { type SafeStorage, safeStorage } from 'electron';
import type { Secrets } from '../../src-shared/ipc/host.ts';

/** The newer interface, which the older of the two runtimes does not have. */
type AsyncStore = Partial<Pick<SafeStorage, 'encryptString'>> & {
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(plain: string): Promise<Buffer>;
  decryptStringAsync?(sealed: Buffer): Promise<{ readonly result: string }>;
};

/** May be called when the app is ready. Fails where the store is gone; it never makes a new key in its place. */
export function openSecrets(): Secrets {
  // A Linux desktop without a keyring: the file's owner is then all that guards the text, as in the browser.
  if (!safeStorage.isEncryptionAvailable()) safeStorage.setUsePlainTextEncryption(true);
  const store: AsyncStore = safeStorage;
  const isAsync = async (): Promise<boolean> => (await store.isAsyncEncryptionAvailable?.()) ?? false;
  return {
    async protect(plain) {
      const sealed = (await isAsync()) ? await store.encryptStringAsync?.(plain) : safeStorage.encryptString(plain);
      if (sealed === undefined) throw new Error('the secret store is gone');
      return sealed.toString('base64');
    },
    async reveal(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (!(await isAsync())) return safeStorage.decryptString(bytes);
      const opened = await store.decryptStringAsync?.(bytes);
      if (opened === undefined) throw new Error('the secret store is gone');
      return opened.result;
    },
  };
}
