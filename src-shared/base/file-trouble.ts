/** What the system's own word for a file that failed means, once for all who tell of it. */
import { codeOf, isHeld } from './held-file.ts';

const codes = {
  full: ['ENOSPC', 'EDQUOT'],
  failing: ['EIO'],
  'read-only': ['EROFS'],
  forbidden: ['EACCES', 'EPERM', 'ENOTDIR'],
  held: ['EBUSY', 'ETXTBSY'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FileCause = keyof typeof codes;

const causes = new Map<string, FileCause>(
  (Object.keys(codes) as FileCause[]).flatMap((cause) => codes[cause].map((code) => [code, cause] as const)),
);

/** Why a file or a folder could not be read or written; undefined where the system does not say. */
export const fileCause = (error: unknown): FileCause | undefined => causes.get(codeOf(error));

/** Why a file is not where a person wanted it. */
export type WriteTrouble = 'disk-full' | 'file-in-use' | 'file-unwritten';

/**
 * Windows says the same of a file that another program holds and of a folder that nobody may write in. What was written
 * beside it and could not take its place met the one, what could not even be begun met the other.
 */
export function writeTrouble(error: unknown): WriteTrouble {
  const cause = fileCause(error);
  if (cause === 'full') return 'disk-full';
  const isReplacing = error instanceof Error && 'syscall' in error && error.syscall === 'rename';
  return cause === 'held' || (isReplacing && isHeld(error)) ? 'file-in-use' : 'file-unwritten';
}
