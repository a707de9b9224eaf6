// Sends commands in their place among the edits, in the same words until their answer is final, and keeps numbers leased.

import { ok, type Result } from '../../src-shared/base/result.ts';
import { type CommandAnswer, type CommandRequest, commands } from '../../src-shared/sync/commands.ts';
import { type JsonObject, schemaVersion } from '../../src-shared/sync/protocol.ts';
import {
  type Command,
  type CommandEnd,
  markCancelling,
  markCommand,
  nextCommand,
  settleCommand,
} from '../db/command.ts';
import { readIdentity } from '../db/identity.ts';
import { addLease } from '../db/number-lease.ts';
import { renewLease } from '../db/number-renewal.ts';
import type { Store } from '../db/open.ts';
import { readRow } from '../db/record.ts';
import { wholeOf } from '../db/record-row.ts';
import { recordTables } from '../db/record-tables.ts';
import { transact } from '../db/transact.ts';
import type { CloudClient, SyncFailure } from './cloud-client.ts';

export type CommandRound = {
  readonly store: Store;
  readonly client: CloudClient;
  readonly token: string;
  /** The user id that the token speaks for: only this person's commands go with it. */
  readonly author: string;
  readonly now: () => number;
  /** Says that a command's state changed. */
  readonly settled: () => void;
  /** Says that what is known of the person's role may be old. */
  readonly doubt: () => void;
};

/** Sends every command that can go now; answers whether one was settled, so that edits behind it may follow. */
export async function sendCommands(round: CommandRound): Promise<Result<boolean, SyncFailure>> {
  const { store, author } = round;
  renewLease(store, round.now());
  let settled = false;
  for (let after = 0; ; ) {
    const command = nextCommand(store, author, after);
    if (command === undefined) return ok(settled);
    after = command.n;
    if (isOfAnotherLife(round, command)) continue;
    const end = await finish(round, command);
    if (!end.ok) return end;
    if (end.value === null) continue;
    settle(round, command, end.value);
    settled ||= command.workfileId !== null;
  }
}

/** Numbers are leased to one life of a PC: a copy of its data must not get the same ones by the same question. */
function isOfAnotherLife({ store, now }: CommandRound, command: Command): boolean {
  const isOther = command.name === 'lease-numbers' && command.incarnation !== readIdentity(store).incarnation;
  if (isOther) settleCommand(store, command, { state: 'cancelled' }, now());
  return isOther;
}

function settle({ store, now, settled, doubt }: CommandRound, command: Command, end: CommandEnd): void {
  transact(store, () => {
    settleCommand(store, command, end, now());
    if (end.state !== 'done' || command.name !== 'lease-numbers') return;
    const leased = commands['lease-numbers'].result.safeParse(end.result);
    if (leased.success) addLease(store, leased.data.block);
  });
  if (end.state === 'refused' && end.reason === 'forbidden') doubt();
  settled();
}

/** What a command came to; null while the cloud works on it. */
async function finish(round: CommandRound, command: Command): Promise<Result<CommandEnd | null, SyncFailure>> {
  const taken = command.cancelId === null ? ok(true) : await takeBack(round, command, command.cancelId);
  if (!taken.ok) return taken;
  if (!taken.value) return ok({ state: 'cancelled' });
  if (command.state === 'waiting') {
    markCommand(round.store, command.id, 'sent');
    round.settled();
  }
  const answer = await send(round, command);
  if (!answer.ok) return answer;
  const { value } = answer;
  if (value.state === 'done' || value.state === 'refused') return ok(value);
  markCommand(round.store, command.id, 'taken');
  return ok(null);
}

/** Asks the cloud not to do it; answers whether the cloud has it already. */
async function takeBack(round: CommandRound, { id }: Command, cancelId: string): Promise<Result<boolean, SyncFailure>> {
  const asked = { id: cancelId, name: 'cancel-command', edits: [], params: { command: id }, result: null } as const;
  const answer = await send(round, asked);
  if (!answer.ok) return answer;
  if (answer.value.state === 'done') return ok(false);
  markCancelling(round.store, id, null);
  return ok(true);
}

type Asked = Pick<Command, 'id' | 'name' | 'edits' | 'params' | 'result'>;

async function send(round: CommandRound, asked: Asked): Promise<Result<CommandAnswer, SyncFailure>> {
  const { id, name, edits, params, result } = asked;
  const request: CommandRequest = {
    ...readIdentity(round.store),
    schema: schemaVersion,
    id,
    edits: [...edits],
    params,
    ...(result === null ? {} : { answered: { ...result, ...seenVersion(round.store, asked) } }),
  };
  const answer = await round.client.command(round.token, name, request);
  if (answer.ok || answer.failure.kind !== 'invalid') return answer;
  // Words that the cloud cannot read will never be read: what waits behind them must not wait for ever.
  return ok({ state: 'refused', reason: 'invalid', details: {} });
}

/** What a lock kept, as people have seen and printed it: a restored cloud locks the same again. */
function seenVersion(store: Store, { name, id, params }: Asked): JsonObject {
  // A lock that an older program wrote names no version: the cloud names it by the command.
  const { versionId = id } = params;
  const row =
    name === 'lock-estimate' && typeof versionId === 'string' ? readRow(store, 'version', versionId) : undefined;
  return row === undefined ? {} : { version: wholeOf(recordTables.version, row) };
}
