// Who is signed in on this PC, and what that person may do.

import { create } from 'zustand';
import type { Failure } from '../../src-shared/base/failure.ts';
import { can, type Permission, permissions } from '../../src-shared/domain/access/permissions.ts';
import type { SessionState } from '../../src-shared/ipc/shapes.ts';
import { ask } from '../api/bridge.ts';
import { tellZone } from './clock.ts';
import type { Loading } from './loading.ts';

export const useSession = create<{ readonly session: Loading<SessionState> }>()(() => ({ session: { kind: 'idle' } }));

export async function loadSession(): Promise<void> {
  const reply = await ask('session.state', {});
  if (reply.ok) hearSession(reply.value);
  else useSession.setState({ session: { kind: 'failed', failure: reply.failure } });
}

export async function signIn(email: string, password: string): Promise<Failure | undefined> {
  const reply = await ask('session.sign-in', { email, password });
  if (!reply.ok) return reply.failure;
  hearSession(reply.value);
  return undefined;
}

export async function signOut(): Promise<Failure | undefined> {
  const reply = await ask('session.sign-out', {});
  if (!reply.ok) return reply.failure;
  hearSession(reply.value);
  return undefined;
}

export function hearSession(value: SessionState): void {
  if (value.kind === 'signed-in') tellZone(value.user.timeZone);
  useSession.setState({ session: { kind: 'ready', value } });
}

/** The person signed in, if anyone. */
export function useSignedIn(): Extract<SessionState, { kind: 'signed-in' }> | undefined {
  return useSession(({ session }) =>
    session.kind === 'ready' && session.value.kind === 'signed-in' ? session.value : undefined,
  );
}

/** Why this person may not do something; undefined when allowed. */
export function useDenied(permission: Permission): string | undefined {
  const role = useSignedIn()?.user.role;
  if (role === undefined) return 'Sign in first.';
  return can(role, permission) ? undefined : deniedWords(role, permission);
}

const deniedWords = (role: string, permission: Permission): string =>
  `Your role, ${role}, does not include “${permissions[permission]}”. A manager or an administrator can change that.`;
