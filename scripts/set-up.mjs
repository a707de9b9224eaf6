/** Sets a fresh machine up: system packages, npm packages, an Electron runtime. What is there already is left alone. */
import { pathToFileURL } from 'node:url';
import { npmPackages } from './npm-packages.mjs';
import { inProject, node } from './project.mjs';
import { run } from './run.mjs';
import { systemPackages } from './system-packages.mjs';
import { main, say, Trouble } from './tell.mjs';

/** `forTests` adds what only the tests need: Chromium, PostgreSQL and packaging tools. */
export async function setUp({ forTests = false } = {}) {
  await systemPackages({ forTests });
  await npmPackages();
  const { findRuntime } = await import('./electron-runtime.mjs');
  if (findRuntime()) return findRuntime();
  const code = await run(node, [inProject('scripts/electron-runtime.mjs')]);
  if (code !== 0) throw new Trouble('There is no Electron to run the app with.');
  return findRuntime();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    const { kind, program } = await setUp({ forTests: process.argv.includes('--tests') });
    say(`Ready. Electron (${kind}): ${program}`);
  });
}
