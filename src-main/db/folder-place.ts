// Where a database may not live: shares and synchronised folders move files under SQLite's feet and damage them.

import fs from 'node:fs';
import path from 'node:path';
import { StartFailure } from './start-failure.ts';

export type Surroundings = { readonly env: Readonly<Record<string, string | undefined>> };

/** Refuses a data folder on a network share or inside a folder that a cloud-drive program keeps. */
export function refuseUnsafePlace(folder: string, { env }: Surroundings): void {
  if (isShare(folder)) throw new StartFailure({ kind: 'unavailable', what: 'data-folder-network' }, 'network share');
  const real = realPath(folder);
  if (isShare(real) || isNetworkMount(real)) {
    throw new StartFailure({ kind: 'unavailable', what: 'data-folder-network' }, 'network drive');
  }
  if (isSynchronised(folder, env) || isSynchronised(real, env)) {
    throw new StartFailure({ kind: 'unavailable', what: 'data-folder-synchronised' }, 'synchronised folder');
  }
}

const isShare = (folder: string): boolean => /^[\\/]{2}[^\\/]/.test(folder);

/** The existing part of a path with links resolved; Windows answers a mapped drive's share here. */
function realPath(folder: string): string {
  const resolved = path.resolve(folder);
  try {
    return fs.realpathSync.native(resolved);
  } catch {
    const parent = path.dirname(resolved);
    return parent === resolved ? resolved : path.join(realPath(parent), path.basename(resolved));
  }
}

// The numbers by which Linux names network file systems: NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P.
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997]);

function isNetworkMount(folder: string): boolean {
  try {
    return networkTypes.has(fs.statfsSync(folder).type);
  } catch {
    const parent = path.dirname(folder);
    return parent !== folder && isNetworkMount(parent);
  }
}

// The names that these programs give to their folders.
const synchronisedNames = [
  /^onedrive( ?-.*)?$/i,
  /^dropbox( ?[(-].*)?$/i,
  /^(google ?drive|googledrive-.*|my drive|drivefs)$/i,
  /^(icloud ?drive|cloudstorage|mobile documents)$/i,
  /^box( sync)?$/i,
  /^(nextcloud|owncloud|seafile|syncthing|tresorit)$/i,
  /^(pcloud ?drive|mega(sync)?|synology ?drive|yandex\.?disk|creative cloud files( .*)?)$/i,
];
// What they leave at the top of a folder that has another name.
const marks = ['.dropbox.cache', '.tmp.drivedownload', '.tmp.driveupload', '.stfolder', '.owncloudsync.log'];
// Whoever is called Box has a folder of that name.
const profiles = /^(users|home|documents and settings)$/i;

function isSynchronised(folder: string, env: Surroundings['env']): boolean {
  const roots = [env.OneDrive, env.OneDriveConsumer, env.OneDriveCommercial].filter((root) => root !== undefined);
  if (roots.some((root) => root !== '' && isInside(folder, root))) return true;
  const names = folder.split(/[\\/]/);
  const isNamed = names.some((name, at) => isCloudName(name) && !profiles.test(names[at - 1] ?? ''));
  return isNamed || hasMark(folder);
}

const isCloudName = (name: string): boolean => synchronisedNames.some((shape) => shape.test(name));

function hasMark(folder: string): boolean {
  if (marks.some((name) => fs.existsSync(path.join(folder, name))) || isFile(path.join(folder, '.dropbox')))
    return true;
  const parent = path.dirname(folder);
  return parent !== folder && hasMark(parent);
}

// A folder of that name holds the program's own settings, in the home of whoever uses it.
const isFile = (file: string): boolean => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

function isInside(folder: string, root: string): boolean {
  const between = path.relative(root, folder);
  return between === '' || (!between.startsWith('..') && !path.isAbsolute(between));
}
