/** The rows of a shop's tables in the shape of the simulator's memory, for its oracle. */
import type { Batch } from '../../src-cloud/db/batches.ts';
import type { AskedCommand, FinalAnswer } from '../../src-cloud/db/commands.ts';
import type { StoredConflict } from '../../src-cloud/db/conflicts.ts';
import type { Author } from '../../src-cloud/db/log.ts';
import type { GivenBlock } from '../../src-cloud/db/number-blocks.ts';
import type { StoredRecord } from '../../src-cloud/db/records.ts';
import type { Edit, JsonObject, RefusalCode } from '../../src-shared/sync/protocol.ts';
import type { LogEntry, SettledCommand, ShopMemory } from './memory-shop.ts';
import type { Rows } from './real-shop-rows.ts';

type Place = { readonly device_id: Author['device']; readonly person_id: Author['person'] };
type About = { readonly record_id: string; readonly group_name: string };
type LogRow = Edit & Place & About & { readonly seq: number; readonly mark: string };
type BatchRow = Batch & Place & { readonly incarnation: string };
type ConflictRow = Omit<StoredConflict, 'device' | 'person' | 'recordId' | 'group'> & Place & About;
type RefusalRow = Pick<Edit, 'edit'> & { readonly code: RefusalCode };
type CommandRow = AskedCommand & {
  readonly state: FinalAnswer['state'];
  readonly result: JsonObject;
  readonly seq: number;
};
type BlockRow = Omit<GivenBlock, 'device' | 'command'> & Place & { readonly command_id: string };

export function memoryOf(rows: Rows): ShopMemory {
  const { epoch, last_seq: lastSeq, last_mark: mark } = rows.shop;
  const log = as<LogRow>(rows.log)
    .map(entryOf)
    .sort((a, b) => a.seq - b.seq);
  return {
    ...{ epoch, lastSeq, mark, log },
    applied: new Set(log.map(({ edit }) => edit)),
    records: new Map(as<StoredRecord>(rows.record).map((row) => [`${row.kind}/${row.id}`, recordOf(row)])),
    conflicts: new Map(as<ConflictRow>(rows.conflict).map((row) => [row.id, conflictOf(row)])),
    refused: new Map(as<RefusalRow>(rows.refusal).map(({ edit, code }) => [edit, code])),
    batches: new Map(
      as<BatchRow>(rows.batch).map((row) => [`${row.device_id}/${row.incarnation}/${row.n}`, batchOf(row)]),
    ),
    commands: new Map(as<CommandRow>(rows.command).map((row) => [row.id, commandOf(row)])),
    blocks: as<BlockRow>(rows.number_block).map(blockOf),
  };
}

/** The columns are those of the migrations. */
const as = <T>(rows: readonly JsonObject[]): readonly T[] => rows as readonly unknown[] as readonly T[];

const entryOf = ({ seq, mark, edit, kind, value, base, ...row }: LogRow): LogEntry => ({
  ...{ seq, mark, edit, kind, value, base, id: row.record_id, group: row.group_name },
  ...{ device: row.device_id, person: row.person_id },
});
const recordOf = ({ kind, id, value, edit, edits, seq, deleted }: StoredRecord): StoredRecord => ({
  ...{ kind, id, value, edit, edits, seq, deleted },
});
const conflictOf = ({ id, kind, base, edits, value, open, ...row }: ConflictRow): StoredConflict => ({
  ...{ id, kind, base, edits, value, open, recordId: row.record_id, group: row.group_name },
  ...{ device: row.device_id, person: row.person_id },
});
const batchOf = ({ n, hash, verdicts }: BatchRow): Batch => ({ n, hash, verdicts });
const blockOf = ({ first, last, epoch, device_id: device, command_id: command }: BlockRow): GivenBlock => ({
  ...{ first, last, epoch, device, command },
});

function commandOf({ id, name, hash, edits, state, result, seq }: CommandRow): SettledCommand {
  const refused = result as Pick<Extract<FinalAnswer, { state: 'refused' }>, 'reason' | 'details'>;
  return { id, name, hash, edits, answer: state === 'done' ? { state, seq, result } : { state, ...refused } };
}
