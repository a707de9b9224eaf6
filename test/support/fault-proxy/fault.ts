/** What a bad network does to one request, and how likely each of it is drawn. */
import type { Chance } from '../../../src-shared/demo/chance.ts';

/** A route as it stands at the head of an HTTP request, such as `POST /sync/push`. */
export type Route = `${string} /${string}`;

export type Fault =
  /** Nothing of the request reaches the cloud. */
  | { readonly kind: 'drop-request' }
  /** The cloud answers; nothing of it reaches the PC. */
  | { readonly kind: 'drop-answer' }
  /** The cloud gets the request twice at once; the PC gets one of the answers. */
  | { readonly kind: 'duplicate' }
  /** The cloud gets the request again when the PC is long done with it. */
  | { readonly kind: 'late-copy'; readonly afterMs: number }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The request waits until another one has overtaken it. */
  | { readonly kind: 'reorder'; readonly atMostMs: number }
  /** The cloud gets so many bytes of the body, then the line is cut. */
  | { readonly kind: 'cut-request'; readonly at: number }
  /** The PC gets so many bytes of the answer's body, then the line is cut. */
  | { readonly kind: 'cut-answer'; readonly at: number }
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
  | { readonly kind: 'status'; readonly status: 429 | 500 | 502 | 503 | 504; readonly retryAfterS: number | null }
  /** 200 with the HTML of a hotel's sign-in page. */
  | { readonly kind: 'captive-portal' }
  /** The answer claims so many bytes more (or less) than it has. */
  | { readonly kind: 'wrong-length'; readonly by: number }
  | { readonly kind: 'reset-after-headers' }
  /** A small answer that unpacks to very much. */
  | { readonly kind: 'bomb'; readonly megabytes: number }
  | { readonly kind: 'shifted-date'; readonly ms: number }
  /** After so many bytes of one side nothing moves any more, and nobody hangs up. */
  | { readonly kind: 'stall'; readonly side: 'request' | 'answer'; readonly at: number };

export type FaultKind = Fault['kind'];

/** The fault of a request, or null where it passes untouched. */
export type FaultScript = (route: Route) => Fault | null;

const hour = 3_600_000;

/** One way to draw each fault; a stall is not among them, because a PC waits 20 seconds for it. */
const draws: { readonly [K in Exclude<FaultKind, 'stall'>]: (chance: Chance) => Fault & { readonly kind: K } } = {
  'drop-request': () => ({ kind: 'drop-request' }),
  'drop-answer': () => ({ kind: 'drop-answer' }),
  duplicate: () => ({ kind: 'duplicate' }),
  'late-copy': (chance) => ({ kind: 'late-copy', afterMs: chance.below(200) }),
  delay: (chance) => ({ kind: 'delay', ms: 1 + chance.below(120) }),
  reorder: () => ({ kind: 'reorder', atMostMs: 150 }),
  'cut-request': (chance) => ({ kind: 'cut-request', at: chance.below(2_000) }),
  'cut-answer': (chance) => ({ kind: 'cut-answer', at: chance.below(3_000) }),
  drip: (chance) => ({ kind: 'drip', bytes: 50 + chance.below(400), everyMs: 1 }),
  status: (chance) => ({
    kind: 'status',
    status: chance.pick([429, 500, 502, 503, 504]),
    retryAfterS: chance.percent(30) ? 1 : null,
  }),
  'captive-portal': () => ({ kind: 'captive-portal' }),
  'wrong-length': (chance) => ({ kind: 'wrong-length', by: chance.pick([-7, -1, 1, 500]) }),
  'reset-after-headers': () => ({ kind: 'reset-after-headers' }),
  bomb: () => ({ kind: 'bomb', megabytes: 64 }),
  'shifted-date': (chance) => ({ kind: 'shifted-date', ms: (chance.below(200_000) - 100_000) * hour }),
};

/** The kinds that a script draws. */
export const drawnKinds = Object.keys(draws) as [keyof typeof draws, ...(keyof typeof draws)[]];

/** Harms that many percent of the requests, each kind alike. */
export const faultScript =
  (chance: Chance, percent: number): FaultScript =>
  () =>
    chance.percent(percent) ? draws[chance.pick(drawnKinds)](chance) : null;

/** A stream of hints never ends, so only what hits its beginning can be played. */
export const hitsStreams = (fault: Fault): boolean =>
  ['drop-request', 'drop-answer', 'delay', 'status', 'captive-portal', 'reset-after-headers'].includes(fault.kind);
