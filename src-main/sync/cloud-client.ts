// The cloud over HTTP: each call answers with a value or a failure; what is no answer of ours counts as offline.

import axios, { AxiosError, type AxiosInstance, type AxiosResponse } from 'axios';
import {
  type ApiError,
  apiError,
  commandPath,
  photoPath,
  routes,
  type ShopDevice,
  type SignInInput,
  sessionUser,
  shopDevices,
  signInAnswer,
} from '../../src-shared/api/contract.ts';
import type { Failure } from '../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { JournalAsk, JournalQuestion } from '../../src-shared/domain/dms/journal/journal-asks.ts';
import type { JournalAccounts } from '../../src-shared/domain/dms/settings/journal.ts';
import type { PhotoPart, Sha256 } from '../../src-shared/domain/photo/photo.ts';
import {
  type CommandAnswer,
  type CommandName,
  type CommandRequest,
  commandAnswer,
} from '../../src-shared/sync/commands.ts';
import {
  type ConnectionInput,
  type CustomerSearch,
  connectionAnswer,
  connectionTest,
  customerMatches,
  dmsRefusalAnswer,
  reserveAnswer,
  type VehicleSearch,
  vehicleMatches,
} from '../../src-shared/sync/dms.ts';
import { historyAnswer } from '../../src-shared/sync/history.ts';
import { journalBook, journalContent, journalMade, journalRefusalAnswer } from '../../src-shared/sync/journal.ts';
import type { PresenceInput } from '../../src-shared/sync/presence.ts';
import {
  type PullRequest,
  type PushAnswer,
  pushAnswer,
  type SyncRefusal,
  syncRefusal,
} from '../../src-shared/sync/protocol.ts';
import {
  type CompareAnswer,
  type CompareRequest,
  compareAnswer,
  type SnapshotRequest,
} from '../../src-shared/sync/snapshot.ts';

const callTimeoutMs = 20_000;
/** A little more than the cloud waits for the dealer: a person stands before the dialog. */
const reserveTimeoutMs = 10_000;
/** The cloud gives the dealer twenty seconds. */
const testTimeoutMs = 30_000;
/** A journal file of many receipts takes a while to be made. */
const journalTimeoutMs = 60_000;
const largestAnswerBytes = 8 * 1024 * 1024;

/** The cloud's past is not this PC's: another device goes by its name, or numbers were handed out again. */
export type Estranged = {
  readonly kind: 'estranged';
  readonly refusal: Extract<SyncRefusal, { reason: 'device-forked' | 'lost-batch' | 'epoch' }>;
};
export type SyncFailure = Failure | Estranged;

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
    devices: async (token: string): Promise<Result<readonly ShopDevice[]>> => {
      const answer = await call(http, routes.devices, shopDevices, { token });
      return answer.ok ? ok(answer.value.devices) : answer;
    },
    /** What was done to a workfile after a number of the order. */
    history: (token: string, data: { readonly workfile: string; readonly after: number }) =>
      call(http, routes.history, historyAnswer, { token, data }),
    signOut: (token: string) => call(http, routes.signOut, null, { token }),
    /** Sends the sealed bytes of one batch as they are. */
    push: (token: string, body: string): Promise<Result<PushAnswer, SyncFailure>> =>
      call(http, routes.push, pushAnswer, { token, data: body, read: syncFailureOf }),
    /** Asks for a command; a refusal is an answer too. */
    command: (token: string, name: CommandName, asked: CommandRequest): Promise<Result<CommandAnswer, SyncFailure>> =>
      question(http, { method: 'POST', path: commandPath(name) }, commandQuestion, { token, data: asked }),
    dms: dmsCalls(http),
    /** Makes this PC's new identity known, in the session of its old one. */
    enrol: (token: string, device: SignInInput['device']) =>
      call(http, routes.enrol, sessionUser, { token, data: device }),
    pull: (token: string, input: PullRequest) =>
      openStream(http, routes.pull, { token, data: input, read: syncFailureOf }),
    snapshot: (token: string, input: SnapshotRequest) =>
      openStream(http, routes.snapshot, { token, data: input, read: syncFailureOf }),
    compare: (token: string, input: CompareRequest): Promise<Result<CompareAnswer, SyncFailure>> =>
      call(http, routes.compare, compareAnswer, { token, data: input, read: syncFailureOf }),
    /** Says what is open on this PC. */
    presence: (token: string, open: PresenceInput) => call(http, routes.presence, null, { token, data: open }),
    /** The bytes of one file of a photo. */
    photo: (token: string, { sha256, part }: { readonly sha256: Sha256; readonly part: PhotoPart }) =>
      openStream(http, { method: 'GET', path: photoPath(sha256, part) }, { token }),
    liveUrl: new URL(routes.live.path, cloudUrl).href,
  };
}

/** Questions to the dealer's system; that it has no answer, and why, is an answer too. */
const dmsCalls = (http: AxiosInstance) => ({
  customers: (token: string, data: CustomerSearch) =>
    question(http, routes.dmsCustomers, { ...dmsQuestion, answer: customerMatches }, { token, data }),
  vehicles: (token: string, data: VehicleSearch) =>
    question(http, routes.dmsVehicles, { ...dmsQuestion, answer: vehicleMatches }, { token, data }),
  reserve: (token: string, workfileId: string) =>
    question(
      http,
      routes.reserveNumber,
      { ...dmsQuestion, answer: reserveAnswer },
      { token, data: { workfileId }, timeoutMs: reserveTimeoutMs },
    ),
  connection: (token: string) => call(http, routes.dmsConnection, connectionAnswer, { token }),
  saveConnection: (token: string, data: ConnectionInput) =>
    call(http, routes.writeDmsConnection, null, { token, data }),
  ...journalCalls(http),
  // Fastify reads no body without a type, and a type comes with a body only.
  testConnection: (token: string) =>
    call(http, routes.testDmsConnection, connectionTest, { token, data: '', timeoutMs: testTimeoutMs }),
});

/** What the cloud is asked about journal files. */
const journalCalls = (http: AxiosInstance) => ({
  journalBook: (token: string, data: JournalQuestion) => call(http, routes.journalBook, journalBook, { token, data }),
  saveJournalAccounts: (token: string, data: JournalAccounts) =>
    call(http, routes.writeJournalSettings, null, { token, data, read: journalFailureOf }),
  makeJournal: (token: string, data: JournalAsk) =>
    question(
      http,
      routes.makeJournal,
      { answer: journalMade, refusal: journalRefusalAnswer, read: failureOf },
      { token, data, timeoutMs: journalTimeoutMs },
    ),
  journalFile: (token: string, n: number) => call(http, routes.journalFile, journalContent, { token, data: { n } }),
});

function journalFailureOf(status: number, body: unknown, retryAfterMs: number | undefined): Failure {
  const refused = journalRefusalAnswer.safeParse(body);
  return refused.success
    ? { kind: 'conflict', what: `journal-${refused.data.reason}` }
    : failureOf(status, body, retryAfterMs);
}

type Route = { readonly method: string; readonly path: string };
type Schema<T> = { safeParse(raw: unknown): { success: true; data: T } | { success: false } };
type CallOptions = { readonly token?: string; readonly data?: unknown; readonly timeoutMs?: number };

type ReadFailure<F> = (status: number, body: unknown, retryAfterMs: number | undefined) => F;

async function call<T, F = Failure>(
  http: AxiosInstance,
  route: Route,
  schema: Schema<T> | null,
  options: CallOptions & { readonly read?: ReadFailure<F | Failure> },
): Promise<Result<T, F | Failure>> {
  const answered = await send(http, route, options, 'text');
  if (!answered.ok) return answered;
  const { status, data } = answered.value;
  const body = parseJson(String(data));
  if (status < 200 || status > 299)
    return failed((options.read ?? failureOf)(status, body, retryAfter(answered.value)));
  if (schema === null) return ok(undefined as T);
  const parsed = schema.safeParse(body);
  return parsed.success ? ok(parsed.data) : failed({ kind: 'offline' });
}

/** What a question is answered with, by either word of the cloud, and what is read from any other answer. */
type Question<T, R, F> = { readonly answer: Schema<T>; readonly refusal: Schema<R>; readonly read: ReadFailure<F> };

/** Asks where a refusal is an answer, too. */
async function question<T, R, F>(
  http: AxiosInstance,
  route: Route,
  { answer, refusal, read }: Question<T, R, F>,
  options: CallOptions,
): Promise<Result<T | R, F | Failure>> {
  const refused = (status: number, body: unknown, retryAfterMs: number | undefined) => {
    const said = refusal.safeParse(body);
    return said.success
      ? ({ kind: 'answered', answer: said.data } as const)
      : ({ kind: 'failed', failure: read(status, body, retryAfterMs) } as const);
  };
  const answered = await call(http, route, answer, { ...options, read: refused });
  if (answered.ok) return answered;
  const { failure } = answered;
  if (failure.kind === 'answered') return ok(failure.answer);
  return failed(failure.kind === 'failed' ? failure.failure : failure);
}

const commandQuestion = { answer: commandAnswer, refusal: commandAnswer, read: syncFailureOf };
const dmsQuestion = { refusal: dmsRefusalAnswer, read: failureOf };

async function openStream<F = Failure>(
  http: AxiosInstance,
  route: Route,
  options: CallOptions & { readonly read?: ReadFailure<F | Failure> },
): Promise<Result<Bytes, F | Failure>> {
  const answered = await send(http, route, options, 'stream');
  if (!answered.ok) return answered;
  const stream = answered.value.data as Bytes;
  if (answered.value.status === 200) return ok(stream);
  const { status } = answered.value;
  return failed((options.read ?? failureOf)(status, parseJson(await textOf(stream)), retryAfter(answered.value)));
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
        ...(options.timeoutMs !== undefined && { timeout: options.timeoutMs }),
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

/** Like `failureOf`, but what the PC mends by itself is told apart. */
export function syncFailureOf(status: number, body: unknown, retryAfterMs: number | undefined): SyncFailure {
  const refusal = syncRefusal.safeParse(body);
  if (!refusal.success) return failureOf(status, body, retryAfterMs);
  const { data } = refusal;
  const isOld = data.reason === 'upgrade' || data.reason === 'cursor-too-old';
  return isOld ? failureOf(status, body, retryAfterMs) : { kind: 'estranged', refusal: data };
}

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
