// The cloud over HTTP: each call answers with a value or a failure; what is no answer of ours counts as offline.

import axios, { AxiosError, type AxiosInstance, type AxiosResponse } from 'axios';
import {
  type ApiError,
  apiError,
  routes,
  type SignInInput,
  sessionUser,
  signInAnswer,
} from '../../src-shared/api/contract.ts';
import type { Failure } from '../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { type PullRequest, type PushAnswer, pushAnswer, syncRefusal } from '../../src-shared/sync/protocol.ts';

const callTimeoutMs = 20_000;
const largestAnswerBytes = 8 * 1024 * 1024;

/** A stream of bytes, chunk by chunk. */
export type Bytes = AsyncIterable<Uint8Array> & { destroy(error: Error): void };

export type CloudClient = ReturnType<typeof createCloudClient>;

/** Calls of one cloud. `signal` ends those under way when the backend closes. */
export function createCloudClient(cloudUrl: string, signal: AbortSignal) {
  const http = axios.create({
    baseURL: cloudUrl,
    timeout: callTimeoutMs,
    maxRedirects: 0,
    maxContentLength: largestAnswerBytes,
    validateStatus: () => true,
    signal,
  });
  return {
    signIn: (input: SignInInput) => call(http, routes.signIn, signInAnswer, { data: input }),
    session: (token: string) => call(http, routes.session, sessionUser, { token }),
    signOut: (token: string) => call(http, routes.signOut, null, { token }),
    /** Sends the sealed bytes of one batch as they are. */
    push: (token: string, body: string): Promise<Result<PushAnswer>> =>
      call(http, routes.push, pushAnswer, { token, data: body }),
    pull: (token: string, input: PullRequest) => openPull(http, token, input),
    liveUrl: new URL(routes.live.path, cloudUrl).href,
  };
}

type Route = { readonly method: string; readonly path: string };
type Schema<T> = { safeParse(raw: unknown): { success: true; data: T } | { success: false } };
type CallOptions = { readonly token?: string; readonly data?: unknown };

async function call<T>(
  http: AxiosInstance,
  route: Route,
  schema: Schema<T> | null,
  options: CallOptions,
): Promise<Result<T>> {
  const answered = await send(http, route, options, 'text');
  if (!answered.ok) return answered;
  const { status, data } = answered.value;
  const body = parseJson(String(data));
  if (status < 200 || status > 299) return failed(failureOf(status, body, retryAfter(answered.value)));
  if (schema === null) return ok(undefined as T);
  const parsed = schema.safeParse(body);
  return parsed.success ? ok(parsed.data) : failed({ kind: 'offline' });
}

async function openPull(http: AxiosInstance, token: string, input: PullRequest): Promise<Result<Bytes>> {
  const answered = await send(http, routes.pull, { token, data: input }, 'stream');
  if (!answered.ok) return answered;
  const stream = answered.value.data as Bytes;
  if (answered.value.status === 200) return ok(stream);
  return failed(failureOf(answered.value.status, parseJson(await textOf(stream)), retryAfter(answered.value)));
}

async function send(
  http: AxiosInstance,
  route: Route,
  options: CallOptions,
  responseType: 'text' | 'stream',
): Promise<Result<AxiosResponse<unknown>>> {
  const headers = {
    ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
    ...(options.data === undefined ? {} : { 'content-type': 'application/json' }),
  };
  // A string is sent byte for byte: a sealed batch must hash the same at both ends.
  const data = typeof options.data === 'object' ? JSON.stringify(options.data) : options.data;
  try {
    return ok(
      await http.request({
        // A pull is as long as what is new; each of its lines is limited where it is read.
        ...(responseType === 'stream' && { maxContentLength: -1 }),
        url: route.path,
        method: route.method,
        headers,
        data,
        responseType,
        transformRequest: [],
      }),
    );
  } catch (error) {
    if (error instanceof AxiosError) return failed({ kind: 'offline' });
    throw error;
  }
}

async function textOf(stream: Bytes): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of stream) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > 10_000) break;
    }
  } catch {
    return '';
  }
  return text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const retryAfter = (response: AxiosResponse<unknown>): number | undefined => {
  const seconds = Number(response.headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 600) * 1000 : undefined;
};

/** An answer that is not a success, as a failure of ours. */
export function failureOf(status: number, body: unknown, retryAfterMs: number | undefined): Failure {
  const refusal = syncRefusal.safeParse(body);
  if (refusal.success) {
    return refusal.data.reason === 'upgrade'
      ? { kind: 'outdated', need: 'newer version' }
      : { kind: 'conflict', what: refusal.data.reason };
  }
  const error = apiError.safeParse(body);
  if (error.success) return errorOf(error.data.error, status, retryAfterMs);
  return status < 500 ? { kind: 'offline' } : away(retryAfterMs);
}

const away = (retryAfterMs: number | undefined): Failure => ({
  kind: 'unavailable',
  what: 'cloud',
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

function errorOf(error: ApiError, status: number, retryAfterMs: number | undefined): Failure {
  switch (error.code) {
    case 'unauthorized':
      return { kind: 'forbidden', need: 'sign-in' };
    case 'forbidden':
      return { kind: 'forbidden', need: 'this-pc' };
    case 'not-found':
      return { kind: 'not-found', what: 'cloud' };
    case 'upgrade':
      return { kind: 'outdated', need: 'newer version' };
    case 'too-many':
    case 'unavailable':
      return away(retryAfterMs);
    case 'invalid':
      return { kind: 'invalid', field: error.field ?? 'request', issue: 'bad-format' };
    case 'conflict':
    case 'too-large':
    case 'unexpected':
      return { kind: 'unexpected', reference: error.reference ?? `HTTP-${status}` };
  }
}
