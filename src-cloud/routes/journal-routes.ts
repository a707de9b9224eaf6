/** The doors to a shop's journal files: what there is, its accounts, the next file, and each as it was made. */
import type { FastifyInstance } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import { failed, ok } from '../../src-shared/base/result.ts';
import { can } from '../../src-shared/domain/access/permissions.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import { journalAsk, journalFileAsk, journalQuestion } from '../../src-shared/domain/dms/journal/journal-asks.ts';
import { journalAccounts } from '../../src-shared/domain/dms/settings/journal.ts';
import type { Caller, Sessions } from '../auth/sessions.ts';
import { makeJournal, readJournal, showJournal, writeJournalSettings } from '../services/dms/journal-desk.ts';
import type { DmsDeps } from '../services/dms/turn.ts';
import { refusals } from './answers.ts';
import { guardedRoute, smallBody } from './door.ts';

const mayUse = (role: Role): boolean => can(role, 'use-dms');
const mayConfigure = (role: Role): boolean => can(role, 'configure-dms');
const maxBytes = smallBody;

export function journalRoutes(app: FastifyInstance, sessions: Sessions, deps: DmsDeps): void {
  guardedRoute(app, sessions, {
    ...{ route: routes.journalBook, maxBytes, input: journalQuestion, may: mayUse },
    serve: async ({ input, caller }) => ok({ status: 200, body: await showJournal(deps, caller.shopId, input) }),
  });
  guardedRoute(app, sessions, {
    ...{ route: routes.writeJournalSettings, maxBytes, input: journalAccounts, may: mayConfigure },
    async serve({ input, caller }) {
      const written = await writeJournalSettings(deps, whoOf(caller), input);
      return ok(written.ok ? { status: 204 } : { status: 409, body: { reason: written.failure } });
    },
  });
  guardedRoute(app, sessions, {
    ...{ route: routes.makeJournal, maxBytes, input: journalAsk, may: mayUse },
    async serve({ input, caller }) {
      const made = await makeJournal(deps, whoOf(caller), input);
      return ok(
        made.ok ? { status: 200, body: { file: made.value } } : { status: 409, body: { reason: made.failure } },
      );
    },
  });
  guardedRoute(app, sessions, {
    ...{ route: routes.journalFile, maxBytes, input: journalFileAsk, may: mayUse },
    async serve({ input, caller }) {
      const file = await readJournal(deps, caller.shopId, input.n);
      return file === undefined ? failed(refusals['not-found']) : ok({ status: 200, body: file });
    },
  });
}

const whoOf = ({ shopId: shop, userId: person, device, user }: Caller) => ({
  ...{ shop, asker: { person, device, name: user.name } },
});
