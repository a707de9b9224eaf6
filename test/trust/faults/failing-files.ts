/** Makes Node's file functions fail as a held file, a full disk or a bad one makes them; pauses pass at once meanwhile. Loaded before the program, in its threads too. */
import fs from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

/** The n-th call below a folder fails, and every call on the same file until so much time was spent waiting for it. */
export type Fault = {
  readonly folder: string;
  readonly nth: number;
  readonly errno: string;
  readonly heldMs: number;
  /** A file to which is added what failed. */
  readonly told: string;
};

type State = { fault: Fault | null; calls: number; waitedMs: number; file: string | null };

const state: State = { fault: JSON.parse(process.env.FILE_FAULT ?? 'null'), calls: 0, waitedMs: 0, file: null };

/** What is done from now on meets the fault. */
export function arm(fault: Fault): void {
  Object.assign(state, { fault, calls: 0, waitedMs: 0, file: null });
  process.env.FILE_FAULT = JSON.stringify(fault);
}

export function disarm(): void {
  state.fault = null;
  process.env.FILE_FAULT = 'null';
}

const holding = new Set(['EBUSY', 'EPERM', 'EACCES']);
export const isHolding = (errno: string): boolean => holding.has(errno);
/** What a program that has the file open hinders. */
const hindered = new Set(['open', 'rename', 'rm', 'copyFile', 'readFile', 'writeFile']);
const addTo = fs.appendFileSync;

function touch(name: string, target: unknown): void {
  const { fault, file } = state;
  if (fault === null || typeof target !== 'string' || !target.startsWith(fault.folder)) return;
  if (isHolding(fault.errno) && (!hindered.has(name) || isFolder(target))) return;
  if (file === null) {
    state.calls += 1;
    if (state.calls !== fault.nth) return;
    state.file = target;
    addTo(fault.told, `${name} ${target.slice(fault.folder.length)}\n`);
  } else if (target !== file || state.waitedMs >= fault.heldMs) return;
  throw Object.assign(new Error(`${fault.errno}: ${name}`), { code: fault.errno, syscall: name, path: target });
}

const isFolder = (target: string): boolean => fs.statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;

type Callable = (...given: readonly unknown[]) => unknown;
type Functions = Record<string, Callable>;

/** Puts a check before some functions of a module. */
function watch(functions: Functions, names: readonly string[], ending: string): void {
  for (const name of names) {
    const real = functions[`${name}${ending}`];
    if (real === undefined) throw new Error(`there is no ${name}${ending}`);
    functions[`${name}${ending}`] = (...given) => {
      touchAll(name, given);
      return real(...given);
    };
  }
}

/** What is moved or copied may be held, and so may the file that it is to replace. */
function touchAll(name: string, given: readonly unknown[]): void {
  touch(name, given[0]);
  if (replacing.has(name) && isHeldKind() && fs.existsSync(String(given[1]))) touch(name, given[1]);
}

const replacing = new Set(['rename', 'copyFile']);
const isHeldKind = (): boolean => state.fault !== null && isHolding(state.fault.errno);

const names = ['open', 'rename', 'rm', 'copyFile', 'readFile', 'writeFile', 'mkdir', 'readdir'] as const;
/** The functions of promises fail as promises do. */
function watchPromises(functions: Functions): void {
  for (const name of names) {
    const real = functions[name] as Callable;
    functions[name] = async (...given) => {
      touchAll(name, given);
      const made = await real(...given);
      if (name === 'open') watchHandle(made as FileHandle, given[0]);
      return made;
    };
  }
}

function watchHandle(handle: FileHandle, file: unknown): void {
  for (const name of ['writeFile', 'sync', 'read'] as const) {
    const real = (handle[name] as Callable).bind(handle);
    Object.assign(handle, {
      async [name](...given: readonly unknown[]) {
        touch(name === 'writeFile' ? 'write' : name, file);
        return real(...given);
      },
    });
  }
}

/** What is waited for passes at once, and counts as if it had taken its time. */
function watchPauses(): void {
  const rest = timers.setTimeout;
  timers.setTimeout = (async (ms?: number, value?: unknown) => {
    if (state.file === null || state.fault === null) return rest(ms, value);
    state.waitedMs += ms ?? 0;
    return rest(0, value);
  }) as typeof timers.setTimeout;
  const wait = Atomics.wait;
  Atomics.wait = ((...given: Parameters<typeof Atomics.wait>) => {
    if (state.file === null || state.fault === null) return wait(...given);
    state.waitedMs += Number(given[3]);
    return 'timed-out';
  }) as typeof Atomics.wait;
}

watch(fs as unknown as Functions, names, 'Sync');
watchPromises(promises as unknown as Functions);
watchPauses();
syncBuiltinESMExports();
