/** The doors of the fast first sync and of the comparison that proves both sides equal. */
import type { FastifyInstance } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import { failed, ok } from '../../src-shared/base/result.ts';
import { compareRequest, snapshotRequest } from '../../src-shared/sync/snapshot.ts';
import type { Sessions } from '../auth/sessions.ts';
import { mayRead } from '../policies/edits.ts';
import { compare } from '../services/compare.ts';
import { type SnapshotDeps, snapshot } from '../services/snapshot.ts';
import { refusals } from './answers.ts';
import { guardedRoute, smallBody } from './door.ts';
import { lineStream } from './line-stream.ts';
import { accept } from './sync-routes.ts';

export function snapshotRoutes(app: FastifyInstance, sessions: Sessions, deps: SnapshotDeps): void {
  guardedRoute(app, sessions, {
    route: routes.snapshot,
    maxBytes: smallBody,
    input: snapshotRequest,
    may: mayRead,
    async serve({ input, caller }) {
      const accepted = accept(input, caller);
      if (!accepted.ok) return accepted;
      const begun = await snapshot(deps, caller.shopId, input);
      if (begun.ok) return ok({ status: 200, type: 'application/x-ndjson', stream: lineStream(begun.value) });
      if (begun.failure === 'unavailable') return failed(refusals.unavailable);
      return failed({ ...refusals.epoch, refusal: begun.failure });
    },
  });
  guardedRoute(app, sessions, {
    route: routes.compare,
    maxBytes: smallBody,
    input: compareRequest,
    may: mayRead,
    async serve({ input, caller }) {
      const accepted = accept(input, caller);
      return accepted.ok ? ok({ status: 200, body: await compare(deps.database, caller.shopId, input) }) : accepted;
    },
  });
}
