/** What a command works with and answers: it reads the shop, and says what to write or why it must not be done. */
import type { Result } from '../../../src-shared/base/result.ts';
import type { Role } from '../../../src-shared/domain/access/role.ts';
import type { CommandName, CommandRefusal, ParamsOf, ResultOf } from '../../../src-shared/sync/commands.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import type { CommandStore } from '../../db/command-store.ts';
import type { Author } from '../../db/log.ts';
import type { Order } from '../../db/shops.ts';
import type { Change } from '../written-changes.ts';

/** Who asks: a person in a role, on a PC. */
export type Asker = Author & { readonly role: Role; readonly name: string };

/** One command in the transaction that holds the shop's order. */
export type Room = {
  readonly store: CommandStore;
  readonly asker: Asker;
  readonly order: Order;
  readonly commandId: string;
  /** The result that was given before a restore. */
  readonly answered: JsonObject | undefined;
};

export type Done<R> = {
  readonly result: R;
  readonly changes: readonly Change[];
  /** What people are told of it besides; its edits have ids that follow from the command. */
  readonly told?: readonly Change[];
};
export type Refused = { readonly reason: CommandRefusal; readonly details: JsonObject };

/** What a command does; it writes no record itself. */
export type Effect<N extends CommandName> = (
  room: Room,
  params: ParamsOf<N>,
) => Promise<Result<Done<ResultOf<N>>, Refused>>;

/** A refusal, with what a person may want to know. */
export const because = (reason: CommandRefusal, details: JsonObject = {}) =>
  ({ ok: false, failure: { reason, details } }) as const;
