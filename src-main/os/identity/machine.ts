// What tells this machine from another: the number that the system gave it, and its name. Only digests leave this file.

import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Machine } from '../../../src-shared/ipc/host.ts';

/** How a system is asked. */
export type System = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly hostName: string;
};

const numberFiles = ['/etc/machine-id', '/var/lib/dbus/machine-id'];
const patienceMs = 3000;

/** The machine that this process runs on. Imaged PCs may share their number, so their names count too. */
export function machineOf({ platform, env, hostName }: System): Machine {
  const number = numberOf(platform, env);
  // A Mac takes the name that the network of the moment gives it.
  const name = platform === 'darwin' && number !== undefined ? '' : hostName.toLowerCase();
  return { hardware: number === undefined ? null : digest(number), name: digest(name) };
}

/** Undefined where the system does not tell: then its name alone counts. */
function numberOf(platform: NodeJS.Platform, env: System['env']): string | undefined {
  if (platform === 'win32') return registryNumber(env.SystemRoot ?? 'C:\\Windows');
  if (platform === 'darwin') return told('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], macNumber);
  return numberFiles.map(fileNumber).find((number) => number !== undefined);
}

const macNumber = /"IOPlatformUUID" = "([0-9A-F-]{36})"/i;
const windowsNumber = /MachineGuid\s+REG_SZ\s+([0-9A-F-]{36})/i;

// Node reads no registry: the system's own tool does, from its own folder.
const registryNumber = (root: string): string | undefined =>
  told(
    `${root}\\System32\\reg.exe`,
    ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid'],
    windowsNumber,
  );

function told(program: string, words: readonly string[], shape: RegExp): string | undefined {
  try {
    const options = { encoding: 'utf8', timeout: patienceMs, windowsHide: true, stdio: 'pipe' } as const;
    return shape.exec(execFileSync(program, words, options))?.[1];
  } catch {
    return undefined;
  }
}

function fileNumber(file: string): string | undefined {
  try {
    return /^[0-9a-f]{32}$/.exec(readFileSync(file, 'utf8').trim())?.[0];
  } catch {
    return undefined;
  }
}

const digest = (text: string): string => hash('sha256', `shopfile machine ${text}`).slice(0, 32);
