/** The protocol that is built, and three that people would build first: the model must catch those. */
import { aged, answered, type ExportJob, looked, mayBeSent, take } from '../../src-shared/domain/dms/export-job.ts';

export type Protocol = Pick<typeof built, 'take' | 'mayBeSent' | 'answered' | 'looked' | 'aged'>;

export const built = { take, mayBeSent, answered, looked, aged };

/** Whatever gave no answer is sent again. */
export const naive = changed((job) =>
  job.state.kind === 'uncertain' || job.state.kind === 'needs-check' ? { ...job, state: { kind: 'queued' } } : job,
);

/** Looks, or asks a person, as soon as an answer is missing. */
export const hasty = changed((job) =>
  job.state.kind === 'uncertain' ? { ...job, state: { ...job.state, quietAt: -1 } } : job,
);

/** Sends what it took, however long ago that was. */
export const careless: Protocol = { ...built, mayBeSent: () => true };

function changed(spoil: (job: ExportJob) => ExportJob): Protocol {
  return {
    ...built,
    take: (job, recall, now, timing) => take(spoil(aged(job, recall, now, timing)), recall, now, timing),
    answered: (...given) => spoil(answered(...given)),
    looked: (...given) => spoil(looked(...given)),
    aged: (...given) => spoil(aged(...given)),
  };
}
