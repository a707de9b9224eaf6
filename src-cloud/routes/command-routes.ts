/** The door of commands: what must happen exactly once. */
import type { FastifyInstance } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import { failed, ok } from '../../src-shared/base/result.ts';
import { commandRequest, isCommandName } from '../../src-shared/sync/commands.ts';
import type { Sessions } from '../auth/sessions.ts';
import { mayRead } from '../policies/edits.ts';
import { type CommandDeps, runCommand } from '../services/commands/run-command.ts';
import type { Live } from '../services/live.ts';
import { refusals } from './answers.ts';
import { guardedRoute } from './door.ts';
import { accept } from './sync-routes.ts';

/** A lock that is asked for again after a restore brings along what was locked: thousands of lines. */
const largestCommand = 8 * 1024 * 1024;

const statuses = { done: 200, pending: 202, uncertain: 202, refused: 409 } as const;

type Deps = CommandDeps & { readonly live: Pick<Live, 'settled'> };

export function commandRoutes(app: FastifyInstance, sessions: Sessions, deps: Deps): void {
  guardedRoute(app, sessions, {
    route: routes.command,
    maxBytes: largestCommand,
    input: commandRequest,
    may: mayRead,
    async serve({ input, caller, request }) {
      const { name } = request.params as { readonly name: string };
      if (!isCommandName(name)) return failed(refusals['not-found']);
      const accepted = accept(input, caller);
      if (!accepted.ok) return accepted;
      const { userId: person, shopId, role, device, user } = caller;
      const answer = await runCommand(deps, { person, shopId, role, device, name: user.name }, { ...input, name });
      if (answer.state === 'done' || answer.state === 'refused') deps.live.settled(shopId, device, input.id);
      return ok({ status: statuses[answer.state], body: answer });
    },
  });
}
