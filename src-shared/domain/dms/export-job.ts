// One export to the dealer's system: what may be done next, so that no answer that went missing books a payment twice.

/**
 * How a partner helps to find out whether it has an export already: it knows an export's key again, it is looked up by
 * its reference (at once, or only after a while), or it does neither.
 */
export const recalls = ['key', 'reference', 'late-reference', 'none'] as const;
export type Recall = (typeof recalls)[number];

/** Spans in milliseconds that one cloud counts with. An attempt must be over well before its lease is: see `mayBeSent`. */
export type ExportTiming = {
  /** How long a worker holds a job. */
  readonly leaseMs: number;
  /** When a request without an answer is given up. */
  readonly timeoutMs: number;
  /** By how much clocks differ, and how long after it was given up a request may still arrive. */
  readonly slackMs: number;
  /** How long after booking it a partner's look-up may not find an export yet. */
  readonly lagMs: number;
};

export type ExportState =
  /** Nothing of it left. Where nobody was there to take it, so many times, it is not sent before `from`. */
  | { readonly kind: 'queued'; readonly from?: number; readonly unsent?: number }
  /** A worker holds it and may have sent it. */
  | { readonly kind: 'sending'; readonly until: number; readonly unsent?: number }
  /**
   * It may have arrived. Nothing is done until `quietAt` is over, when no request of it can be on its way any more. `looks`:
   * how many answers said neither that the partner has it nor that it has not.
   */
  | { readonly kind: 'uncertain'; readonly quietAt: number; readonly looks?: number }
  /** A worker holds it and asks the partner whether it has it. */
  | { readonly kind: 'looking'; readonly until: number; readonly looks?: number }
  /** Only a person can find out. */
  | { readonly kind: 'needs-check' }
  | { readonly kind: 'posted'; readonly reference: string; readonly remark?: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'cancelled' };

/** `fence` grows with every worker that takes the job: what an older one wants to do with it is not done. */
export type ExportJob = { readonly state: ExportState; readonly fence: number };

/** What became of one request, as far as its worker knows. */
export type Outcome =
  /** `remark`: what the partner did not do of it, in its words; what it booked stands all the same. */
  | { readonly kind: 'accepted'; readonly reference: string; readonly remark?: string }
  /** The partner said no, and why: it is sure that nothing was booked. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nothing of it left: no connection came about. */
  | { readonly kind: 'unsent' }
  /** Anything else: no answer, half an answer, an answer nobody understands. */
  | { readonly kind: 'unknown' };

/** What a worker does with a job it took. */
export type Errand = 'send' | 'look';

export const newExport: ExportJob = { state: { kind: 'queued' }, fence: 0 };

/** What time alone does to a job: whoever held it too long does not come back, and what only a person can tell is theirs. */
export function aged(job: ExportJob, recall: Recall, now: number, timing: ExportTiming): ExportJob {
  const { state } = job;
  if ((state.kind === 'sending' || state.kind === 'looking') && now > state.until)
    return aged(inDoubt(job, recall, timing), recall, now, timing);
  if (state.kind === 'uncertain' && recall === 'none' && now > state.quietAt)
    return { ...job, state: { kind: 'needs-check' } };
  return job;
}

/** Gives the job to a worker under a new fence; null while there is nothing to do for one. */
export function take(
  job: ExportJob,
  recall: Recall,
  now: number,
  timing: ExportTiming,
): { readonly job: ExportJob; readonly errand: Errand } | null {
  const { state, fence } = aged(job, recall, now, timing);
  const until = now + timing.leaseMs;
  if (state.kind === 'queued') {
    const { from = 0, unsent } = state;
    const before = unsent === undefined ? {} : { unsent };
    return now < from
      ? null
      : { job: { state: { kind: 'sending', until, ...before }, fence: fence + 1 }, errand: 'send' };
  }
  if (state.kind !== 'uncertain' || now <= state.quietAt) return null;
  return recall === 'key'
    ? { job: { state: { kind: 'sending', until }, fence: fence + 1 }, errand: 'send' }
    : { job: { state: { kind: 'looking', until, ...looksOf(state) }, fence: fence + 1 }, errand: 'look' };
}

/**
 * How much longer a job in doubt must stand still, by the stopwatch of whoever would take it, until nothing of the last
 * attempt can be on its way: a clock that jumped says that a lease is over which has only begun.
 */
export const restMs = ({ state }: ExportJob, recall: Recall, stoodMs: number, timing: ExportTiming): number =>
  isInDoubt(state) ? Math.max(0, stillMs(recall, timing) - stoodMs) : 0;

const stillMs = (recall: Recall, { leaseMs, slackMs, lagMs }: ExportTiming): number =>
  leaseMs + slackMs + (recall === 'late-reference' ? lagMs : 0);

const isInDoubt = ({ kind }: ExportState): boolean => kind === 'sending' || kind === 'looking' || kind === 'uncertain';

/** Asked in the moment before the request leaves: whether this worker still holds the job, for long enough. */
export function mayBeSent({ state, fence }: ExportJob, mine: number, now: number, timing: ExportTiming): boolean {
  if (state.kind !== 'sending' || fence !== mine) return false;
  return now + timing.timeoutMs + timing.slackMs <= state.until;
}

/** What the answer of a request makes of the job. That the partner has it is believed from whoever heard it. */
export function answered(
  job: ExportJob,
  mine: number,
  outcome: Outcome,
  { recall, timing }: { readonly recall: Recall; readonly timing: ExportTiming },
): ExportJob {
  const { state, fence } = job;
  if (isOver(state)) return job;
  if (outcome.kind === 'accepted') {
    const { kind: _, ...told } = outcome;
    return { fence, state: { kind: 'posted', ...told } };
  }
  if (state.kind !== 'sending' || fence !== mine) return job;
  if (outcome.kind === 'refused') return { fence, state: { kind: 'failed', reason: outcome.reason } };
  // Whoever sends the same key again never cleared up what was in doubt before; everybody else did.
  if (outcome.kind === 'unsent' && recall !== 'key') return { fence, state: waiting(state, timing) };
  return inDoubt(job, recall, timing);
}

/** What looking came to: the partner's reference, or null when it has nothing under ours. It may then be sent by who looked. */
export function looked(
  job: ExportJob,
  mine: number,
  found: string | null,
  { now, timing }: { readonly now: number; readonly timing: ExportTiming },
): ExportJob {
  const { state, fence } = job;
  if (isOver(state)) return job;
  if (found !== null) return { fence, state: { kind: 'posted', reference: found } };
  if (state.kind !== 'looking' || fence !== mine) return job;
  return { fence, state: { kind: 'sending', until: now + timing.leaseMs } };
}

/**
 * What an answer makes of the job that says neither that the partner has it nor that it has not: it is asked again, but not
 * for ever; then a person looks. Without any answer it is asked for as long as the partner is away.
 */
export function untold(
  job: ExportJob,
  mine: number,
  { recall, timing }: { readonly recall: Recall; readonly timing: ExportTiming },
): ExportJob {
  const { state, fence } = job;
  if (state.kind !== 'looking' || fence !== mine) return job;
  const looks = (state.looks ?? 0) + 1;
  return looks < mostLooks
    ? inDoubt({ fence, state: { ...state, looks } }, recall, timing)
    : { fence, state: { kind: 'needs-check' } };
}
const mostLooks = 5;

/** What a person found out in the dealer's system: its reference there, or null when it is not there. */
export function checked(job: ExportJob, found: string | null): ExportJob {
  if (job.state.kind !== 'needs-check') return job;
  return { ...job, state: found === null ? { kind: 'queued' } : { kind: 'posted', reference: found } };
}

/** A person tries again what the partner refused. */
export const retried = (job: ExportJob): ExportJob =>
  job.state.kind === 'failed' ? { ...job, state: { kind: 'queued' } } : job;

/** Takes a job back that nobody took yet; any other goes on. */
export const cancelled = (job: ExportJob): ExportJob =>
  job.state.kind === 'queued' ? { ...job, state: { kind: 'cancelled' } } : job;

/** When there is something to do next, by whatever became of it until then; null where only a person does anything. */
export function dueAt(job: ExportJob, recall: Recall, timing: ExportTiming): number | null {
  const { state } = job;
  if (state.kind === 'queued') return state.from ?? 0;
  if (state.kind === 'uncertain') return state.quietAt + 1;
  if (state.kind !== 'sending' && state.kind !== 'looking') return null;
  const doubted = inDoubt(job, recall, timing).state;
  return doubted.kind === 'uncertain' ? doubted.quietAt + 1 : null;
}

/** A dealer's system that is away is asked again after the lease, then after twice as long, and so on: nights are long. */
function waiting(
  { until, unsent = 0 }: Extract<ExportState, { kind: 'sending' }>,
  { leaseMs }: ExportTiming,
): ExportState {
  const pauseMs = leaseMs * (2 ** Math.min(unsent, mostDoublings) - 1);
  return { kind: 'queued', from: until + pauseMs, unsent: unsent + 1 };
}
const mostDoublings = 4;

const isOver = ({ kind }: ExportState): boolean => kind === 'posted' || kind === 'cancelled';

/** The lease of the last attempt, then the slack, then what the partner's look-up lags behind. */
function inDoubt({ state, fence }: ExportJob, recall: Recall, timing: ExportTiming): ExportJob {
  const until = 'until' in state ? state.until : 0;
  const quietAt = until + stillMs(recall, timing) - timing.leaseMs;
  return { fence, state: { kind: 'uncertain', quietAt, ...looksOf(state) } };
}

const looksOf = (state: ExportState): { readonly looks?: number } =>
  'looks' in state && state.looks !== undefined ? { looks: state.looks } : {};
