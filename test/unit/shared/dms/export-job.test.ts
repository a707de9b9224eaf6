import { expect, test } from 'vitest';
import {
  answered,
  cancelled,
  checked,
  dueAt,
  type ExportJob,
  looked,
  mayBeSent,
  newExport,
  type Recall,
  retried,
  take,
  untold,
} from '../../../../src-shared/domain/dms/export-job.ts';

const timing = { leaseMs: 60_000, timeoutMs: 20_000, slackMs: 5_000, lagMs: 30_000 };
const taken = (job: ExportJob, recall: Recall, now: number) => take(job, recall, now, timing);
const sending = (recall: Recall): ExportJob => taken(newExport, recall, 0)?.job ?? newExport;
const unanswered = (recall: Recall): ExportJob => answered(sending(recall), 1, { kind: 'unknown' }, { recall, timing });

test('a job without an answer is left alone until its lease and the slack are over', () => {
  expect(taken(unanswered('reference'), 'reference', 65_000)).toBeNull();
  expect(taken(unanswered('reference'), 'reference', 65_001)?.errand).toBe('look');
});

test('a partner whose look-up lags is asked later, and one that knows the key is sent it again', () => {
  expect(taken(unanswered('late-reference'), 'late-reference', 95_000)).toBeNull();
  expect(taken(unanswered('late-reference'), 'late-reference', 95_001)?.errand).toBe('look');
  expect(taken(unanswered('key'), 'key', 65_001)?.errand).toBe('send');
});

test('what the partner has already is posted, what it has not is sent by who looked', () => {
  const looking = taken(unanswered('reference'), 'reference', 70_000)?.job as ExportJob;
  expect(looked(looking, 2, 'R-1', { now: 70_100, timing }).state).toEqual({ kind: 'posted', reference: 'R-1' });
  const again = looked(looking, 2, null, { now: 70_100, timing });
  expect(mayBeSent(again, 2, 70_200, timing)).toBe(true);
  expect(mayBeSent(again, 1, 70_200, timing)).toBe(false);
});

test('a partner that answers neither is asked five times, then a person looks; one that is away is asked for ever', () => {
  const how = { recall: 'reference', timing } as const;
  let job = unanswered('reference');
  const ask = (): number => {
    const due = dueAt(job, 'reference', timing) ?? 0;
    job = taken(job, 'reference', due)?.job ?? job;
    return job.fence;
  };
  for (let n = 1; n < 5; n += 1) {
    const fence = ask();
    job = untold(job, fence, how);
    expect(job.state).toMatchObject({ kind: 'uncertain', looks: n });
  }
  // Its lease ran out without any answer.
  for (let n = 0; n < 9; n += 1) ask();
  expect(job.state).toMatchObject({ kind: 'looking', looks: 4 });
  expect(untold(job, job.fence - 1, how)).toBe(job);
  const last = ask();
  job = untold(job, last, how);
  expect(job.state).toEqual({ kind: 'needs-check' });
  expect(dueAt(job, 'reference', timing)).toBeNull();
  expect(looked(job, job.fence, 'R-1', { now: 0, timing }).state.kind).toBe('posted');
});

test('a request does not leave when it could arrive after the lease', () => {
  expect(mayBeSent(sending('key'), 1, 35_000, timing)).toBe(true);
  expect(mayBeSent(sending('key'), 1, 35_001, timing)).toBe(false);
});

test('who is late hears that it was posted and says so; what else it heard changes nothing', () => {
  const second = taken(sending('reference'), 'reference', 70_000)?.job as ExportJob;
  const how = { recall: 'reference', timing } as const;
  expect(answered(second, 1, { kind: 'accepted', reference: 'R-2' }, how).state.kind).toBe('posted');
  expect(answered(second, 1, { kind: 'refused', reason: 'closed' }, how)).toBe(second);
});

test('a refusal ends it until a person tries again', () => {
  const how = { recall: 'none', timing } as const;
  const refused = answered(sending('none'), 1, { kind: 'refused', reason: 'no such customer' }, how);
  expect(refused.state).toEqual({ kind: 'failed', reason: 'no such customer' });
  expect(taken(refused, 'none', 1)).toBeNull();
  expect(taken(retried(refused), 'none', 1)?.errand).toBe('send');
});

test('what surely never left is sent again after its lease, and nobody has to look for it', () => {
  const how = { recall: 'none', timing } as const;
  const waiting = answered(sending('none'), 1, { kind: 'unsent' }, how);
  expect(waiting.state).toEqual({ kind: 'queued', from: 60_000, unsent: 1 });
  expect(dueAt(waiting, 'none', timing)).toBe(60_000);
  expect(taken(waiting, 'none', 59_999)).toBeNull();
  expect(taken(waiting, 'none', 60_000)?.errand).toBe('send');
  expect(cancelled(waiting).state.kind).toBe('cancelled');
});

test('a partner that stays away is asked again ever more seldom, at last every quarter of an hour', () => {
  let [job, now] = [newExport, 0];
  const pauses: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    job = answered(taken(job, 'none', now)?.job ?? job, n + 1, { kind: 'unsent' }, { recall: 'none', timing });
    const due = dueAt(job, 'none', timing) ?? 0;
    pauses.push((due - now) / 60_000);
    now = due;
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 16, 16]);
});

test('that one request never left says nothing of an earlier one under the same key', () => {
  const second = taken(unanswered('key'), 'key', 70_000)?.job as ExportJob;
  const how = { recall: 'key', timing } as const;
  expect(answered(second, 1, { kind: 'unsent' }, how)).toBe(second);
  const waiting = answered(second, 2, { kind: 'unsent' }, how);
  expect(cancelled(waiting)).toBe(waiting);
  expect(taken(waiting, 'key', 200_000)?.errand).toBe('send');
});

test('where nothing can be looked up a person says what is there', () => {
  expect(taken(unanswered('none'), 'none', 70_000)).toBeNull();
  const waiting: ExportJob = { ...unanswered('none'), state: { kind: 'needs-check' } };
  expect(checked(waiting, 'R-3').state).toEqual({ kind: 'posted', reference: 'R-3' });
  expect(checked(waiting, null).state).toEqual({ kind: 'queued' });
});

test('only what nobody took is taken back', () => {
  expect(cancelled(newExport).state.kind).toBe('cancelled');
  expect(cancelled(sending('key')).state.kind).toBe('sending');
});
