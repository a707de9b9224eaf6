/** The processes under a process, and the memory that they take together. */
import { readdirSync, readFileSync } from 'node:fs';

/** A process and everything it started, by id. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const parent = /^\d+$/.test(entry) ? parentOf(Number(entry)) : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const below = (pid: number): readonly number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

/** Proportional set size of processes in MiB: shared pages are counted once, in parts. */
export const pssOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0) /
  1024;

function parentOf(pid: number): number | undefined {
  const afterName = read(`/proc/${pid}/stat`).split(') ').at(-1);
  const parent = afterName?.split(' ')[1];
  return parent === undefined ? undefined : Number(parent);
}

/** A process may end while it is looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
