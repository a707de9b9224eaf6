/** What tells machines apart, and where the file lies by which a data folder is known on one. */
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { anchorFolder } from '../../../src-main/os/identity/anchor-file.ts';
import { machineOf } from '../../../src-main/os/identity/machine.ts';

const linux = { platform: 'linux', env: {}, hostName: hostname() } as const;

test('a machine is told by its number and its name, and neither leaves the program', () => {
  const machine = machineOf(linux);
  expect(machineOf(linux)).toEqual(machine);
  expect(machineOf({ ...linux, hostName: `${hostname()}-2` })).toMatchObject({ hardware: machine.hardware });
  expect(machineOf({ ...linux, hostName: `${hostname()}-2` }).name).not.toBe(machine.name);
  const file = ['/etc/machine-id', '/var/lib/dbus/machine-id'].find(existsSync);
  const number = file && readFileSync(file, 'utf8').trim();
  if (number) expect(machine.hardware).toMatch(/^[0-9a-f]{32}$/);
  expect(JSON.stringify(machine)).not.toContain(number || hostname());
});

test('a system that does not tell its number is known by its name', () => {
  const mute = machineOf({ platform: 'win32', env: { SystemRoot: 'C:\\nowhere' }, hostName: 'FRONT-DESK' });
  expect(mute.hardware).toBeNull();
  expect(mute).toEqual(machineOf({ platform: 'win32', env: { SystemRoot: 'C:\\nowhere' }, hostName: 'front-desk' }));
});

test('the file lies in another branch of the files than the data, or beside a folder that was named', () => {
  const at = (platform: NodeJS.Platform, env: Record<string, string>, userData: string) =>
    anchorFolder({ platform, env, home: '/home/ann', userData });
  expect(at('linux', {}, '/home/ann/.config/Shopfile')).toBe('/home/ann/.local/state/Shopfile');
  expect(at('linux', { XDG_STATE_HOME: '/state' }, '/home/ann/.config/Shopfile')).toBe('/state/Shopfile');
  expect(at('win32', { APPDATA: '/roaming' }, '/local/Shopfile')).toBe('/roaming/Shopfile/anchors');
  expect(at('darwin', {}, '/home/ann/Library/Application Support/Shopfile')).toBe(
    '/home/ann/Library/Preferences/Shopfile',
  );
  expect(at('linux', { SHOPFILE_USER_DATA: '/tmp/pc' }, '/tmp/pc')).toBe('/tmp/pc/anchors');
});
