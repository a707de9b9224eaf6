// Everything that waits for the cloud, by person: edits and commands.

import { commandsOfEach } from './command.ts';
import { waitingOfEach } from './outbox.ts';
import type { Person } from './session.ts';
import type { Store } from './store.ts';

/** How many edits and commands of each person wait. */
export function everythingWaiting(store: Store): readonly (Person & { readonly count: number })[] {
  const commands = commandsOfEach(store);
  if (commands.length === 0) return waitingOfEach(store);
  const each = new Map<string, Person & { readonly count: number }>();
  for (const one of [...waitingOfEach(store), ...commands]) {
    each.set(one.id, { ...one, count: one.count + (each.get(one.id)?.count ?? 0) });
  }
  return [...each.values()];
}
