/** Hands files of an estimate over as a window does with what was dropped on it, and reads them. */
import { importPieceBytes } from '../../../src-shared/ipc/exchange-requests.ts';
import type { Desktop } from '../desktop.ts';

export async function dropFiles(
  { ask, reply }: Pick<Desktop, 'ask' | 'reply'>,
  files: ReadonlyMap<string, Uint8Array>,
) {
  const all = [...files];
  const { ticket } = await ask('import.begin', { files: all.map(([name, bytes]) => ({ name, bytes: bytes.length })) });
  for (const [file, [, bytes]] of all.entries()) {
    for (let at = 0; at < bytes.length; at += importPieceBytes) {
      const base64 = Buffer.from(bytes.subarray(at, at + importPieceBytes)).toString('base64');
      await ask('import.piece', { ticket, file, at, base64 });
    }
  }
  return { ticket, read: () => reply('import.read', { ticket, key: null }) };
}
