// What an answer of Fortellis says: done, surely not done, or nothing that can be relied on.

import type { AxiosResponse } from 'axios';
import { z } from 'zod';
import { type NoAnswer, tidyReason } from '../partner-http.ts';

export type Answer =
  | { readonly kind: 'done'; readonly data: unknown }
  | { readonly kind: 'refused'; readonly reason: string }
  | NoAnswer;

/**
 * Statuses that say that a request was not carried out (Fortellis error codes: what is at fault stands with the app).
 * Those from 500 on may hide that it was: TARGET-SYSTEM-TIMED-OUT is one of them.
 */
const surelyNot: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429]);

// The structure of an error varies between the interfaces of Fortellis.
const text = z.string().catch('');
const problem = z.object({
  message: text,
  error_description: text,
  description: text,
  code: z.union([z.string(), z.number()]).transform(String).catch(''),
  errorCode: text,
  error: text,
  errors: z.array(z.object({ message: text })).catch([]),
});

/** A refusal counts only in the partner's own words: a page of the road to it says nothing about the books. */
export function answerOf({ status, data }: AxiosResponse, secrets: readonly string[]): Answer {
  if (status >= 200 && status < 300) return { kind: 'done', data };
  const reason = reasonOf(data, secrets);
  return surelyNot.has(status) && reason !== '' ? { kind: 'refused', reason } : { kind: 'unknown' };
}

/** The partner's words; empty where it has none. */
export function reasonOf(data: unknown, secrets: readonly string[]): string {
  const said = problem.safeParse(data);
  if (!said.success) return '';
  const { message, error_description, description, code, errorCode, error, errors } = said.data;
  const words = [message, error_description, description, ...errors.map((one) => one.message)].filter(Boolean);
  const codes = [errorCode, code, error].filter((one) => /[A-Za-z]/.test(one));
  return tidyReason([...codes.slice(0, 1), ...words].join(': '), secrets);
}
