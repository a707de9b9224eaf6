// The file by which a data folder is known on this machine. It lies where restoring or copying that folder does not reach.

import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Anchor, Machine } from '../../../src-shared/ipc/host.ts';
import { replaceFile } from '../replace-file.ts';

type Places = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The folder around the data folder. */
  readonly userData: string;
};

/** Where anchors lie: beside a folder that was named, else in a branch of the user's files that programs' data are not in. */
export function anchorFolder({ platform, env, home, userData }: Places): string {
  const program = path.basename(userData);
  if (env.SHOPFILE_USER_DATA) return path.join(userData, 'anchors');
  if (platform === 'win32') return path.join(env.APPDATA ?? userData, program, 'anchors');
  if (platform === 'darwin') return path.join(home, 'Library', 'Preferences', program);
  return path.join(env.XDG_STATE_HOME ?? path.join(home, '.local', 'state'), program);
}

type Parts = {
  readonly folder: string;
  readonly dataDir: string;
  readonly machine: Machine;
  readonly unwritten: () => void;
};

/** More than a mark is none. */
const mostText = 1000;

/** The anchor of one data folder. A file that cannot be written costs a new device at most, and is only said. */
export function openAnchor({ folder, dataDir, machine, unwritten }: Parts): Anchor {
  // A profile that travels with its user brings the files of other machines along.
  const place = () => hash('sha256', `${machine.name} ${realPath(dataDir)}`).slice(0, 32);
  const file = () => path.join(folder, `${place()}.json`);
  return {
    machine,
    read() {
      try {
        return readFileSync(file(), 'utf8').slice(0, mostText);
      } catch {
        return '';
      }
    },
    write(text) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        replaceFile(file(), text);
      } catch {
        unwritten();
      }
    },
  };
}

function realPath(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return path.resolve(folder);
  }
}
