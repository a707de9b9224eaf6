/** Locks an estimate's version: it becomes a record of its own that nothing changes any more. */
import { ok } from '../../../src-shared/base/result.ts';
import { obstaclesOf, whyNotLock } from '../../../src-shared/domain/estimate/lock.ts';
import {
  type Lockable,
  packVersion,
  versionSpec,
} from '../../../src-shared/domain/estimate/supplement/locked-version.ts';
import { parseGroup } from '../../../src-shared/domain/record.ts';
import { beginningOf, isCleanText } from '../../../src-shared/domain/text.ts';
import { isEnded } from '../../../src-shared/domain/workfile/life.ts';
import type { ParamsOf } from '../../../src-shared/sync/commands.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import { because, type Effect, type Room } from './command-room.ts';
import { type FoundEstimate, readLockable } from './lockable.ts';

export const lockEstimate: Effect<'lock-estimate'> = async (room, params) => {
  const found = await readLockable(room.store, params.estimateId);
  if (found === undefined) return because('missing');
  const before = seenVersion(room.answered, found.facts);
  const refused = whyNot(found, before === undefined) ?? whyUnseen(room, found, params);
  if (refused !== null) return refused;
  const [taken] = await room.store.readRecords([{ kind: 'version', id: params.versionId }], []);
  if (taken !== undefined) return because('invalid');
  const { record, facts } = found;
  const by = isCleanText(room.asker.name) ? beginningOf(room.asker.name, 120) : '';
  const estimator = params.estimator || facts.workfile.tracking.estimator || by;
  const { at } = params;
  const value = before ?? (packVersion(facts, { at, by, estimator }) as unknown as JsonObject);
  return ok({
    result: {},
    changes: [
      { record: { kind: 'version', id: params.versionId }, group: '*', value },
      { record, group: 'lock', value: { ...record.value.lock, at, by } },
    ],
  });
};

/** Why this estimate is not to be locked, or null; what was locked before a restore was ready then. */
function whyNot({ facts }: FoundEstimate, isNew: boolean) {
  const { lock, version } = facts.estimate;
  const { stage } = facts.workfile.stage;
  if (isNew && isEnded(stage)) return because('other-stage', { stage });
  const reason = whyNotLock(facts.estimate, facts.lines.length > 0);
  if (reason !== null) {
    return because(reason, reason === 'locked' ? { by: lock.by, at: lock.at, label: version.label } : {});
  }
  const [obstacle, ...others] = isNew ? obstaclesOf(facts) : [];
  return obstacle === undefined ? null : because('not-ready', { first: obstacle.key, others: others.length });
}

/** An insurer gets what its estimator saw: where another PC was faster, they look again. What was done once was seen. */
const whyUnseen = ({ answered }: Room, found: FoundEstimate, { seen }: ParamsOf<'lock-estimate'>) =>
  answered !== undefined || seen === undefined || seen === found.seen ? null : because('changed');

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
