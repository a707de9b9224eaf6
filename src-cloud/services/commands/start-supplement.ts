/** Opens a locked estimate again as its next version. */
import { ok } from '../../../src-shared/base/result.ts';
import { whyNotStart } from '../../../src-shared/domain/estimate/lock.ts';
import { isEnded } from '../../../src-shared/domain/workfile/life.ts';
import { because, type Effect } from './command-room.ts';
import { readLockable } from './lockable.ts';

export const startSupplement: Effect<'start-supplement'> = async ({ store, answered }, { estimateId, label }) => {
  const found = await readLockable(store, estimateId);
  if (found === undefined) return because('missing');
  const { record, facts } = found;
  const { stage } = facts.workfile.stage;
  if (isEnded(stage) && answered === undefined) return because('other-stage', { stage });
  const { lock, version } = facts.estimate;
  const reason = whyNotStart(facts.estimate, label);
  if (reason !== null) return because(reason, { by: lock.by, at: lock.at, label: version.label });
  return ok({
    result: {},
    changes: [
      { record, group: 'version', value: { ...record.value.version, label } },
      { record, group: 'lock', value: { ...record.value.lock, at: 0, by: '' } },
    ],
  });
};
