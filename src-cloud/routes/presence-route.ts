/** The door at which a PC says what it has open. */
import type { FastifyInstance } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import { failed, ok } from '../../src-shared/base/result.ts';
import { presenceInput } from '../../src-shared/sync/presence.ts';
import type { Sessions } from '../auth/sessions.ts';
import { mayRead } from '../policies/edits.ts';
import type { Presence } from '../services/presence.ts';
import { refusals } from './answers.ts';
import { guardedRoute } from './door.ts';

const mostBytes = 8 * 1024;
const tooMany = { ...refusals['too-many'], retryAfterS: 10 };
const longestName = 120;

export function presenceRoute(app: FastifyInstance, sessions: Sessions, { presence }: { presence: Presence }): void {
  guardedRoute(app, sessions, {
    route: routes.presence,
    maxBytes: mostBytes,
    input: presenceInput,
    may: mayRead,
    async serve({ input: { open }, caller: { shopId, device, pc, user } }) {
      const by = user.name.slice(0, longestName);
      return presence.say(shopId, { device, pc: pc.slice(0, 60), by, open }) ? ok({ status: 204 }) : failed(tooMany);
    },
  });
}
