// The user's folder, before anything is kept in it: made where it is missing, and tried, so that what cannot work is said and not met later.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { type FileCause, fileCause } from '../../../src-shared/base/file-trouble.ts';
import { soonFreeSync } from '../../../src-shared/base/held-file.ts';

type Folders = { readonly userData: string; readonly browser: string };

/** Makes the folders and writes into them; answers why that cannot be. A full disk is none of its troubles: what is there can be read. */
export function prepareUserFolder({ userData, browser }: Folders): Failure | null {
  try {
    mkdirSync(browser, { recursive: true, mode: 0o700 });
  } catch (error) {
    return { kind: 'unavailable', what: troubles[fileCause(error) ?? 'forbidden'] ?? 'data-folder' };
  }
  const trial = path.join(userData, 'writable');
  try {
    soonFreeSync(() => writeFileSync(trial, '', { mode: 0o600 }));
  } catch (error) {
    return isProtected(fileCause(error)) ? { kind: 'unavailable', what: 'data-folder' } : null;
  }
  drop(trial);
  return null;
}

/** What could be written proves enough: a scanner may hold it, and the next start writes over it. */
function drop(trial: string): void {
  try {
    rmSync(trial, { force: true });
  } catch {
    // It stays.
  }
}

const troubles: Readonly<Partial<Record<FileCause, string>>> = { full: 'disk-full', failing: 'disk' };
const isProtected = (cause: FileCause | undefined): boolean => cause === 'read-only' || cause === 'forbidden';
