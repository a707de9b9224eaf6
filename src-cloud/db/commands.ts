/** Table command: what was asked and what came of it, for ever. */
import type { EditId, ShopId } from '../../src-shared/base/ids.ts';
import type { CommandAnswer, CommandName } from '../../src-shared/sync/commands.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { Sql } from './database.ts';
import type { Author } from './log.ts';

/** An answer that never changes again. */
export type FinalAnswer = Extract<CommandAnswer, { state: 'done' | 'refused' }>;
/** A command as it came. `hash` is empty where only its cancelling came. */
export type AskedCommand = {
  readonly id: string;
  readonly name: CommandName | 'cancelled';
  readonly hash: string;
  readonly params: JsonObject;
  readonly edits: readonly EditId[];
};
export type StoredCommand = { readonly hash: string; readonly answer: CommandAnswer };

type CommandRow = {
  hash: string;
  state: CommandAnswer['state'];
  result: JsonObject | null;
  seq: string | null;
};

export async function readCommand(sql: Sql, shop: ShopId, id: string): Promise<StoredCommand | undefined> {
  const text = 'select hash, state, result, seq from command where shop_id = $1 and id = $2';
  const [row] = await sql.query<CommandRow>(text, [shop, id]);
  return row && { hash: row.hash, answer: answerOf(row) };
}

function answerOf({ state, result, seq }: CommandRow): CommandAnswer {
  if (state === 'done') return { state, seq: Number(seq), result: result ?? {} };
  if (state !== 'refused') return { state };
  return { state, ...(result as Pick<Extract<FinalAnswer, { state: 'refused' }>, 'reason' | 'details'>) };
}

/** Writes a command with its answer, in the transaction of its effect. */
export async function insertCommand(
  sql: Sql,
  shop: ShopId,
  author: Author,
  { command, answer }: { readonly command: AskedCommand; readonly answer: FinalAnswer },
): Promise<void> {
  const { id, name, hash, params, edits } = command;
  const seq = answer.state === 'done' ? answer.seq : null;
  const result = answer.state === 'done' ? answer.result : { reason: answer.reason, details: answer.details };
  const text = `
    insert into command (shop_id, id, name, hash, params, edits, state, result, seq, device_id, person_id, settled_at)
    values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8::jsonb, $9, $10, $11, now())`;
  const given = [JSON.stringify(params), JSON.stringify(edits), answer.state, JSON.stringify(result), seq];
  await sql.query(text, [shop, id, name, hash, ...given, author.device, author.person]);
}
