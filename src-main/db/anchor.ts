// Notices that this database was put back or copied: a mark moves on in it and in a small file outside its folder.

import { uuidV7 } from '../../src-shared/base/ids.ts';
import type { Anchor, Machine } from '../../src-shared/ipc/host.ts';
import { readIdentity } from './identity.ts';
import { readMeta, writeMeta } from './meta.ts';
import { becomeNewDevice } from './new-past.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** What the file held when it was looked at last, what was to stand there then, and on which machine. */
type Remembered = { readonly found: string; readonly next: string; readonly machine: Machine };

/** Why a database is not the one that was here last. */
export type OtherLife = 'put-back' | 'other-machine';

/**
 * At the start, before anything is stamped: a database that the file does not know any more takes a new identity. One
 * that never had a file keeps its own, as does one that was made just now.
 */
export function holdAnchor(store: Store, anchor: Anchor, { isNew, now }: { isNew: boolean; now: number }) {
  const found = anchor.read();
  const other = isNew ? null : otherLife(remembered(store), found, anchor.machine);
  transact(store, () => {
    if (other !== null) becomeNewDevice(store, now);
    prepare(store, anchor, found, now);
  });
  raise(store, anchor);
  return other;
}

/** Moves the mark on, so that a copy of the database that was made before is older than the file. */
export function moveAnchor(store: Store, anchor: Anchor, now: number): void {
  prepare(store, anchor, anchor.read(), now);
  raise(store, anchor);
}

function otherLife(known: Remembered | null, found: string, machine: Machine): OtherLife | null {
  // The first start of a version that has a file. Where one stands already, another database lived in this folder.
  if (known === null) return found === '' ? null : 'put-back';
  if (!isSame(known.machine, machine)) return 'other-machine';
  // Killed between the two writes, or the file could not be written: it still holds what was found there.
  return found === known.next || found === known.found ? null : 'put-back';
}

const isSame = (one: Machine, other: Machine): boolean =>
  one.name === other.name && (one.hardware === other.hardware || one.hardware === null || other.hardware === null);

function remembered(store: Store): Remembered | null {
  const text = readMeta(store, 'anchor');
  return text === null ? null : (JSON.parse(text) as Remembered);
}

/** The database first: it may be ahead of the file, and the file is never ahead of it. */
function prepare(store: Store, { machine }: Anchor, found: string, now: number): void {
  const { incarnation } = readIdentity(store);
  remember(store, { found, next: JSON.stringify({ incarnation, mark: uuidV7(now, store.random(16)) }), machine });
}

/** Once the file stands, what was found before is no excuse any more: a lost file is news. */
function raise(store: Store, anchor: Anchor): void {
  const known = remembered(store);
  if (known === null) return;
  anchor.write(known.next);
  if (anchor.read() === known.next) remember(store, { ...known, found: known.next });
}

const remember = (store: Store, known: Remembered): void => writeMeta(store, 'anchor', JSON.stringify(known));
