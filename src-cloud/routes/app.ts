/** The HTTP server: how bodies are read, what every answer carries, and the one place where what went wrong is caught. */
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import { ok } from '../../src-shared/base/result.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Calm } from '../services/calm.ts';
import type { CommandDeps } from '../services/commands/run-command.ts';
import type { DmsDeps } from '../services/dms/turn.ts';
import { health } from '../services/health.ts';
import type { Live } from '../services/live.ts';
import type { PhotoDeps } from '../services/photos.ts';
import type { Presence } from '../services/presence.ts';
import type { PushDeps } from '../services/push.ts';
import type { SnapshotDeps } from '../services/snapshot.ts';
import { bodyOf, refusalOf, refusals } from './answers.ts';
import { commandRoutes } from './command-routes.ts';
import { deviceRoutes } from './device-routes.ts';
import { dmsRoutes } from './dms-routes.ts';
import { noInput, openRoute, refuse, smallBody } from './door.ts';
import { historyRoute } from './history-route.ts';
import { journalRoutes } from './journal-routes.ts';
import { liveRoute } from './live-route.ts';
import { photoRoutes } from './photo-routes.ts';
import { presenceRoute } from './presence-route.ts';
import { sessionRoutes } from './session-routes.ts';
import { snapshotRoutes } from './snapshot-routes.ts';
import { syncRoutes } from './sync-routes.ts';

/** Writes one line about what happened; only fields named here, never what people typed. */
export type Log = (event: string, fields: Readonly<Record<string, string | number>>) => void;

export type AppDeps = PushDeps &
  SnapshotDeps &
  CommandDeps &
  DmsDeps &
  PhotoDeps & {
    readonly live: Live;
    readonly calm: Pick<Calm, 'began'>;
    readonly presence: Presence;
    readonly sessions: Sessions;
    readonly log: Log;
    /** Makes the reference of a request. */
    readonly reference: () => string;
  };

export function createApp(deps: AppDeps): FastifyInstance {
  const app = Fastify({
    genReqId: deps.reference,
    bodyLimit: smallBody,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    return503OnClosing: true,
    frameworkErrors: (_error, _request, reply) => void refuse(reply, refusals.invalid),
    clientErrorHandler: (_error, socket) => {
      if (socket.writable) socket.end(rawRefusal(deps.reference()));
    },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  // The pieces of a photo: the library of their protocol reads them.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null));
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(everyAnswer);
    // Whoever listens is answered for ever.
    if (request.routeOptions.url !== routes.live.path) reply.raw.once('close', deps.calm.began());
  });
  app.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime);
    deps.log('request', { ...about(request), status: reply.statusCode, ms });
  });
  catchAll(app, deps.log);
  openRoute(app, {
    route: routes.health,
    maxBytes: smallBody,
    input: noInput,
    serve: async () => ok({ status: 200, body: await health(deps.database) }),
  });
  sessionRoutes(app, deps.sessions);
  deviceRoutes(app, deps.sessions, deps);
  historyRoute(app, deps.sessions, deps);
  syncRoutes(app, deps.sessions, deps);
  snapshotRoutes(app, deps.sessions, deps);
  commandRoutes(app, deps.sessions, deps);
  dmsRoutes(app, deps.sessions, deps);
  journalRoutes(app, deps.sessions, deps);
  liveRoute(app, deps.sessions, deps);
  presenceRoute(app, deps.sessions, deps);
  photoRoutes(app, deps.sessions, { ...deps, everyAnswer });
  return app;
}

const everyAnswer = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};

/** The route as it is declared, never the address as it was typed. */
const about = (request: FastifyRequest) => ({
  reference: request.id,
  method: request.method,
  route: request.routeOptions.url ?? 'unknown',
});

function catchAll(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0];
    const methods = Object.values(routes).flatMap((route) => (route.path === path ? [route.method] : []));
    if (methods.length === 0) return refuse(reply, refusals['not-found']);
    return refuse(reply.header('allow', methods.join(', ')), refusals['wrong-method']);
  });
  app.setErrorHandler((error, request, reply) => {
    const refused = refusalOf(isStatus(error) ? error.statusCode : undefined);
    if (refused.status >= 500) log('failed', { ...about(request), ...shapeOf(error) });
    return refuse(reply, refused);
  });
}

const isStatus = (error: unknown): error is { statusCode: unknown } =>
  typeof error === 'object' && error !== null && 'statusCode' in error;

/** What of an error may be written down: its name, its code, where it arose. Messages may quote what people typed. */
function shapeOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  const where = frames
    .slice(0, 4)
    .map((line) => line.trim().slice(0, 160))
    .join(' | ');
  return { name: error.name, code, where };
}

/** For bytes that are not HTTP at all. */
function rawRefusal(reference: string): string {
  const body = JSON.stringify(bodyOf(refusals.invalid, reference));
  return [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/json; charset=utf-8',
    `content-length: ${body.length}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
