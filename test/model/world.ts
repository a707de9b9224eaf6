/** One export, two workers, a network and a partner, as small as they can be: what there is at one moment. */
import {
  type ExportJob,
  type ExportTiming,
  newExport,
  type Outcome,
  type Recall,
} from '../../src-shared/domain/dms/export-job.ts';

/** One tick is enough for whatever must differ. */
export const timing: ExportTiming = { leaseMs: 4, timeoutMs: 1, slackMs: 1, lagMs: 2 };

/** Times are counted from now on, which is always 0: what is over long ago is over. */
export type World = {
  readonly recall: Recall;
  readonly job: ExportJob;
  readonly workers: readonly [Worker, Worker];
  /** Requests that left and did not arrive yet. */
  readonly requests: readonly Travelling[];
  readonly answers: readonly Answer[];
  /** How long ago the partner booked the payment, each time it did. */
  readonly booked: readonly number[];
  /** What may still go wrong. */
  readonly left: Left;
};

export type Worker =
  | { readonly at: 'rest' }
  | { readonly at: 'ready'; readonly fence: number; readonly errand: 'send' | 'look' }
  /** The job was still its own, `since` ticks ago: the request leaves now. */
  | { readonly at: 'cleared'; readonly fence: number; readonly since: number }
  | { readonly at: 'waiting'; readonly fence: number; readonly since: number }
  | { readonly at: 'told'; readonly fence: number; readonly found: boolean };

/** `latest`: in how many ticks it has arrived or is lost. */
export type Travelling = { readonly fence: number; readonly latest: number };
export type Answer = { readonly fence: number; readonly outcome: Outcome };
export type Left = {
  readonly crashes: number;
  readonly lostRequests: number;
  readonly lostAnswers: number;
  readonly heldRequests: number;
  readonly refusals: number;
  readonly absences: number;
};

export const reference = 'the partner knows it';

export const begin = (recall: Recall): World => ({
  recall,
  job: newExport,
  workers: [{ at: 'rest' }, { at: 'rest' }],
  requests: [],
  answers: [],
  booked: [],
  left: { crashes: 2, lostRequests: 1, lostAnswers: 1, heldRequests: 1, refusals: 1, absences: 1 },
});

/** How old something must be to make no further difference. */
const longAgo = -2;
const oldFence = -3;

/** The same world with now at 0 after so many ticks, in the words that all worlds which go on alike have in common. */
export function settled(world: World, ticks = 0): World {
  const { fence } = world.job;
  const age = (mine: number): number => Math.max(mine - fence, oldFence);
  const later = (time: number): number => Math.max(time - ticks, longAgo);
  const { state } = world.job;
  const rested =
    'until' in state
      ? { ...state, until: later(state.until) }
      : 'quietAt' in state
        ? { ...state, quietAt: later(state.quietAt) }
        : state.kind === 'queued' && state.from !== undefined
          ? { ...state, from: later(state.from) }
          : state;
  // How often it was in vain makes no difference but to how long is waited.
  const { unsent: _, ...counted } = { unsent: 0, ...rested };
  const isAwaited = ({ fence: mine }: Answer): boolean =>
    world.workers.some((worker) => worker.at === 'waiting' && worker.fence === mine);
  const workers = world.workers
    .map((worker) => {
      if (worker.at === 'rest') return worker;
      const aged = 'since' in worker ? { since: Math.min(worker.since + ticks, timing.timeoutMs) } : {};
      return { ...worker, ...aged, fence: age(worker.fence) };
    })
    .sort(byText) as [Worker, Worker];
  return {
    ...world,
    job: { state: counted, fence: 0 },
    workers,
    requests: world.requests.map((one) => ({ fence: age(one.fence), latest: one.latest - ticks })).sort(byText),
    answers: world.answers
      .filter(isAwaited)
      .map((one) => ({ ...one, fence: age(one.fence) }))
      .sort(byText),
    booked: world.booked.map((ago) => Math.min(ago + ticks, timing.lagMs + 1)),
  };
}

const byText = (one: unknown, other: unknown): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
