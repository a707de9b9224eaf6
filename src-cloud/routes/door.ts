/** What every route goes through: authenticate, parse, authorize, serve, present. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ZodType, z } from 'zod';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import type { Caller, Sessions } from '../auth/sessions.ts';
import { bodyOf, type Refused, refusals } from './answers.ts';

/** A success: a JSON body, nothing, or a stream of lines. */
export type Answer =
  | { readonly status: 200 | 202 | 409; readonly body: unknown }
  | { readonly status: 204 }
  | {
      readonly status: 200;
      readonly type: string;
      readonly stream: ReadableStream<Uint8Array>;
      readonly headers?: Readonly<Record<string, string>>;
    };

export type Asked<Input> = {
  readonly input: Input;
  /** The exact bytes of the body. */
  readonly bytes: Uint8Array;
  readonly request: FastifyRequest;
};
type Served = Promise<Result<Answer, Refused>>;

type Route<Input> = {
  readonly route: { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly path: string };
  readonly maxBytes: number;
  readonly input: ZodType<Input>;
};
export type OpenRoute<Input> = Route<Input> & { readonly serve: (asked: Asked<Input>) => Served };
export type GuardedRoute<Input> = Route<Input> & {
  readonly may: (role: Role) => boolean;
  readonly serve: (asked: Asked<Input> & { readonly caller: Caller; readonly token: string }) => Served;
};

/** What a route without a large body accepts. */
export const smallBody = 64 * 1024;

/** The input of a route that takes none. */
export const noInput = z.undefined();

/** A route for everybody. */
export function openRoute<Input>(app: FastifyInstance, route: OpenRoute<Input>): void {
  mount(app, route, async (request) => {
    const asked = parse(route, request);
    return asked.ok ? route.serve(asked.value) : asked;
  });
}

/** A route for people of a shop who may. */
export function guardedRoute<Input>(app: FastifyInstance, sessions: Sessions, route: GuardedRoute<Input>): void {
  mount(app, route, async (request) => {
    const identified = await identify(sessions, request);
    if (!identified.ok) return identified;
    const asked = parse(route, request);
    if (!asked.ok) return asked;
    if (!route.may(identified.value.caller.role)) return failed(refusals.forbidden);
    return route.serve({ ...asked.value, ...identified.value });
  });
}

export type RawRoute = {
  readonly route: { readonly method: 'POST' | 'PATCH' | 'HEAD'; readonly path: string };
  readonly may: (role: Role) => boolean;
  /** Answers on the reply's own socket, or says why not. */
  readonly serve: (request: FastifyRequest, reply: FastifyReply, caller: Caller) => Promise<Result<null, Refused>>;
};

/** A route whose body is another protocol's: it is neither read nor parsed here. */
export function rawRoute(app: FastifyInstance, sessions: Sessions, { route, may, serve }: RawRoute): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const identified = await identify(sessions, request);
    if (!identified.ok) return refuse(reply, identified.failure);
    const { caller } = identified.value;
    const served = may(caller.role) ? await serve(request, reply, caller) : failed(refusals.forbidden);
    return served.ok ? reply : refuse(reply, served.failure);
  };
  app.route({ method: route.method, url: route.path, handler });
}

type Identified = { readonly caller: Caller; readonly token: string };

async function identify(sessions: Sessions, { headers }: FastifyRequest): Promise<Result<Identified, Refused>> {
  const token = /^Bearer ([\x21-\x7e]{1,1000})$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) return failed(refusals.unauthorized);
  const caller = await sessions.identify(token);
  return caller.ok ? ok({ caller: caller.value, token }) : failed(refusals[caller.failure]);
}

function mount<Input>(
  app: FastifyInstance,
  { route, maxBytes }: Route<Input>,
  handle: (request: FastifyRequest) => Served,
): void {
  const { method, path: url } = route;
  const handler = async (request: FastifyRequest, reply: FastifyReply) => present(reply, await handle(request));
  app.route({ method, url, bodyLimit: maxBytes, handler });
}

function parse<Input>({ input }: Route<Input>, request: FastifyRequest): Result<Asked<Input>, Refused> {
  const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
  const raw = readJson(bytes);
  if (!raw.ok) return raw;
  const parsed = input.safeParse(raw.value);
  if (parsed.success) return ok({ input: parsed.data, bytes, request });
  return failed({ ...refusals.invalid, field: (parsed.error.issues[0]?.path ?? []).slice(0, 4).join('.') });
}

function readJson(bytes: Uint8Array): Result<unknown, Refused> {
  if (bytes.length === 0) return ok(undefined);
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return failed(refusals.invalid);
  }
}

/** Sends an answer or a refusal, the same way everywhere. */
function present(reply: FastifyReply, answer: Result<Answer, Refused>): FastifyReply {
  if (!answer.ok) return refuse(reply, answer.failure);
  const { value } = answer;
  if (value.status === 204) return reply.code(204).send();
  if ('stream' in value)
    return reply
      .code(200)
      .headers(value.headers ?? {})
      .type(value.type)
      .send(value.stream);
  return reply.code(value.status).send(value.body);
}

/** Sends a refusal. */
export function refuse(reply: FastifyReply, refused: Refused): FastifyReply {
  if (refused.retryAfterS !== undefined) reply.header('retry-after', String(refused.retryAfterS));
  return reply.code(refused.status).send(bodyOf(refused, reply.request.id));
}
