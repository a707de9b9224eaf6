// What becomes of an edit that meets a record: one pure function for cloud and PC. No clock decides anything.

import type { EditId } from '../base/ids.ts';
import { sameValue } from '../base/same-value.ts';
import type { GroupShapes } from '../domain/record.ts';
import { deletion, type JsonObject, type RefusalCode, wholeRecord } from './protocol.ts';
import { type Policy, type RecordKind, records } from './records.ts';

/** What a store holds of one group: its value and the edit that wrote it. */
export type CurrentGroup = { readonly value: JsonObject; readonly edit: EditId };

/** An edit's meeting: what is there now, what comes, and whether the record is deleted. */
export type Meeting = {
  readonly kind: RecordKind;
  readonly group: string;
  readonly value: JsonObject;
  readonly edit: EditId;
  readonly base: EditId | null;
  /** Null where the record does not exist yet. */
  readonly current: CurrentGroup | null;
  readonly deleted: boolean;
};

export type Outcome =
  | { readonly kind: 'apply'; readonly value: JsonObject }
  | { readonly kind: 'nothing' }
  /** `deletion`: the value meets no other value, but its record was deleted. */
  | { readonly kind: 'conflict'; readonly against: 'value' | 'deletion' }
  | { readonly kind: 'refuse'; readonly code: RefusalCode };

/** Decides one edit. A store looks a replayed edit up in its log before it asks. */
export function merge(meeting: Meeting): Outcome {
  const { current, group } = meeting;
  if (group === wholeRecord) return current === null ? apply(meeting.value) : create(meeting, current);
  if (current === null) return refuse('missing');
  if (meeting.edit === current.edit) return { kind: 'nothing' };
  if (group === deletion) return sameValue(current.value, meeting.value) ? { kind: 'nothing' } : apply(meeting.value);
  const policy = policyOf(meeting.kind, group);
  if (policy === undefined) return refuse('invalid');
  if (policy === 'cloud' || policy === 'once') return refuse(policy);
  if (meeting.deleted && policy === 'keep-both') return ofDeleted(meeting.value, current.value);
  // The author who saw what is there gets a stamp of their own, even for an equal value: their next edit will name it.
  if (meeting.base === current.edit) return apply(meeting.value);
  if (sameValue(current.value, meeting.value)) return { kind: 'nothing' };
  return concurrent(policy, meeting, current.value);
}

function create(meeting: Meeting, current: CurrentGroup): Outcome {
  return meeting.edit === current.edit ? { kind: 'nothing' } : refuse('once');
}

/** A record stays deleted until a person restores it; nobody loses what they wrote meanwhile. */
const ofDeleted = (mine: JsonObject, theirs: JsonObject): Outcome =>
  sameValue(mine, theirs) ? { kind: 'nothing' } : { kind: 'conflict', against: 'deletion' };

function concurrent(policy: Exclude<Policy, 'cloud' | 'once'>, meeting: Meeting, theirs: JsonObject): Outcome {
  const { value: mine } = meeting;
  if (policy === 'last') return apply(mine);
  if (policy === 'keep-both') return { kind: 'conflict', against: 'value' };
  const ahead = compareNumbers(meeting, theirs) > 0 === (policy === 'most');
  return ahead ? apply(mine) : { kind: 'nothing' };
}

const apply = (value: JsonObject): Outcome => ({ kind: 'apply', value });
const refuse = (code: RefusalCode): Outcome => ({ kind: 'refuse', code });

/** The policy of a group; undefined where the kind has no such group. */
export function policyOf(kind: RecordKind, group: string): Policy | undefined {
  const policies: Readonly<Record<string, Policy>> = records[kind].policies;
  return Object.hasOwn(policies, group) ? policies[group] : undefined;
}

/** By the declared fields in their order: what a later version adds to a group does not decide which figure is larger. */
function compareNumbers({ kind, group, value: mine }: Meeting, theirs: JsonObject): number {
  const groups: GroupShapes = records[kind].spec.groups;
  for (const name of Object.keys(groups[group]?.shape ?? {})) {
    const [own, other] = [mine[name], theirs[name]];
    if (typeof own === 'number' && typeof other === 'number' && own !== other) return own - other;
  }
  return 0;
}
