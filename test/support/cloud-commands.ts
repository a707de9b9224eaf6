/** Commands as a PC sends them to the cloud. */
import { type EditId, editIdOf } from '../../src-shared/base/ids.ts';
import type { Move } from '../../src-shared/domain/workfile/life.ts';
import { type CommandAnswer, type CommandName, commandAnswer, editsOf } from '../../src-shared/sync/commands.ts';
import { type JsonObject, schemaVersion } from '../../src-shared/sync/protocol.ts';
import { freshId } from './cloud.ts';
import type { Pc, Reply } from './cloud-pc.ts';

/** A command in the words in which it is sent, again and again. */
export type Sent = {
  readonly name: CommandName;
  readonly id: string;
  readonly edits: readonly EditId[];
  readonly params: JsonObject;
  readonly answered?: JsonObject;
};

/** A new command of a PC, with edit ids given away for what it writes. */
export function newCommand(pc: Pc, name: CommandName, params: JsonObject): Sent {
  const edits = Array.from({ length: editsOf[name] }, () => {
    pc.edits += 1;
    return editIdOf(pc.identity.device, pc.edits);
  });
  return { name, id: freshId(), edits, params };
}

export const lockOf = (pc: Pc, estimateId: string): Sent =>
  newCommand(pc, 'lock-estimate', { estimateId, at: 1_000, versionId: freshId(), estimator: 'Casey Moor' });
export const startOf = (pc: Pc, estimateId: string, label: string): Sent =>
  newCommand(pc, 'start-supplement', { estimateId, label });
export const convertOf = (pc: Pc, workfileId: string, number: string | null = null): Sent =>
  newCommand(pc, 'convert-to-ro', { workfileId, number });
export const moveOf = (pc: Pc, workfileId: string, move: Move, reason = ''): Sent =>
  newCommand(pc, 'move-workfile', { workfileId, move, at: 1_000, reason });
export const leaseOf = (pc: Pc, count: number, unused: readonly (readonly [number, number])[] = []): Sent =>
  newCommand(pc, 'lease-numbers', { series: 'ro', count, unused });

export const sendRaw = (pc: Pc, { name, ...rest }: Sent): Promise<Reply> =>
  pc.post(`/commands/${name}`, JSON.stringify({ ...pc.identity, schema: schemaVersion, ...rest }));

/** Sends a command and reads its answer. */
export async function send(pc: Pc, command: Sent): Promise<CommandAnswer> {
  const reply = await sendRaw(pc, command);
  const answer = commandAnswer.safeParse(reply.json());
  if (!answer.success) throw new Error(`command answered ${reply.status}: ${reply.text}`);
  return answer.data;
}
