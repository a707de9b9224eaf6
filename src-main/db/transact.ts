// The one way to write: everything in the body happens, or nothing does.

import type { Store } from './store.ts';

/** Refuses a body that returns a promise: what it awaits would run after the commit. */
type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/** Runs body in one transaction that holds the write lock from the start; inside another one it takes part in that. */
export function transact<T>(store: Store, body: () => Synchronous<T>): Synchronous<T> {
  const { connection } = store;
  if (connection.inTransaction) return body();
  const answer = connection.transaction(body).immediate();
  store.committed();
  return answer;
}

/** Like `transact`, but does not wait for the disk: for what comes again, or is made again, after a power cut. */
export function transactHurriedly<T>(store: Store, body: () => Synchronous<T>): Synchronous<T> {
  const { connection } = store;
  if (connection.inTransaction) return body();
  connection.pragma('synchronous = normal');
  try {
    return transact(store, body);
  } finally {
    connection.pragma('synchronous = full');
  }
}
