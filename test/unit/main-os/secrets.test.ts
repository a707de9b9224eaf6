/** The system's secret store: garbage fails, a store that is gone fails, and none is ever replaced. */
import { beforeEach, expect, test, vi } from 'vitest';
import { openSecrets } from '../../../src-main/os/secrets.ts';
import { safeStorage } from '../../support/stub-electron.ts';

vi.mock('electron', () => import('../../support/stub-electron.ts'));

const newer = safeStorage as typeof safeStorage & {
  isAsyncEncryptionAvailable?: () => Promise<boolean>;
  encryptStringAsync?: (plain: string) => Promise<Buffer>;
  decryptStringAsync?: (sealed: Buffer) => Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
};

beforeEach(() => {
  Object.assign(safeStorage, { available: true, plain: false });
  delete newer.isAsyncEncryptionAvailable;
  delete newer.encryptStringAsync;
  delete newer.decryptStringAsync;
});

test('text comes back as it was', async () => {
  const secrets = openSecrets();
  const sealed = await secrets.protect('token ä 漢 😀');
  expect(sealed).not.toContain('token');
  expect(await secrets.reveal(sealed)).toBe('token ä 漢 😀');
  expect(safeStorage.plain).toBe(false);
});

test('a desktop without a keyring seals without one', async () => {
  safeStorage.available = false;
  const secrets = openSecrets();
  expect(await secrets.reveal(await secrets.protect('token'))).toBe('token');
  expect(safeStorage.plain).toBe(true);
});

test.each(['', 'garbage', '!!!', Buffer.from('other:token').toString('base64')])('%j fails to open', async (sealed) => {
  await expect(openSecrets().reveal(sealed)).rejects.toThrow('not appear to be encrypted');
});

test('a store that goes away fails both ways', async () => {
  const secrets = openSecrets();
  safeStorage.encryptString = () => {
    throw new Error('Encryption is not available.');
  };
  await expect(secrets.protect('token')).rejects.toThrow('not available');
});

test('the newer store is used where there is one, and opens what the older sealed', async () => {
  newer.isAsyncEncryptionAvailable = async () => true;
  newer.encryptStringAsync = async (plain) => Buffer.from(`newer:${plain}`);
  newer.decryptStringAsync = async (sealed) => ({
    result: sealed.toString().replace(/^\w+:/, ''),
    shouldReEncrypt: false,
  });
  const secrets = openSecrets();
  const sealed = await secrets.protect('token');
  expect(Buffer.from(sealed, 'base64').toString()).toBe('newer:token');
  expect(await secrets.reveal(sealed)).toBe('token');
  expect(await secrets.reveal(Buffer.from('sealed:old').toString('base64'))).toBe('old');
});
