/** Whether an answer fits what the files did: a file that is free in time is waited for, and the rest is told as what it is. */
import { heldPatienceMs } from '../../../src-shared/base/held-file.ts';
import type { Fault } from './failing-files.ts';
import type { Verdict } from './trouble-report.ts';

const held = ['database-busy', 'data-folder', 'file-in-use', 'file-unwritten'];
/** What may be said of each. */
const words: Readonly<Record<string, readonly string[]>> = {
  EBUSY: held,
  EPERM: held,
  EACCES: held,
  ENOSPC: ['disk-full'],
  EIO: ['disk', 'file-unwritten'],
};

export function wrongIn({ errno, heldMs }: Fault, verdict: Verdict): string[] {
  if (verdict.ok) return [];
  const { failure } = verdict;
  const told = JSON.stringify(failure);
  if ('code' in failure) return failure.code === errno ? soon(errno, heldMs, told) : [`${errno} was told as ${told}`];
  const isUnavailable = 'kind' in failure && failure.kind === 'unavailable' && 'what' in failure;
  if (!isUnavailable || !words[errno]?.includes(String(failure.what))) return [`${errno} was told as ${told}`];
  return soon(errno, heldMs, told);
}

const soon = (errno: string, heldMs: number, told: string): string[] =>
  words[errno] === held && heldMs < heldPatienceMs
    ? [`a file that was free after ${heldMs} ms was told as ${told}`]
    : [];
