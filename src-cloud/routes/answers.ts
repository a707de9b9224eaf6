/** Every answer that is not a success: a status, a constant code, and a reference to read out. */
import type { output } from 'zod';
import type { apiError } from '../../src-shared/api/contract.ts';
import type { SyncRefusal } from '../../src-shared/sync/protocol.ts';

type Code = output<typeof apiError>['error']['code'];

/** A refusal as data; `refusal` is for the sync doors. */
export type Refused = {
  readonly status: number;
  readonly code: Code;
  readonly field?: string;
  readonly refusal?: SyncRefusal;
  readonly retryAfterS?: number;
};

export const refusals = {
  invalid: { status: 400, code: 'invalid' },
  unauthorized: { status: 401, code: 'unauthorized' },
  forbidden: { status: 403, code: 'forbidden' },
  'not-found': { status: 404, code: 'not-found' },
  'wrong-method': { status: 405, code: 'invalid' },
  'device-forked': { status: 409, code: 'conflict', refusal: { reason: 'device-forked' } },
  'lost-batch': { status: 409, code: 'conflict', refusal: { reason: 'lost-batch' } },
  epoch: { status: 409, code: 'conflict' },
  'cursor-too-old': { status: 410, code: 'conflict', refusal: { reason: 'cursor-too-old' } },
  'too-large': { status: 413, code: 'too-large' },
  'wrong-type': { status: 415, code: 'invalid' },
  upgrade: { status: 426, code: 'upgrade', refusal: { reason: 'upgrade' } },
  'too-many': { status: 429, code: 'too-many', retryAfterS: 900 },
  unexpected: { status: 500, code: 'unexpected' },
  unavailable: { status: 503, code: 'unavailable', retryAfterS: 5 },
} as const satisfies Readonly<Record<string, Refused>>;

/** The body of a refusal. */
export const bodyOf = ({ code, field, refusal }: Refused, reference: string) => ({
  error: { code, reference, ...(field === undefined ? {} : { field }) },
  ...refusal,
});

/** The refusal that a status of the HTTP library or the database stands for. */
export function refusalOf(status: unknown): Refused {
  const known = Object.values(refusals).find((one) => one.status === status);
  if (known !== undefined) return known;
  return typeof status === 'number' && status >= 400 && status < 500 ? refusals.invalid : refusals.unexpected;
}
