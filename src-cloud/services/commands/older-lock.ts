/** A lock as an older program asks for it, which locked without keeping a version: it is brought up to this one's. */
import { deviceIdOf, type EditId, editIdOf } from '../../../src-shared/base/ids.ts';
import type { CommandName } from '../../../src-shared/sync/commands.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import { sha256 } from '../../db/digest.ts';

type Words = {
  readonly name: CommandName;
  readonly id: string;
  readonly edits: readonly EditId[];
  readonly params: JsonObject;
};

/**
 * Names what the older program did not know of: the version by the command's own id, its edit by the one edit that was
 * given away, and no estimator, so that it is the workfile's. The same command becomes the same, however often it comes.
 */
export function upwardLock<W extends Words>(asked: W): W {
  const { name, id, edits, params } = asked;
  const [edit] = edits;
  if (name !== 'lock-estimate' || Object.hasOwn(params, 'versionId') || edit === undefined) return asked;
  const first = editIdOf(deviceIdOf(Buffer.from(sha256(`version ${edit}`), 'hex')), 1);
  return { ...asked, edits: [first, ...edits], params: { estimator: '', ...params, versionId: id } };
}
