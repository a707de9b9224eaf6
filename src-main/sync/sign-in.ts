// Who is signed in on this PC. The user is known without a network; the token is sealed by the system's secret store.

import type { SessionUser } from '../../src-shared/api/contract.ts';
import type { Clock } from '../../src-shared/base/clock.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { Secrets } from '../../src-shared/ipc/host.ts';
import type { SessionState } from '../../src-shared/ipc/shapes.ts';
import { readIdentity } from '../db/identity.ts';
import type { Store } from '../db/open.ts';
import { readSession, readShop, type Session, writeSession } from '../db/session.ts';
import type { CloudClient } from './cloud-client.ts';

type SignInOptions = {
  readonly store: Store;
  readonly client: CloudClient;
  readonly pcName: string;
  readonly clock: Clock;
  readonly secrets: Secrets;
};

export type Sessions = ReturnType<typeof createSignIn>;

/** What a round goes with: a token and the user id that it speaks for. */
export type Pass = { readonly token: string; readonly author: string };

type Known = {
  session: Session | null;
  token: string | null;
  /** Whether the cloud ended the session. */
  ended: boolean;
  /** When the cloud was last asked who this is; null for not since the start, or when in doubt. */
  askedAt: number | null;
};

const askAgainMs = 60 * 60 * 1000;

/** The session of one store. */
export function createSignIn(options: SignInOptions) {
  const known: Known = { session: readSession(options.store), token: null, ended: false, askedAt: null };
  const desk: Desk = { ...options, known };
  return {
    pass: () => passOf(desk),
    token: async () => (await passOf(desk))?.token ?? null,
    user: (): SessionUser | null => known.session?.user ?? null,
    state: (): SessionState =>
      known.session === null
        ? { kind: 'signed-out' }
        : { kind: 'signed-in', user: known.session.user, pcName: options.pcName, tokenEnded: known.ended },
    /** Says that what is known of the person may be old. */
    doubt() {
      known.askedAt = null;
    },
    isInDoubt: () => known.askedAt === null,
    /** Asks the cloud who this is, about once an hour or when in doubt; answers whether anything is different. */
    refresh: (pass: Pass) => refresh(desk, pass),
    /** Notes that the cloud ended a session; false when it is no longer the present one. */
    tokenEnded({ token }: Pass): boolean {
      if (known.token !== token) return false;
      Object.assign(known, { token: null, ended: true });
      return true;
    },
    signIn: (email: string, password: string) => signIn(desk, email, password),
    async signOut() {
      const held = await passOf(desk);
      become(desk, null, { token: null });
      if (held !== null) await options.client.signOut(held.token);
    },
  };
}

type Desk = SignInOptions & { readonly known: Known };

function become({ store, known }: Desk, session: Session | null, rest: Partial<Known> = {}): void {
  writeSession(store, session);
  Object.assign(known, { session, ended: false }, rest);
}

async function passOf(desk: Desk): Promise<Pass | null> {
  const { known, secrets } = desk;
  const { session, ended } = known;
  if (ended || session === null) return null;
  const token = known.token ?? (session.sealedToken && (await revealed(secrets, session.sealedToken)));
  // Somebody else signed in while the secret store was asked.
  if (known.session !== session) return passOf(desk);
  if (token === null) known.ended = true;
  else known.token = token;
  return token === null ? null : { token, author: session.user.userId };
}

async function refresh(desk: Desk, { token }: Pass): Promise<Result<'same' | 'changed'>> {
  const { known, store, client } = desk;
  const now = desk.clock();
  if (known.askedAt !== null && Math.abs(now - known.askedAt) < askAgainMs) return ok('same');
  const answer = await client.session(token);
  if (!answer.ok) return answer;
  const { session } = known;
  if (session === null || known.token !== token) return ok('same');
  if (answer.value.shopId !== readShop(store)) return failed({ kind: 'conflict', what: 'other-shop' });
  known.askedAt = now;
  if (JSON.stringify(answer.value) === JSON.stringify(session.user)) return ok('same');
  become(desk, { ...session, user: answer.value });
  return ok('changed');
}

async function signIn(desk: Desk, email: string, password: string): Promise<Result<SessionUser>> {
  const { store, client, secrets, pcName, clock } = desk;
  const { device: id, incarnation } = readIdentity(store);
  const answer = await client.signIn({ email, password, device: { id, incarnation, name: pcName } });
  if (!answer.ok) return answer;
  const { user, token } = answer.value;
  const shop = readShop(store);
  // One data folder belongs to one shop: another shop's people must not find or send its workfiles.
  if (shop !== null && shop !== user.shopId) return failed({ kind: 'conflict', what: 'other-shop' });
  const sealedToken = await secrets.protect(token);
  become(desk, { user, sealedToken }, { token, askedAt: clock() });
  return ok(user);
}

async function revealed(secrets: Secrets, sealed: string): Promise<string | null> {
  try {
    return await secrets.reveal(sealed);
  } catch {
    return null;
  }
}
