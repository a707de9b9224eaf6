// What this PC remembers of how its user likes the window, as text under a name.

import { query } from './query.ts';
import type { Store } from './store.ts';

const read = query<{ value: string }>('settings.read', 'select value from setting where name = ?');
const write = query('settings.write', 'insert or replace into setting (name, value) values (?, ?)');

export const readSetting = (store: Store, name: string): string | null => store.get(read, name)?.value ?? null;

export function writeSetting(store: Store, name: string, value: string): void {
  store.run(write, name, value);
}
