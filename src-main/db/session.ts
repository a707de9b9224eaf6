// Who is signed in on this PC, and the shop its data belongs to, which outlives every session.

import { type SessionUser, sessionUser } from '../../src-shared/api/contract.ts';
import { readMeta, writeMeta } from './meta.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

export type Session = { readonly user: SessionUser; readonly sealedToken: string | null };

/** A person as the edits they write name them. */
export type Person = { readonly id: string; readonly name: string };

const person = query<Person>(
  'session.person',
  `select value ->> '$.user.userId' as id, value ->> '$.user.name' as name from meta where name = 'session'`,
);

/** Whose edits are written and sent on this PC now; null while nobody is signed in. */
export const readPerson = (store: Store): Person | null => store.get(person) ?? null;

export function readSession(store: Store): Session | null {
  const text = readMeta(store, 'session');
  if (text === null) return null;
  const stored = JSON.parse(text) as { user: unknown; sealedToken: string | null };
  const user = sessionUser.safeParse(stored.user);
  // Written by a version that knew a person differently: signing in again is enough.
  return user.success ? { user: user.data, sealedToken: stored.sealedToken } : null;
}

/** Remembers a session, or forgets it. The first session of a folder decides its shop. */
export function writeSession(store: Store, session: Session | null): void {
  transact(store, () => {
    writeMeta(store, 'session', session && JSON.stringify(session));
    if (session !== null && readShop(store) === null) writeMeta(store, 'shop', session.user.shopId);
  });
}

/** The shop whose data is in this folder; null before the first sign-in. */
export const readShop = (store: Store): string | null => readMeta(store, 'shop');
