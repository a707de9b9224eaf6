/** Executes a command at most once: effect and answer are one transaction, and the same words get the same answer for ever. */
import type { EditId, ShopId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import { type CommandAnswer, type CommandName, commands, editsOf } from '../../../src-shared/sync/commands.ts';
import type { JsonObject, JsonValue } from '../../../src-shared/sync/protocol.ts';
import type { CommandShops } from '../../db/command-store.ts';
import type { FinalAnswer } from '../../db/commands.ts';
import { sha256 } from '../../db/digest.ts';
import { mayCommand } from '../../policies/commands.ts';
import type { Live } from '../live.ts';
import { type Change, followUp, writeChanges } from '../written-changes.ts';
import { cancelCommand } from './cancel-command.ts';
import { type Asker, because, type Done, type Effect, type Refused, type Room } from './command-room.ts';
import { convertToRo } from './convert-to-ro.ts';
import { exports } from './exports.ts';
import { leaseNumbers } from './lease-numbers.ts';
import { lockEstimate } from './lock-estimate.ts';
import { moveWorkfile } from './move-workfile.ts';
import { upwardLock } from './older-lock.ts';
import { startSupplement } from './start-supplement.ts';

export type CommandDeps = { readonly commandShops: CommandShops; readonly live: Pick<Live, 'tell'> };

/** A command as it came; `edits` are the ids of the edits that it writes. */
export type Asked = {
  readonly name: CommandName;
  readonly id: string;
  readonly edits: readonly EditId[];
  readonly params: JsonObject;
  readonly answered?: JsonObject;
};

const effects: { readonly [N in CommandName]: Effect<N> } = {
  'lock-estimate': lockEstimate,
  'start-supplement': startSupplement,
  'convert-to-ro': convertToRo,
  'move-workfile': moveWorkfile,
  ...exports,
  'lease-numbers': leaseNumbers,
  'cancel-command': cancelCommand,
};

/** Executes a command, or answers again what came of it. */
export async function runCommand(
  { commandShops, live }: CommandDeps,
  asker: Asker & { readonly shopId: ShopId },
  words: Asked,
): Promise<CommandAnswer> {
  const hash = hashOf(words);
  const asked = upwardLock(words);
  const { answer, moved } = await commandShops(asker.shopId, async (store) => {
    const order = await store.holdOrder();
    const known = await store.readCommand(asked.id);
    if (known !== undefined) return { answer: sameAgain(known, hash), moved: false };
    const room: Room = { store, asker, order, commandId: asked.id, answered: asked.answered };
    const outcome = await execute(room, asked);
    const settled = outcome.ok ? await write(room, asked, outcome.value) : await dated(room, outcome.failure);
    const { id, name, edits } = asked;
    // What could not be read is not kept: it may be nothing that a table takes.
    const params = commands[name].params.safeParse(asked.params).data ?? {};
    await store.insertCommand(asker, { command: { id, name, hash, params, edits }, answer: settled });
    return { answer: settled, moved: settled.state === 'done' && settled.seq > order.lastSeq };
  });
  if (moved && answer.state === 'done') live.tell(asker.shopId, answer.seq);
  return answer;
}

/** An empty hash is that of a command of which only the cancelling came. */
const sameAgain = (known: { readonly hash: string; readonly answer: CommandAnswer }, hash: string): CommandAnswer =>
  known.hash === '' || known.hash === hash ? known.answer : refusal({ reason: 'other-command', details: {} });

/** A refusal says when it was given, by the clock that dates the lines of the history. */
async function dated({ store }: Room, { reason, details }: Refused): Promise<FinalAnswer> {
  return refusal({ reason, details: { ...details, answeredAt: await store.dms.readNow() } });
}

const refusal = (refused: Refused): FinalAnswer => ({ state: 'refused', ...refused });

async function execute(room: Room, { name, edits, params }: Asked): Promise<Result<Done<unknown>, Refused>> {
  if (!mayCommand(room.asker.role, name)) return because('forbidden');
  const parsed = commands[name].params.safeParse(params);
  if (!parsed.success || new Set(edits).size !== editsOf[name]) return because('invalid');
  if ((await room.store.readApplied(edits)).size > 0) return because('invalid');
  return (effects[name] as Effect<CommandName>)(room, parsed.data);
}

/** Writes the changes under the edit ids that the PC gave away, and what is told besides. */
async function write(
  { store, asker, order }: Room,
  { id, edits }: Asked,
  { result, changes, told = [] }: Done<unknown>,
): Promise<FinalAnswer> {
  const editOf = (change: Change, at: number): EditId => {
    if (at >= changes.length) return followUp(`command ${id}`, change);
    const edit = edits[at];
    if (edit === undefined) throw new Error('a command writes more than it has edit ids for');
    return edit;
  };
  const reached = await writeChanges(store, asker, { order, changes: [...changes, ...told], editOf });
  return { state: 'done', seq: reached.lastSeq, result: result as JsonObject };
}

/** Names in order, so that it does not depend on how a program writes them. */
const hashOf = ({ name, edits, params }: Asked): string => sha256(JSON.stringify([name, edits, sorted(params)]));

function sorted(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const names = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(names.map(([name, one]) => [name, sorted(one)]));
}
