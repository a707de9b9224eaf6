/** The doors to the dealer's system: what a person waits for, and the connection itself. */
import type { FastifyInstance } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { can } from '../../src-shared/domain/access/permissions.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import { connectionInput, customerSearch, reserveRequest, vehicleSearch } from '../../src-shared/sync/dms.ts';
import type { Caller, Sessions } from '../auth/sessions.ts';
import { showConnection, testConnection, writeConnection } from '../services/dms/connection-desk.ts';
import { findCustomers, findVehicles, reserve, type Unanswered } from '../services/dms/searches.ts';
import type { DmsDeps } from '../services/dms/turn.ts';
import { type Refused, refusals } from './answers.ts';
import { type Answer, guardedRoute, noInput, smallBody } from './door.ts';

const mayUse = (role: Role): boolean => can(role, 'use-dms');
const mayConfigure = (role: Role): boolean => can(role, 'configure-dms');
const maxBytes = smallBody;

export function dmsRoutes(app: FastifyInstance, sessions: Sessions, deps: DmsDeps): void {
  questions(app, sessions, deps);
  guardedRoute(app, sessions, {
    ...{ route: routes.dmsConnection, maxBytes, input: noInput, may: mayConfigure },
    serve: async ({ caller }) => ok({ status: 200, body: await showConnection(deps, caller.shopId) }),
  });
  guardedRoute(app, sessions, {
    ...{ route: routes.writeDmsConnection, maxBytes, input: connectionInput, may: mayConfigure },
    async serve({ input, caller }) {
      const { shopId: shop, device, userId: person } = caller;
      const written = await writeConnection(deps, { shop, author: { device, person } }, input);
      return written.ok ? ok({ status: 204 }) : failed({ ...refusals.invalid, field: written.failure });
    },
  });
  guardedRoute(app, sessions, {
    ...{ route: routes.testDmsConnection, maxBytes, input: noInput, may: mayConfigure },
    serve: async ({ caller }) => ok({ status: 200, body: await testConnection(deps, caller.shopId) }),
  });
}

function questions(app: FastifyInstance, sessions: Sessions, deps: DmsDeps): void {
  guardedRoute(app, sessions, {
    ...{ route: routes.dmsCustomers, maxBytes, input: customerSearch, may: mayUse },
    serve: async ({ input, caller }) => matches(await findCustomers(deps, caller.shopId, input)),
  });
  guardedRoute(app, sessions, {
    ...{ route: routes.dmsVehicles, maxBytes, input: vehicleSearch, may: mayUse },
    serve: async ({ input, caller }) => matches(await findVehicles(deps, caller.shopId, input)),
  });
  guardedRoute(app, sessions, {
    ...{ route: routes.reserveNumber, maxBytes, input: reserveRequest, may: mayUse },
    async serve({ input, caller }) {
      const reserved = await reserve(deps, askerOf(caller), input.workfileId);
      if (reserved.ok) return ok({ status: 200, body: reserved.value });
      if (reserved.failure.reason === 'missing') return failed(refusals['not-found']);
      return ok({ status: 409, body: { reason: reserved.failure.reason, words: '' } });
    },
  });
}

const matches = (found: Result<readonly unknown[], Unanswered>): Result<Answer, Refused> =>
  ok(found.ok ? { status: 200, body: { matches: found.value } } : { status: 409, body: found.failure });

const askerOf = ({ userId: person, shopId, role, device, user }: Caller) => ({
  ...{ person, shopId, role, device, name: user.name },
});
