/** The doors of sync: batches of edits up, the shop's order down. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { routes } from '../../src-shared/api/contract.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { schemaStanding } from '../../src-shared/sync/converters.ts';
import {
  type asker,
  maxBatchBytes,
  maxBatchEdits,
  type PullLine,
  pullRequest,
  pushRequest,
} from '../../src-shared/sync/protocol.ts';
import type { Caller, Sessions } from '../auth/sessions.ts';
import { mayRead } from '../policies/edits.ts';
import { pull } from '../services/pull.ts';
import { type PushDeps, push } from '../services/push.ts';
import { type Refused, refusals } from './answers.ts';
import { guardedRoute, smallBody } from './door.ts';
import { lineStream } from './line-stream.ts';

/** Edits are read one by one later, so that a poisoned one is refused alone. */
const batchInput = pushRequest.extend({
  edits: z.array(z.unknown()).min(1).max(maxBatchEdits),
});
/** Room for the envelope of a full batch. */
const envelopeBytes = 4 * 1024;

export function syncRoutes(app: FastifyInstance, sessions: Sessions, deps: PushDeps): void {
  guardedRoute(app, sessions, {
    route: routes.push,
    maxBytes: maxBatchBytes + envelopeBytes,
    input: batchInput,
    may: mayRead,
    async serve({ input, bytes, caller }) {
      const accepted = accept(input, caller);
      if (!accepted.ok) return accepted;
      const writer = { device: caller.device, person: caller.userId, shopId: caller.shopId, role: caller.role };
      const pushed = await push(deps, writer, { ...input, body: bytes });
      return pushed.ok ? ok({ status: 200, body: pushed.value }) : failed(refusals[pushed.failure]);
    },
  });
  guardedRoute(app, sessions, {
    route: routes.pull,
    maxBytes: smallBody,
    input: pullRequest,
    may: mayRead,
    async serve({ input, caller }) {
      const accepted = accept(input, caller);
      if (!accepted.ok) return accepted;
      const pulled = await pull(deps.shops, caller.shopId, input);
      if (!pulled.ok) return failed({ ...refusals[pulled.failure.reason], refusal: pulled.failure });
      return ok({ status: 200, type: 'application/x-ndjson', stream: lineStream(textOf(pulled.value)) });
    },
  });
}

/** Clients older than the oldest kept schema must be updated; newer ones wait until the cloud is. */
export function accept(input: z.output<typeof asker>, caller: Caller): Result<null, Refused> {
  const standing = schemaStanding(input.schema);
  if (standing === 'too-old') return failed(refusals.upgrade);
  if (standing === 'too-new') return failed({ ...refusals.unavailable, retryAfterS: 60 });
  // A session belongs to one PC in one life; a copy of that PC speaks with another.
  if (input.device !== caller.device) return failed(refusals.forbidden);
  return input.incarnation === caller.incarnation ? ok(null) : failed(refusals['device-forked']);
}

async function* textOf(lines: AsyncGenerator<PullLine>): AsyncGenerator<string> {
  for await (const line of lines) yield JSON.stringify(line);
}
