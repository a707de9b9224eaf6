/** Everything that can happen next, and the world after it. */
import { cancelled, checked, type ExportJob, retried } from '../../src-shared/domain/dms/export-job.ts';
import type { Protocol } from './protocols.ts';
import {
  type Answer,
  type Left,
  reference,
  settled,
  type Travelling,
  timing,
  type Worker,
  type World,
} from './world.ts';

export type Move = { readonly what: string; readonly after: World };

const now = 0;
const rest: Worker = { at: 'rest' };

export function moves(world: World, protocol: Protocol): readonly Move[] {
  const found = [
    ...world.workers.flatMap((worker, at) => ofWorker(world, worker, at as 0 | 1, protocol)),
    ...world.requests.flatMap((request, at) => ofRequest(world, request, at)),
    ...world.answers.flatMap((answer, at) => ofAnswer(world, answer, at, protocol)),
    ...ofPeople(world),
    ...ofTime(world, protocol),
  ];
  return found.map(({ what, after }) => ({ what, after: settled(after) }));
}

const withWorker = (world: World, at: 0 | 1, worker: Worker): World => ({
  ...world,
  workers: at === 0 ? [worker, world.workers[1]] : [world.workers[0], worker],
});
const withJob = (world: World, job: ExportJob): World => ({ ...world, job });
const without = <T>(all: readonly T[], at: number): readonly T[] => all.filter((_, i) => i !== at);
const spend = (world: World, what: keyof Left): World => ({
  ...world,
  left: { ...world.left, [what]: world.left[what] - 1 },
});

function ofWorker(world: World, worker: Worker, at: 0 | 1, protocol: Protocol): readonly Move[] {
  const { job, recall, left } = world;
  const becomes = (next: Worker, from: World = world): World => withWorker(from, at, next);
  const crash = left.crashes > 0 ? [{ what: 'crash', after: becomes(rest, spend(world, 'crashes')) }] : [];
  switch (worker.at) {
    case 'rest': {
      const taken = protocol.take(job, recall, now, timing);
      if (taken === null) return [];
      const ready: Worker = { at: 'ready', fence: taken.job.fence, errand: taken.errand };
      return [{ what: `take to ${taken.errand}`, after: becomes(ready, withJob(world, taken.job)) }];
    }
    case 'ready':
      return [
        ...crash,
        worker.errand === 'send' ? clear(world, worker.fence, becomes, protocol) : look(world, worker.fence, becomes),
      ];
    case 'cleared':
      return [...crash, ...notThere(world, worker.fence, becomes, protocol), ...leave(world, worker.fence, becomes)];
    case 'waiting': {
      if (worker.since < timing.timeoutMs) return crash;
      const after = protocol.answered(job, worker.fence, { kind: 'unknown' }, { recall, timing });
      return [...crash, { what: 'no answer', after: becomes(rest, withJob(world, after)) }];
    }
    case 'told': {
      const after = protocol.looked(job, worker.fence, worker.found ? reference : null, { now, timing });
      const goesOn = after.state.kind === 'sending' && after.fence === worker.fence && job.state.kind === 'looking';
      const next: Worker = goesOn ? { at: 'ready', fence: worker.fence, errand: 'send' } : rest;
      return [...crash, { what: worker.found ? 'found' : 'not found', after: becomes(next, withJob(world, after)) }];
    }
  }
}

type Become = (next: Worker, from?: World) => World;

function clear(world: World, fence: number, becomes: Become, protocol: Protocol): Move {
  return protocol.mayBeSent(world.job, fence, now, timing)
    ? { what: 'may be sent', after: becomes({ at: 'cleared', fence, since: 0 }) }
    : { what: 'too late to send', after: becomes(rest) };
}

/** No connection comes about: the worker knows that nothing left. */
function notThere(world: World, fence: number, becomes: Become, protocol: Protocol): readonly Move[] {
  const { job, recall, left } = world;
  if (left.absences === 0) return [];
  const after = protocol.answered(job, fence, { kind: 'unsent' }, { recall, timing });
  return [{ what: 'nobody there', after: becomes(rest, spend(withJob(world, after), 'absences')) }];
}

function look(world: World, fence: number, becomes: Become): Move {
  const lag = world.recall === 'late-reference' ? timing.lagMs : 0;
  return { what: 'look', after: becomes({ at: 'told', fence, found: world.booked.some((ago) => ago >= lag) }) };
}

function leave(world: World, fence: number, becomes: Become): readonly Move[] {
  const sent = (latest: number, from: World): World =>
    becomes({ at: 'waiting', fence, since: 0 }, { ...from, requests: [...from.requests, { fence, latest }] });
  const held = spend(world, 'heldRequests');
  return [
    { what: 'send', after: sent(timing.timeoutMs, world) },
    ...(world.left.heldRequests > 0
      ? [{ what: 'send, held on its way', after: sent(timing.timeoutMs + timing.slackMs, held) }]
      : []),
  ];
}

function ofRequest(world: World, { fence }: Travelling, at: number): readonly Move[] {
  const gone = { ...world, requests: without(world.requests, at) };
  const answer = (from: World, outcome: Answer['outcome']): World => ({
    ...from,
    answers: [...from.answers, { fence, outcome }],
  });
  const isKnown = world.recall === 'key' && world.booked.length > 0;
  const booked = isKnown ? gone : { ...gone, booked: [...world.booked, 0] };
  const lost = world.left.lostRequests > 0 ? [{ what: 'request lost', after: spend(gone, 'lostRequests') }] : [];
  const refused =
    world.left.refusals > 0 && !isKnown
      ? [{ what: 'refused', after: answer(spend(gone, 'refusals'), { kind: 'refused', reason: 'closed' }) }]
      : [];
  return [{ what: 'booked', after: answer(booked, { kind: 'accepted', reference }) }, ...lost, ...refused];
}

function ofAnswer(world: World, { fence, outcome }: Answer, at: number, protocol: Protocol): readonly Move[] {
  const gone = { ...world, answers: without(world.answers, at) };
  const hearer = world.workers.findIndex((worker) => worker.at === 'waiting' && worker.fence === fence);
  // Two who wait never wait for the same: see `settled` for answers that nobody waits for.
  if (hearer < 0) return [];
  const { job, recall } = world;
  const heard = withJob(gone, protocol.answered(job, fence, outcome, { recall, timing }));
  const lost = world.left.lostAnswers > 0 ? [{ what: 'answer lost', after: spend(gone, 'lostAnswers') }] : [];
  return [{ what: `${outcome.kind} heard`, after: withWorker(heard, hearer as 0 | 1, rest) }, ...lost];
}

function ofPeople(world: World): readonly Move[] {
  const { job, booked } = world;
  if (job.state.kind === 'needs-check')
    return [{ what: 'a person looks', after: withJob(world, checked(job, booked.length > 0 ? reference : null)) }];
  if (job.state.kind === 'failed') return [{ what: 'tried again', after: withJob(world, retried(job)) }];
  return job.state.kind === 'queued' ? [{ what: 'cancelled', after: withJob(world, cancelled(job)) }] : [];
}

/** Time does not go on over what must happen before. */
function ofTime(world: World, protocol: Protocol): readonly Move[] {
  const isDue = world.requests.some(({ latest }) => latest === 0);
  const mustLeave = world.workers.some((worker) => worker.at === 'cleared' && worker.since >= timing.slackMs);
  if (isDue || mustLeave) return [];
  const later = settled(world, 1);
  return [{ what: 'a tick', after: withJob(later, protocol.aged(later.job, later.recall, now, timing)) }];
}
