// Who is signed in on this PC. The user is known without a network; the token is sealed by the system's secret store.

import type { SessionUser } from '../../src-shared/api/contract.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { Secrets } from '../../src-shared/ipc/host.ts';
import type { SessionState } from '../../src-shared/ipc/shapes.ts';
import { readIdentity } from '../db/identity.ts';
import type { Store } from '../db/open.ts';
import { readSession, readShop, writeSession } from '../db/session.ts';
import type { CloudClient } from './cloud-client.ts';

type SignInOptions = {
  readonly store: Store;
  readonly client: CloudClient;
  readonly pcName: string;
  readonly secrets: Secrets;
};

export type Sessions = ReturnType<typeof createSignIn>;

/** The session of one store. */
export function createSignIn(options: SignInOptions) {
  const { store, client, secrets } = options;
  const known = { session: readSession(store), token: null as string | null, ended: false };

  const token = async (): Promise<string | null> => {
    if (known.ended || known.session === null) return null;
    if (known.token === null && known.session.sealedToken !== null) {
      known.token = await revealed(secrets, known.session.sealedToken);
    }
    if (known.token === null) known.ended = true;
    return known.token;
  };

  return {
    token,
    user: (): SessionUser | null => known.session?.user ?? null,
    state: (): SessionState =>
      known.session === null
        ? { kind: 'signed-out' }
        : { kind: 'signed-in', user: known.session.user, pcName: options.pcName, tokenEnded: known.ended },
    tokenEnded() {
      Object.assign(known, { token: null, ended: true });
    },
    async signIn(email: string, password: string): Promise<Result<SessionUser>> {
      const device = { ...readIdentity(store), name: options.pcName };
      const answer = await client.signIn({
        email,
        password,
        device: { id: device.device, incarnation: device.incarnation, name: device.name },
      });
      if (!answer.ok) return answer;
      const { user } = answer.value;
      const shop = readShop(store);
      // One data folder belongs to one shop: another shop's people must not find or send its workfiles.
      if (shop !== null && shop !== user.shopId) return failed({ kind: 'conflict', what: 'other-shop' });
      const session = { user, sealedToken: await secrets.protect(answer.value.token) };
      writeSession(store, session);
      Object.assign(known, { session, token: answer.value.token, ended: false });
      return ok(user);
    },
    async signOut() {
      const held = await token();
      writeSession(store, null);
      Object.assign(known, { session: null, token: null, ended: false });
      if (held !== null) await client.signOut(held);
    },
  };
}

async function revealed(secrets: Secrets, sealed: string): Promise<string | null> {
  try {
    return await secrets.reveal(sealed);
  } catch {
    return null;
  }
}
