/** What the cloud holds of a shop, read from its tables. */
import type { Database } from '../../src-cloud/db/database.ts';
import { inShop } from '../../src-cloud/db/tenant.ts';
import type { EditId, ShopId } from '../../src-shared/base/ids.ts';
import { emptyGroup } from '../../src-shared/domain/record.ts';
import { deletion, type JsonObject, type JsonValue } from '../../src-shared/sync/protocol.ts';
import { type RecordKind, records } from '../../src-shared/sync/records.ts';
import { canonical } from './canonical.ts';
import { type Groups, groupText } from './replica.ts';

export type LoggedEdit = {
  readonly seq: number;
  readonly edit: EditId;
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly base: EditId | null;
};

export type CloudState = {
  readonly log: readonly LoggedEdit[];
  readonly groups: Groups;
  readonly deleted: ReadonlySet<string>;
  /** Values that were not taken and wait beside what stands: conflicts and refusals. */
  readonly aside: ReadonlySet<string>;
  readonly conflicts: number;
  readonly refusals: number;
};

type StoredRow = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly value: Readonly<Record<string, JsonObject>>;
  readonly edit: EditId;
  readonly edits: Readonly<Record<string, EditId>>;
  readonly deleted: boolean;
};

export const readCloudState = (database: Database, shop: ShopId): Promise<CloudState> =>
  inShop(database, shop, async (sql) => {
    const log = await sql.query<LoggedEdit>(
      `select seq::int as seq, edit, kind, record_id as id, group_name as "group", value, base from log order by seq`,
    );
    const rows = await sql.query<StoredRow>('select kind, id, value, edit, edits, deleted from record');
    const conflicts = await sql.query<{ row: JsonObject }>('select to_jsonb(c) as row from conflict c');
    const refusals = await sql.query<{ row: JsonObject }>('select to_jsonb(r) as row from refusal r');
    const aside = new Set<string>();
    for (const { row } of [...conflicts, ...refusals]) collect(row, aside);
    for (const { kind, value } of log) if (isConflict(kind)) collect(value, aside);
    return {
      log,
      groups: new Map(rows.flatMap(groupsOfRow)),
      deleted: new Set(rows.filter((row) => row.deleted).map(({ kind, id }) => `${kind}/${id}`)),
      aside,
      conflicts: conflicts.length,
      refusals: refusals.length,
    };
  });

const isConflict = (kind: string): boolean => kind === 'conflict';

function groupsOfRow(row: StoredRow): readonly (readonly [string, string])[] {
  const { kind, id, edit, edits } = row;
  const { spec } = records[kind];
  const names = new Set([...Object.keys(spec.groups), ...Object.keys(row.value)]);
  // A seldom group that says nothing is not stored.
  const texts = [...names].map((group) => [group, row.value[group] ?? emptyGroup(spec, group as never)] as const);
  return [...texts, [deletion, { deleted: row.deleted }] as const].map(([group, value]) => [
    `${kind}/${id}/${group}`,
    groupText(edits[group] ?? edit, value),
  ]);
}

/** Every object inside a value, as such or as JSON text, so that a group is found in whatever it is wrapped. */
function collect(value: JsonValue, into: Set<string>): void {
  if (typeof value === 'string' && value.startsWith('{')) collect(JSON.parse(value) as JsonValue, into);
  if (typeof value !== 'object' || value === null) return;
  into.add(canonical(value));
  for (const inner of Object.values(value)) collect(inner, into);
}
