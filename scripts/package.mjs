/**
 * `npm run package` makes the installers of this system; `npm run package -- --dir` only the unpacked app, to try it.
 * On the fallback runtime only the latter is possible, and what it makes is never to be shipped.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfChanged } from './build.mjs';
import { fallbackAddon } from './electron-fallback.mjs';
import { collectLicences } from './licences.mjs';
import { inProject, node, root } from './project.mjs';
import { run } from './run.mjs';
import { setUp } from './set-up.mjs';
import { main, say, step, Trouble } from './tell.mjs';

const trialFolder = 'release-trial';

/** The program that the unpacked build makes on Linux. */
export const trialProgram = inProject(trialFolder, 'linux-unpacked', 'shopfile');

async function makePackage() {
  const trial = process.argv.includes('--dir');
  const runtime = await setUp();
  if (runtime.kind === 'fallback' && !trial) {
    throw new Trouble(
      'Installers are made with the official Electron, which could not be downloaded here.',
      'connect to the internet, delete node_modules/electron, run `npm ci`; or try `npm run package -- --dir`.',
    );
  }
  await buildIfChanged();
  say(`  ${collectLicences()} licences in dist/LICENSES.txt`);
  const { build, Platform } = await import('electron-builder');
  const targets = trial ? Platform.current().createTarget('dir') : Platform.current().createTarget();
  const config = trial ? trialConfig(runtime) : {};
  await step('Package', () => build({ projectDir: root, targets, config, publish: 'never' }));
  if (trial && process.platform === 'linux') say(`  ${trialProgram}`);
}

/** Playwright attaches through an inspector, which the fuses of a shipped app refuse. */
function trialConfig(runtime) {
  const config = { directories: { output: trialFolder }, electronFuses: { enableNodeCliInspectArguments: true } };
  return runtime.kind === 'fallback' ? { ...config, ...fallbackConfig(runtime) } : config;
}

/** The fallback's own boot file would come before the app, and the shipped addon needs a newer Electron. */
function fallbackConfig(runtime) {
  const addon = 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node';
  const resources = (context, name) => path.join(context.appOutDir, 'resources', name);
  return {
    electronDist: runtime.folder,
    electronVersion: runtime.version,
    afterExtract: async (context) => {
      for (const name of ['app', 'native', 'provisioned.json']) {
        fs.rmSync(resources(context, name), { recursive: true, force: true });
      }
    },
    afterPack: async (context) => fs.copyFileSync(fallbackAddon(runtime.folder), resources(context, addon)),
  };
}

/** The packaging library wants the project's Node; the system's may be older. */
async function onProjectNode() {
  if (Number(process.versions.napi) >= 10) return await makePackage();
  await setUp();
  return await run(node, process.argv.slice(1));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(onProjectNode);
