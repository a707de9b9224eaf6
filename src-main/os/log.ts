// The log file of a process: events and allow-listed fields only, so that no person's data can get into it.

import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Clock, Random } from '../../src-shared/base/clock.ts';

export type LogFields = {
  /** What a user can read out, and we can look for. */
  readonly reference?: string;
  /** Words of the program itself: each must be among those the log was made with. */
  readonly kind?: string;
  readonly request?: string;
  readonly version?: string;
  /** The name of a database statement. */
  readonly query?: string;
  /** Where in our own files an error came from; see traceOf. */
  readonly trace?: string;
  readonly code?: number;
  readonly count?: number;
  readonly ms?: number;
};
export type Log = (event: string, fields?: LogFields) => void;

type Parts = {
  readonly file: string;
  readonly clock: Clock;
  /** Every text that `kind` and `request` may be. */
  readonly words: ReadonlySet<string>;
  readonly mostBytes?: number;
};

const maxNumber = 1_000_000_000;
const shapes = {
  event: /^[a-z-]{1,40}\.[a-z-]{1,40}$/,
  reference: /^[0-9a-f]{8}$/,
  version: /^\d{1,3}\.\d{1,3}\.\d{1,3}$/,
  trace: /^(?:[a-z0-9-]{1,40}\.[a-z]{1,4}:\d{1,6}:\d{1,6}(?: < |$)){1,8}$/,
};

export function createLog({ file, clock, words, mostBytes = 1_000_000 }: Parts): Log {
  const isSafe: { readonly [N in keyof LogFields]-?: (value: unknown) => boolean } = {
    reference: (value) => typeof value === 'string' && shapes.reference.test(value),
    kind: (value) => typeof value === 'string' && words.has(value),
    request: (value) => typeof value === 'string' && words.has(value),
    query: (value) => typeof value === 'string' && shapes.event.test(value),
    version: (value) => typeof value === 'string' && shapes.version.test(value),
    trace: (value) => typeof value === 'string' && shapes.trace.test(value),
    code: isSmallNumber,
    count: isSmallNumber,
    ms: isSmallNumber,
  };
  const safe = (fields: LogFields) =>
    Object.entries(fields).filter(
      ([name, value]) => Object.hasOwn(isSafe, name) && isSafe[name as keyof LogFields](value),
    );
  return (event, fields = {}) => {
    const name = shapes.event.test(event) ? event : 'log.misnamed';
    const at = new Date(clock()).toISOString();
    append(file, `${JSON.stringify({ at, event: name, ...Object.fromEntries(safe(fields)) })}\n`, mostBytes);
  };
}

/** Eight signs that name one occurrence to the user and in the log. */
export const newReference = (random: Random): string => Buffer.from(random(4)).toString('hex');

/** The places of a stack without its message and its folders, where names of people may stand. */
export function traceOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack.matchAll(/([a-z0-9-]+\.(?:cjs|mjs|js|ts)):(\d+):(\d+)/g);
  return Array.from(places, ([place]) => place)
    .slice(0, 8)
    .join(' < ');
}

const isSmallNumber = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < maxNumber;

function append(file: string, line: string, mostBytes: number): void {
  // A full disk must not stop the program for its log.
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    rotate(file, mostBytes);
    appendFileSync(file, line, { mode: 0o600 });
  } catch {}
}

function rotate(file: string, mostBytes: number): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < mostBytes) return;
  rmSync(`${file}.2`, { force: true });
  if (statSync(`${file}.1`, { throwIfNoEntry: false })) renameSync(`${file}.1`, `${file}.2`);
  renameSync(file, `${file}.1`);
}
