/** What a new record must be: allowed group by group, with parents that are there, and the only one where there is one. */

import { sameValue } from '../../src-shared/base/same-value.ts';
import { can, permissionAtStart, singles } from '../../src-shared/domain/access/permissions.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import { isPastVoiding } from '../../src-shared/domain/dms/payment-state.ts';
import { emptyGroup } from '../../src-shared/domain/record.ts';
import type { JsonObject, RefusalCode } from '../../src-shared/sync/protocol.ts';
import { type RecordKind, records } from '../../src-shared/sync/records.ts';

type Value = Readonly<Record<string, JsonObject>>;
type Parent = { readonly kind: RecordKind; readonly value: Value; readonly deleted: boolean };

/** Whether a role may bring every group of a new record along; an empty group needs nothing. */
export const mayBegin = (role: Role, kind: RecordKind, value: Value): boolean =>
  Object.entries(value).every(
    ([group, content]) => isEmpty(kind, group, content) || can(role, permissionAtStart(kind, group)),
  );

function isEmpty(kind: RecordKind, group: string, content: JsonObject): boolean {
  const { spec } = records[kind];
  const empty = Object.hasOwn(spec.groups, group) ? emptyGroup(spec, group as never) : {};
  return sameValue(content, empty);
}

/** Why a new record has no place where it says it belongs, or null. */
export function misplaced(
  kind: RecordKind,
  value: Value,
  among: { readonly parents: readonly (Parent | undefined)[]; readonly siblings: readonly unknown[] },
): RefusalCode | null {
  const parents = among.parents.filter((parent) => parent !== undefined);
  if (parents.length < among.parents.length) return 'missing';
  if (parents.some((parent) => parent.deleted)) return 'deleted';
  if (parents.some((parent) => isOfAnother(parent, value))) return 'invalid';
  if (kind === 'receipt-void' && parents.some(isExported)) return 'exported';
  return singles.includes(kind) && among.siblings.length > 0 ? 'once' : null;
}

/** Money that is in the dealer's system, or may be, is reversed by a receipt of its own. */
const isExported = ({ kind, value }: Parent): boolean => kind === 'receipt' && isPastVoiding(value);

/** Whether a parent names a parent of its own that the record names differently: an estimate of another workfile. */
const isOfAnother = (parent: Parent, value: Value): boolean =>
  Object.entries(parent.value.parent ?? {}).some(
    ([name, id]) => name.endsWith('Id') && value.parent?.[name] !== undefined && value.parent[name] !== id,
  );
