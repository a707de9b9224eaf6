/** Adds a photo as a window does: piece by piece. */
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { photoPieceBytes } from '../../../src-shared/ipc/requests.ts';
import type { BackendTrial } from '../../support/backend-trial.ts';
import { smallJpeg } from '../../support/photos.ts';

export async function addPhoto(trial: BackendTrial, workfileId: WorkfileId, bytes: Uint8Array) {
  const base64 = (part: Uint8Array): string => Buffer.from(part).toString('base64');
  const { ticket } = await trial.ask('photo.begin', { workfileId, bytes: bytes.length });
  for (let at = 0; at < bytes.length; at += photoPieceBytes) {
    await trial.ask('photo.piece', { ticket, at, base64: base64(bytes.subarray(at, at + photoPieceBytes)) });
  }
  return trial.reply('photo.add', { ticket, thumb: base64(smallJpeg) });
}
