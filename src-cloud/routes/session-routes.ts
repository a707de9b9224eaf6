/** Signing in, asking who one is, and signing out. */
import type { FastifyInstance } from 'fastify';
import { deviceInput, routes, signInInput } from '../../src-shared/api/contract.ts';
import { failed, ok } from '../../src-shared/base/result.ts';
import type { Sessions } from '../auth/sessions.ts';
import { refusals } from './answers.ts';
import { guardedRoute, noInput, openRoute, smallBody } from './door.ts';

const everyRole = (): boolean => true;

export function sessionRoutes(app: FastifyInstance, sessions: Sessions): void {
  openRoute(app, {
    route: routes.signIn,
    maxBytes: smallBody,
    input: signInInput,
    async serve({ input, request }) {
      const signedIn = await sessions.signIn({ ...input, from: request.ip });
      return signedIn.ok ? ok({ status: 200, body: signedIn.value }) : failed(refusals[signedIn.failure]);
    },
  });
  guardedRoute(app, sessions, {
    route: routes.session,
    maxBytes: smallBody,
    input: noInput,
    may: everyRole,
    serve: async ({ caller }) => ok({ status: 200, body: caller.user }),
  });
  guardedRoute(app, sessions, {
    route: routes.enrol,
    maxBytes: smallBody,
    input: deviceInput,
    may: everyRole,
    async serve({ input, token }) {
      const enrolled = await sessions.enrol(token, input);
      return enrolled.ok ? ok({ status: 200, body: enrolled.value.user }) : failed(refusals[enrolled.failure]);
    },
  });
  guardedRoute(app, sessions, {
    route: routes.signOut,
    maxBytes: smallBody,
    input: noInput,
    may: everyRole,
    async serve({ token }) {
      await sessions.signOut(token);
      return ok({ status: 204 });
    },
  });
}
