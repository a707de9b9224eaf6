/** Locks an estimate's version: it becomes a record of its own that nothing changes any more. */
import { ok } from '../../../src-shared/base/result.ts';
import { obstaclesOf, whyNotLock } from '../../../src-shared/domain/estimate/lock.ts';
import {
  type Lockable,
  packVersion,
  versionSpec,
} from '../../../src-shared/domain/estimate/supplement/locked-version.ts';
import { parseGroup } from '../../../src-shared/domain/record.ts';
import { isCleanText } from '../../../src-shared/domain/text.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import { because, type Effect } from './command-room.ts';
import { readLockable } from './lockable.ts';

export const lockEstimate: Effect<'lock-estimate'> = async (
  { store, asker, answered },
  { estimateId, at, versionId, estimator },
) => {
  const found = await readLockable(store, estimateId);
  if (found === undefined) return because('missing');
  const { record, facts } = found;
  const reason = whyNotLock(facts.estimate, facts.lines.length > 0);
  const { lock, version } = facts.estimate;
  if (reason !== null) {
    return because(reason, reason === 'locked' ? { by: lock.by, at: lock.at, label: version.label } : {});
  }
  const [obstacle, ...others] = seenVersion(answered, facts) === undefined ? obstaclesOf(facts) : [];
  if (obstacle !== undefined) return because('not-ready', { first: obstacle.key, others: others.length });
  const [taken] = await store.readRecords([{ kind: 'version', id: versionId }], []);
  if (taken !== undefined) return because('invalid');
  const by = isCleanText(asker.name) ? asker.name.slice(0, 120) : '';
  const value = seenVersion(answered, facts) ?? (packVersion(facts, { at, by, estimator }) as unknown as JsonObject);
  return ok({
    result: {},
    changes: [
      { record: { kind: 'version', id: versionId }, group: '*', value },
      { record, group: 'lock', value: { ...record.value.lock, at, by } },
    ],
  });
};

/** What was locked before a restore, as people have seen and printed it; it must be of this estimate's version. */
function seenVersion(answered: JsonObject | undefined, { workfile, estimate }: Lockable): JsonObject | undefined {
  const version = answered?.version as Readonly<Record<string, JsonObject>> | undefined;
  const { parent, of } = version ?? {};
  const isOfThis =
    parent?.workfileId === workfile.id && parent.estimateId === estimate.id && of?.label === estimate.version.label;
  const isSound = Object.entries(version ?? {}).every(
    ([group, value]) => parseGroup(versionSpec, group as never, value).ok,
  );
  return isOfThis && isSound ? version : undefined;
}
