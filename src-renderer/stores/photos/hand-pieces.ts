// Hands a file to the backend piece by piece, under the ticket that it gave.

import { ok, type Result } from '../../../src-shared/base/result.ts';
import { photoPieceBytes } from '../../../src-shared/ipc/requests.ts';
import { ask } from '../../api/bridge.ts';
import { base64Of } from './thumbnail.ts';

export async function handPieces(ticket: string, file: Blob, told: (percent: number) => void): Promise<Result<null>> {
  for (let at = 0; at < file.size; at += photoPieceBytes) {
    const base64 = await base64Of(file.slice(at, at + photoPieceBytes));
    const taken = await ask('photo.piece', { ticket, at, base64 });
    if (!taken.ok) return taken;
    told(Math.floor((Math.min(at + photoPieceBytes, file.size) / file.size) * 100));
  }
  return ok(null);
}
