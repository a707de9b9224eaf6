// The folder that is watched for new exports: a set is told of once it is whole and no longer grows, and never twice.

import type { Clock } from '../../../src-shared/base/clock.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { ImportOffer, WatchState } from '../../../src-shared/ipc/exchange-requests.ts';
import { readSetting, writeSetting } from '../../db/settings.ts';
import type { Store } from '../../db/store.ts';
import { type EstimateGroup, groupFiles } from '../../files/exchange/estimate-groups.ts';
import { type ListedFile, listFolder } from '../../files/exchange/file-sources.ts';
import { splitPath } from '../../files/exchange/write-files.ts';
import { allowed, type Desk } from '../desk.ts';
import { readFrom } from './imports.ts';

const setting = 'watched-folder';
const everyMs = 5_000;
const mostSeen = 2_000;

type Kept = { readonly folder: string; readonly seen: readonly string[] };
type Found = { readonly foundAt: number; readonly member: string; readonly mark: string };
type Parts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly tell: (state: WatchState) => void;
};
export type FolderWatch = ReturnType<typeof createFolderWatch>;

/** Looks into the folder again and again; file systems of a network tell of no change by themselves. */
export function createFolderWatch({ store, clock, tell }: Parts) {
  const found = new Map<string, Found>();
  /** What lay there at the last look: a set that is as it was then is no longer being written. */
  const lying = new Set<string>();
  const life = { readable: true, closed: false };
  const { kept, keep } = memoryOf(store);
  const state = (): WatchState => ({
    folder: kept().folder === '' ? '' : splitPath(kept().folder).name,
    readable: life.readable,
    found: [...found].map(([key, { foundAt }]) => ({ key, foundAt })),
  });
  /** Whatever lay there before is none of the new exports. */
  const watch = async (folder: string): Promise<void> => {
    const marks = folder === '' ? [] : groupsOf((await listFolder(folder)) ?? []).map(({ mark }) => mark);
    found.clear();
    lying.clear();
    life.readable = true;
    keep({ folder, seen: marks });
    tell(state());
  };
  const settle = (key: string): void => {
    const one = found.get(key);
    if (one === undefined) return;
    found.delete(key);
    const now = kept();
    keep({ ...now, seen: [...now.seen, one.mark] });
    tell(state());
  };
  const look = async (): Promise<void> => {
    const { folder } = kept();
    if (folder === '') return;
    const listed = await listFolder(folder);
    // Listing a folder of a network takes its time: another may be watched by now, and a set be done with.
    if (life.closed || kept().folder !== folder) return;
    const { seen } = kept();
    const before = JSON.stringify(state());
    life.readable = listed !== undefined;
    const groups = groupsOf(listed ?? []);
    for (const { group, mark } of newAmong(groups, { seen, found, lying })) {
      found.set(group.key, { foundAt: clock(), member: [...group.members.values()][0] ?? group.key, mark });
    }
    lying.clear();
    for (const { mark } of groups) lying.add(mark);
    if (JSON.stringify(state()) !== before) tell(state());
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  return {
    state,
    watch,
    settle,
    look,
    memberOf: (key: string) => memberIn(kept().folder, found.get(key)),
    close(): void {
      life.closed = true;
      clearInterval(timer);
    },
  };
}

const memberIn = (folder: string, found: Found | undefined) => found && { folder, member: found.member };

/** The folder and what was told of it, which a restart must not forget. */
const memoryOf = (store: Store) => ({
  kept(): Kept {
    const text = readSetting(store, setting);
    return text === null ? { folder: '', seen: [] } : (JSON.parse(text) as Kept);
  },
  keep: (next: Kept): void =>
    writeSetting(store, setting, JSON.stringify({ ...next, seen: next.seen.slice(-mostSeen) })),
});

type Looked = ReturnType<typeof groupsOf>;
type Known = {
  readonly seen: readonly string[];
  readonly found: ReadonlyMap<string, Found>;
  readonly lying: ReadonlySet<string>;
};

/** The sets that are whole, lie as they lay at the last look, and were not told of. */
const newAmong = (looked: Looked, { seen, found, lying }: Known): Looked =>
  looked.filter(({ group, mark }) => {
    const isNew = !seen.includes(mark) && found.get(group.key)?.mark !== mark;
    return isNew && isWhole(group) && lying.has(mark);
  });

/** An EMS set is whole with its envelope, its lines and its grand totals, which are written last. */
const isWhole = ({ format, members }: EstimateGroup): boolean =>
  format === 'bms' || (members.has('env') && members.has('lin') && members.has('ttl'));

/** Sets with what tells one export of them from the next. */
function groupsOf(listed: readonly ListedFile[]) {
  const byName = new Map(listed.map((file) => [file.name, file]));
  return groupFiles([...byName.keys()]).map((group) => {
    const files = [...group.members.values()].flatMap((name) => byName.get(name) ?? []);
    const changedAt = Math.max(0, ...files.map((file) => file.changedAt));
    const mark = `${group.key} ${files.map(({ size }) => size).join(' ')} ${Math.floor(changedAt)}`;
    return { group, mark };
  });
}

/** Lets the person choose a folder to watch. */
export async function chooseFolder(desk: Desk): Promise<Result<WatchState | null>> {
  const user = allowed(desk, 'create-workfiles');
  if (!user.ok) return user;
  const folder = await desk.files.choose('watch-folder', '');
  if (folder === null) return ok(null);
  await desk.watch.watch(folder);
  return ok(desk.watch.state());
}

/** Watches no folder any more. */
export async function stopWatching(desk: Desk): Promise<Result<WatchState>> {
  const user = allowed(desk, 'create-workfiles');
  if (!user.ok) return user;
  await desk.watch.watch('');
  return ok(desk.watch.state());
}

/** Takes an estimate off the list that nobody wants. */
export function skipFound(desk: Desk, key: string): Result<WatchState> {
  const user = allowed(desk, 'create-workfiles');
  if (!user.ok) return user;
  desk.watch.settle(key);
  return ok(desk.watch.state());
}

/** Reads an estimate that was found; it leaves the list once it was read. */
export async function takeFound(desk: Desk, key: string): Promise<Result<ImportOffer | null>> {
  const place = desk.watch.memberOf(key);
  if (place === undefined) return failed({ kind: 'not-found', what: 'import' });
  const read = await readFrom(desk, place.folder, place.member);
  if (read.ok && read.value !== null) desk.watch.settle(key);
  return read;
}
