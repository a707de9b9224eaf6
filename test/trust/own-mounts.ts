/** Disks that a test alone sees: they need a name space of their own, which some containers do not give. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** As somebody without rights, and as root where that is refused. */
const ways = [['-Urm'], ['-m']] as const;

/** What `unshare` is given here. Where nothing works, a suite that was asked for by its name fails, and any other says that it was skipped. */
export function ownMounts(skip: (why: string) => never): readonly string[] {
  const way = ways.find(works);
  if (way !== undefined) return way;
  const why = 'no folder can be made read-only and no small disk be mounted here: this machine gives no name space';
  if (process.env.TRUST_BY_NAME === '1') throw new Error(why);
  process.stdout.write(`\nskipped: ${why}\n`);
  return skip(why);
}

/** Whether a folder that was protected can really not be written. */
function works(way: readonly string[]): boolean {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-mounts-'));
  const script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && ! touch "$0/x" 2>/dev/null';
  try {
    return spawnSync('unshare', [...way, 'sh', '-c', script, folder]).status === 0;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
