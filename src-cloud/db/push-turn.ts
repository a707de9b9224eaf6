/** The two words that a push has with a shop's tables: what its batch is judged by, and what came of that. */
import type { EditId, ShopId } from '../../src-shared/base/ids.ts';
import { type RefusalCode, type Verdict, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { type Batch, insertBatch, type Sender } from './batches.ts';
import { readConflicts, type StoredConflict, saveConflicts } from './conflicts.ts';
import type { Sql } from './database.ts';
import { type Author, chain, insertChained, type LoggedEdit } from './log.ts';
import {
  type Around,
  type Patch,
  patchRecords,
  type RecordKey,
  readAround,
  readRecords,
  type StoredRecord,
  saveRecords,
} from './records.ts';
import { type Refusal, saveRefusals } from './refusals.ts';
import { advanceOrder, holdOrder, type Order } from './shops.ts';

/** What a batch is about. */
export type Pushing = {
  readonly sender: Sender;
  readonly n: number;
  readonly edits: readonly EditId[];
  readonly keys: readonly RecordKey[];
  /** Of which kinds the workfiles' own one is wanted as well. */
  readonly siblings: readonly string[];
};

/** What a batch is judged by, as it stands once the order is held. */
export type Held = Around & {
  readonly order: Order;
  /** The answered batch of this number, and the hash of the one before. */
  readonly answered: Pick<Batch, 'hash' | 'verdicts'> | undefined;
  readonly previous: string | undefined;
  readonly applied: ReadonlySet<EditId>;
  readonly refused: ReadonlyMap<EditId, RefusalCode>;
  /** Their records are among the records. */
  readonly conflicts: readonly StoredConflict[];
};

/** What came of a batch. The records are those that it wrote, each once, as they are now. */
export type Pushed = {
  readonly order: Order;
  readonly edits: readonly LoggedEdit[];
  readonly records: readonly StoredRecord[];
  readonly conflicts: readonly StoredConflict[];
  readonly refusals: readonly Refusal[];
  readonly batch: Batch & { readonly sender: Sender };
};

/** Holds the order and reads behind that: each statement sees all that was committed before the order was let go. */
export async function beginPush(sql: Sql, shop: ShopId, asked: Pushing): Promise<Held> {
  const [order, facts, conflicts, { records, siblings }] = await Promise.all([
    holdOrder(sql, shop),
    readFacts(sql, shop, asked),
    readConflicts(sql, shop, asked.keys),
    readAround(sql, shop, asked.keys, asked.siblings),
  ]);
  const told = conflicts.map(({ id }): RecordKey => ({ kind: 'conflict', id }));
  const open = told.length === 0 ? [] : await readRecords(sql, shop, told, []);
  return { order, ...facts, conflicts, records: [...records, ...open], siblings };
}

type Facts = Pick<Held, 'answered' | 'previous' | 'applied' | 'refused'>;
type FactsRow = {
  readonly hash: string | null;
  readonly verdicts: readonly Verdict[];
  readonly previous: string | null;
  readonly applied: readonly EditId[];
  readonly refused: Readonly<Record<EditId, RefusalCode>>;
};

const facts = `
  select b.hash, b.verdicts,
    (select hash from batch
      where shop_id = $1 and device_id = $2 and incarnation = $3 and n = $4::bigint - 1) as previous,
    array(select edit from log where shop_id = $1 and edit = any($5::text[])) as applied,
    (select coalesce(jsonb_object_agg(edit, code), '{}') from refusal
      where shop_id = $1 and edit = any($5::text[])) as refused
  from (select) one
  left join batch b on b.shop_id = $1 and b.device_id = $2 and b.incarnation = $3 and b.n = $4::bigint`;

async function readFacts(sql: Sql, shop: ShopId, { sender, n, edits }: Pushing): Promise<Facts> {
  const [row] = await sql.repeat<FactsRow>(facts, [shop, sender.device, sender.incarnation, n, edits]);
  if (row === undefined) throw new Error('a question without an answer');
  const { hash, verdicts, previous, applied, refused } = row;
  return {
    answered: hash === null ? undefined : { hash, verdicts },
    previous: previous ?? undefined,
    applied: new Set(applied),
    refused: new Map(Object.entries(refused) as [EditId, RefusalCode][]),
  };
}

/** Writes all that came of a batch; answers where the order stands then. */
export async function endPush(sql: Sql, shop: ShopId, author: Author, pushed: Pushed): Promise<Order> {
  const { edits, order, conflicts, refusals, batch } = pushed;
  const { marked, reached } = chain(order, edits);
  const { whole, patches } = split(pushed);
  await Promise.all([
    // What is planned for one batch is right for the next, and planning takes longer than a small batch.
    sql.query('set local plan_cache_mode = force_generic_plan'),
    // New records first: a later edit of one of them is in it already.
    saveRecords(sql, shop, whole),
    sql.repeat(logAndPatch, [shop, JSON.stringify(marked), author.device, author.person, JSON.stringify(patches)]),
    saveConflicts(sql, shop, conflicts),
    saveRefusals(sql, shop, author, refusals),
    insertBatch(sql, shop, { ...batch, person: author.person }),
    edits.length === 0 ? undefined : advanceOrder(sql, shop, reached),
  ]);
  return reached;
}

const logAndPatch = `with logged as (${insertChained('$2', '$3', '$4')}) ${patchRecords('$5')}`;

type Split = { readonly whole: readonly StoredRecord[]; readonly patches: readonly Patch[] };

/** New records are written whole; of the others only the groups that were written. */
function split({ edits, records }: Pushed): Split {
  const groups = new Map<string, string[]>();
  for (const { kind, id, group } of edits) {
    const written = groups.get(`${kind}/${id}`);
    if (written === undefined) groups.set(`${kind}/${id}`, [group]);
    else written.push(group);
  }
  const whole: StoredRecord[] = [];
  const patches: Patch[] = [];
  for (const record of records) {
    const written = groups.get(`${record.kind}/${record.id}`) ?? [wholeRecord];
    if (written.includes(wholeRecord)) whole.push(record);
    else patches.push(patchOf(record, written));
  }
  return { whole, patches };
}

function patchOf({ kind, id, value, edits, seq, deleted }: StoredRecord, groups: readonly string[]): Patch {
  const only = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(groups.flatMap((group) => (Object.hasOwn(all, group) ? [[group, all[group] as T]] : [])));
  return { kind, id, value: only(value), edits: only(edits), seq, deleted };
}
