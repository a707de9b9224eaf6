/** Takes a command back before it came: when it comes, it finds that it was cancelled. */
import { ok } from '../../../src-shared/base/result.ts';
import type { AskedCommand } from '../../db/commands.ts';
import { because, type Effect } from './command-room.ts';

export const cancelCommand: Effect<'cancel-command'> = async ({ store, asker, commandId }, { command }) => {
  if (command === commandId) return because('invalid');
  const known = await store.readCommand(command);
  const isCancelled = known?.answer.state === 'refused' && known.answer.reason === 'cancelled';
  if (isCancelled) return ok({ result: {}, changes: [] });
  if (known !== undefined) return because('taken', { state: known.answer.state });
  const taken: AskedCommand = { id: command, name: 'cancelled', hash: '', params: {}, edits: [] };
  await store.insertCommand(asker, { command: taken, answer: { state: 'refused', reason: 'cancelled', details: {} } });
  return ok({ result: {}, changes: [] });
};
