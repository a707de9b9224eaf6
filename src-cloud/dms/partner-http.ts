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

/** The answer within `ms`, or null for none. The error is dropped here: it holds the request with its credentials. */
export async function exchange(
  http: AxiosInstance,
  request: AxiosRequestConfig,
  ms: number,
): Promise<AxiosResponse | null> {
  if (ms <= 0) return null;
  return http.request({ ...request, signal: AbortSignal.timeout(Math.ceil(ms)) }).catch(() => null);
}

/** A partner's words as they may be shown and kept: one line of bounded length, without any of the secrets. */
export function tidyReason(words: string, secrets: readonly string[]): string {
  const told = secrets.filter((secret) => secret !== '').reduce((text, secret) => text.replaceAll(secret, '…'), words);
  const line = told.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > longestReason ? `${line.slice(0, longestReason - 1)}…` : line;
}
