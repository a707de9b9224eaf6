/** Builds the desktop app when its sources have changed since the last build. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { npmPackages } from './npm-packages.mjs';
import { inProject, node, root } from './project.mjs';
import { quietly } from './run.mjs';
import { main, say, step } from './tell.mjs';

const sources = [
  'src-shared',
  'src-ui',
  'src-main',
  'src-renderer',
  'migrations/local',
  'vite.config.ts',
  'package-lock.json',
];
const stamp = inProject('dist/.built-from');

export async function buildIfChanged() {
  const hash = hashOfSources();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return;
  await step('Build the app', build);
  fs.writeFileSync(stamp, hash);
}

const build = () =>
  quietly(node, [inProject('node_modules/vite/bin/vite.js'), 'build', '--app', '--logLevel', 'warn'], {
    advice: 'read the message above; `npm run check` tells more.',
  });

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesOf).sort()) hash.update(file).update(fs.readFileSync(inProject(file)));
  return hash.digest('hex');
}

function filesOf(place) {
  if (!fs.existsSync(inProject(place))) return [];
  if (fs.statSync(inProject(place)).isFile()) return [place];
  const entries = fs.readdirSync(inProject(place), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    await npmPackages();
    await buildIfChanged();
    say('The build in dist/ is up to date.');
  });
}
