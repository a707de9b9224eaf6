// The words the main process may write to its log: kinds of failure, and Chromium's reasons for the end of a page.

import type { Failure } from '../../src-shared/base/failure.ts';

const failures = [
  'invalid',
  'not-found',
  'locked',
  'conflict',
  'forbidden',
  'offline',
  'outdated',
  'unavailable',
  'unexpected',
] as const satisfies readonly Failure['kind'][];

const endsOfPage = [
  'clean-exit',
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
  'launch-failed',
  'integrity-failure',
  'memory-eviction',
] as const;

/** Why a PC took a new identity. */
const otherLives = ['put-back', 'other-machine'] as const;

export const logWords: ReadonlySet<string> = new Set([...failures, ...endsOfPage, ...otherLives]);
