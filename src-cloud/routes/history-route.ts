/** Asking what was done to a workfile. */
import type { FastifyInstance } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import { ok } from '../../src-shared/base/result.ts';
import { historyInput } from '../../src-shared/sync/history.ts';
import type { Sessions } from '../auth/sessions.ts';
import { mayRead } from '../policies/edits.ts';
import { workfileHistory } from '../services/history.ts';
import type { OrderDeps } from '../services/newest-seq.ts';
import { guardedRoute, smallBody } from './door.ts';

export function historyRoute(app: FastifyInstance, sessions: Sessions, { database }: OrderDeps): void {
  guardedRoute(app, sessions, {
    route: routes.history,
    maxBytes: smallBody,
    input: historyInput,
    may: mayRead,
    serve: async ({ input, caller }) =>
      ok({ status: 200, body: await workfileHistory(database, caller.shopId, input) }),
  });
}
