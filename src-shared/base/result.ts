// Success or failure as a value: what a user can meet is returned, never thrown.

import type { Failure } from './failure.ts';

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Failed<E> = { readonly ok: false; readonly failure: E };
export type Result<T, E = Failure> = Ok<T> | Failed<E>;

/** A success holding value. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** A failure holding its reason. */
export const failed = <E>(failure: E): Failed<E> => ({ ok: false, failure });

/** The value of a success; a bug if it failed. For places where failure was ruled out before. */
export function unwrap<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(`expected a success, met ${JSON.stringify(result.failure)}`);
}
