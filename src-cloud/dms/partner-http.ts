// HTTP to a dealer's system: straight there, no redirects, nothing endless; and reasons that tell no secret.

import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import axios, { type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios';

const mostBytes = 8 * 1024 * 1024;
const longestReason = 300;

/** A connection serves one request: on one that was kept, a request may meet its end, and nobody knew whether it arrived. */
const fresh = { keepAlive: false };

export const partnerHttp = (defaults: AxiosRequestConfig = {}): AxiosInstance =>
  axios.create({
    maxRedirects: 0,
    proxy: false,
    httpAgent: new Agent(fresh),
    httpsAgent: new SecureAgent(fresh),
    maxContentLength: mostBytes,
    validateStatus: () => true,
    ...defaults,
  });

/** Why there is no answer: surely nothing left, or nobody knows. */
export type NoAnswer = { readonly kind: 'unsent' } | { readonly kind: 'unknown' };
export type Exchanged = { readonly kind: 'answer'; readonly response: AxiosResponse } | NoAnswer;

/** The answer within `ms`. An error is dropped here: it holds the request with its credentials. */
export async function exchange(http: AxiosInstance, request: AxiosRequestConfig, ms: number): Promise<Exchanged> {
  if (ms <= 0) return { kind: 'unsent' };
  try {
    const response = await http.request({ ...request, signal: AbortSignal.timeout(Math.ceil(ms)) });
    return { kind: 'answer', response };
  } catch (error) {
    const causes = causesOf(error);
    return { kind: causes.length > 0 && causes.every(isBeforeConnection) ? 'unsent' : 'unknown' };
  }
}

/** What failed below HTTP; several things where a name has several addresses. */
function causesOf(error: unknown): readonly unknown[] {
  const cause = axios.isAxiosError(error) ? error.cause : error;
  return cause instanceof AggregateError ? cause.errors : [cause];
}

/** Every request has a connection of its own: what fails while that is made takes nothing along. */
const beforeConnection: readonly unknown[] = ['connect', 'getaddrinfo'];
const isBeforeConnection = (cause: unknown): boolean =>
  cause instanceof Error && 'syscall' in cause && beforeConnection.includes(cause.syscall);

/** A partner's words as they may be shown and kept: one line of bounded length, without any of the secrets. */
export function tidyReason(words: string, secrets: readonly string[]): string {
  const told = secrets.filter((secret) => secret !== '').reduce((text, secret) => text.replaceAll(secret, '…'), words);
  const line = told.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > longestReason ? `${line.slice(0, longestReason - 1)}…` : line;
}
