/** Asking which PCs a shop has. */
import type { FastifyInstance } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import { ok } from '../../src-shared/base/result.ts';
import type { Sessions } from '../auth/sessions.ts';
import { mayRead } from '../policies/edits.ts';
import { shopDevices } from '../services/devices.ts';
import type { OrderDeps } from '../services/newest-seq.ts';
import { guardedRoute, noInput, smallBody } from './door.ts';

export function deviceRoutes(app: FastifyInstance, sessions: Sessions, { database }: OrderDeps): void {
  guardedRoute(app, sessions, {
    route: routes.devices,
    maxBytes: smallBody,
    input: noInput,
    may: mayRead,
    serve: async ({ caller }) => ok({ status: 200, body: { devices: await shopDevices(database, caller.shopId) } }),
  });
}
