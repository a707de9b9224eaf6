/** The Debian packages the product needs: installs the missing ones as root, and names them to anyone else. */
import fs from 'node:fs';
import { capture, quietly } from './run.mjs';
import { step, Trouble } from './tell.mjs';

/** What it takes to run the app, with or without a display, and to compile the fallback runtime's addon. */
const toRun = [
  'xvfb xauth libgtk-3-0 libnotify4 libnss3 libasound2 libgbm1 libatk-bridge2.0-0 libxss1 libxtst6 libdrm2 libcups2',
  'libxkbcommon0 libatspi2.0-0 unzip g++ make python3',
].flatMap((names) => names.split(' '));

/** What the tests need besides. */
const toTest = ['chromium', 'fonts-liberation', 'postgresql', 'fakeroot'];

/** Makes sure the packages are there; on systems without dpkg they are the user's own care. */
export async function systemPackages({ forTests }) {
  if (!fs.existsSync('/usr/bin/dpkg-query')) return;
  const wanted = forTests ? [...toRun, ...toTest] : toRun;
  const missing = await missingOf(wanted);
  if (missing.length === 0) return;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid() !== 0) {
    throw new Trouble('System packages are missing, and only root may install them.', `run as root: ${command}`);
  }
  await step(`Install system packages: ${missing.join(' ')}`, () => install(missing, `run by hand: ${command}`));
}

async function missingOf(names) {
  const { output } = await capture('dpkg-query', ['-W', '-f', '${binary:Package} ${db:Status-Status}\n', ...names]);
  const installed = output.split('\n').filter((line) => line.endsWith(' installed'));
  const present = new Set(installed.map((line) => line.split(/[: ]/)[0]));
  return names.filter((name) => !present.has(name));
}

async function install(names, advice) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120'];
  await quietly('apt-get', ['-qq', ...patient, 'update'], { env, advice });
  await quietly('apt-get', ['-qq', ...patient, 'install', '-y', '--no-install-recommends', ...names], { env, advice });
}
