// What the backend process is told at its start, read from the environment and the program's places.

import path from 'node:path';
import { type Failure, invalid } from '../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { Places } from './places.ts';

export type BackendOptions = {
  readonly dataDir: string;
  readonly cloudUrl: string;
  readonly pcName: string;
  readonly demoSignIn: { readonly email: string; readonly password: string } | null;
  readonly vin: { readonly workerPath: string; readonly archivePath: string };
  readonly checkpointWorker: string;
  readonly keeperWorker: string;
  readonly logsDir: string;
  readonly versions: { readonly app: string; readonly runtime: string };
  readonly nativeBinding?: string;
  readonly migrationsDir: string;
};

type Given = {
  readonly env: NodeJS.ProcessEnv;
  readonly hostName: string;
  readonly packaged: boolean;
  readonly places: Places;
  /** The program's own version, and that of what runs it. */
  readonly versions: BackendOptions['versions'];
  readonly nativeBinding: string | undefined;
};

export const defaultCloudUrl = 'https://cloud.shopfile.example.com';
const loopback = ['localhost', '127.0.0.1', '[::1]'];

export function backendOptions({
  env,
  hostName,
  packaged,
  places,
  versions,
  nativeBinding,
}: Given): Result<BackendOptions> {
  const cloudUrl = parseCloudUrl(env.SHOPFILE_CLOUD_URL ?? defaultCloudUrl, packaged);
  if (!cloudUrl.ok) return cloudUrl;
  return ok({
    dataDir: places.data,
    cloudUrl: cloudUrl.value,
    pcName: env.SHOPFILE_PC_NAME ?? hostName,
    demoSignIn: packaged ? null : signInOf(env.SHOPFILE_SIGN_IN),
    vin: { workerPath: places.vinWorker, archivePath: places.vinArchive },
    checkpointWorker: places.checkpointWorker,
    keeperWorker: places.keeperWorker,
    logsDir: path.dirname(places.log),
    versions,
    ...(nativeBinding !== undefined && { nativeBinding }),
    migrationsDir: places.migrations,
  });
}

/** The cloud's address: https, or http to this very PC while developing. */
export function parseCloudUrl(text: string, packaged: boolean): Result<string, Failure> {
  const refused = failed(invalid('SHOPFILE_CLOUD_URL', 'bad-format'));
  if (!URL.canParse(text)) return refused;
  const url = new URL(text);
  const here = !packaged && url.protocol === 'http:' && loopback.includes(url.hostname);
  const bare = url.href === `${url.origin}/`;
  return bare && (url.protocol === 'https:' || here) ? ok(url.origin) : refused;
}

function signInOf(text: string | undefined): BackendOptions['demoSignIn'] {
  const [, email, password] = /^([^:]+):(.+)$/.exec(text ?? '') ?? [];
  return email === undefined || password === undefined ? null : { email, password };
}
