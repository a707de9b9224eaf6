/** Third parties: what is installed is exact, reviewed, licensed, described, and named only where it may be. */
import { describe, expect, test } from 'vitest';
import { parseSource, readTree, sourceFolders } from './support/architecture-files.ts';
import { packageOf } from './support/architecture-rules.ts';
import { table } from './support/architecture-table.ts';
import { readDescribed, readLock, readManifest } from './support/dependency-facts.ts';
import {
  deniedPackages,
  dependenciesOf,
  electronSupportEnds,
  inexactVersions,
  packagesOfOtherLicences,
  packagesWithoutIntegrity,
  undecidedScripts,
} from './support/dependency-rules.ts';

const manifests = [readManifest('package.json'), readManifest('src-cloud/package.json')];
const [desktop = {}] = manifests;
const lock = readLock();
const described = readDescribed();
const peers = 'test/bench/peers/';

/** The packages that the files of some places import. */
function packagesNamed(isMeant: (file: string) => boolean): readonly string[] {
  const files = readTree([...sourceFolders(), 'test', 'scripts'], ['.ts', '.tsx', '.mjs', '.cjs']);
  const imported = [...files]
    .filter(([file]) => isMeant(file))
    .flatMap(([file, text]) => parseSource(file, text).imports.map((one) => one.specifier));
  return [...new Set(imported.filter((one) => !one.startsWith('.')).map(packageOf))];
}

describe('the dependencies', () => {
  test('are of a private package', () => expect(manifests.map((one) => one.private)).toEqual([true, true]));
  test('have exact versions', () => expect(manifests.flatMap(inexactVersions)).toEqual([]));
  test('hold no release known to be malicious', () => expect(deniedPackages(lock)).toEqual([]));
  test('are locked with a checksum each', () => expect(packagesWithoutIntegrity(lock)).toEqual([]));
  test('have licences we accept', () => expect(packagesOfOtherLicences(lock)).toEqual([]));
  test('run no install script that nobody decided on', () => expect(undecidedScripts(lock, desktop)).toEqual([]));
  test('run the install script of Node alone', () => {
    expect(Object.entries(desktop.allowScripts ?? {}).filter(([, runs]) => runs)).toEqual([['node', true]]);
  });
  test('ship one package beside the bundles', () =>
    expect(Object.keys(desktop.dependencies ?? {})).toEqual(['better-sqlite3']));

  test('include an Electron that still gets security fixes', () => {
    const major = dependenciesOf(desktop).electron?.split('.')[0] ?? '';
    const today = new Date().toISOString().slice(0, 10);
    expect((electronSupportEnds[major] ?? '') > today).toBe(true);
  });
});

describe('the paper on dependencies', () => {
  test('lists every dependency once, with what it is for', () => {
    const wanted = new Set(manifests.flatMap((one) => Object.keys(dependenciesOf(one))));
    expect(described.map((one) => one.name).toSorted()).toEqual([...wanted].toSorted());
    expect(described.filter((one) => one.purpose === '')).toEqual([]);
  });

  test('says the same places as the import table', () => {
    const product = described.map(({ name, places }) => [
      name,
      places.filter((place) => place.startsWith('src-')).toSorted(),
    ]);
    const fromTable = described.map(({ name }) => [
      name,
      table
        .filter((one) => one.packages.includes(name))
        .map((one) => one.place)
        .toSorted(),
    ]);
    expect(product).toEqual(fromTable);
  });

  test('knows every package that a file imports', () => {
    const known = new Set([...described.map((one) => one.name), 'node:']);
    expect(packagesNamed((file) => !file.startsWith(peers)).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the peers that are measured beside us', () => {
  const manifest = readManifest(`${peers}package.json`);

  test('have a private manifest of their own with exact versions', () => {
    expect(manifest.private).toBe(true);
    expect(inexactVersions(manifest)).toEqual([]);
  });

  test('import what their manifest lists', () => {
    const known = new Set([...Object.keys(dependenciesOf(manifest)), 'node:']);
    expect(packagesNamed((file) => file.startsWith(peers)).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the rules refuse', () => {
  const sound = { version: '1.0.0', license: 'MIT', integrity: 'sha512-abc' };

  test.each([
    ['node_modules/axios', '1.14.1'],
    ['node_modules/a/node_modules/axios', '0.30.4'],
    ['node_modules/plain-crypto-js', '4.2.1'],
  ])('%s %s', (place, version) => expect(deniedPackages({ [place]: { ...sound, version } })).toHaveLength(1));

  test('a malicious release behind an alias', () => {
    expect(deniedPackages({ 'node_modules/http': { ...sound, name: 'axios', version: '1.14.1' } })).toHaveLength(1);
  });

  test('not the axios in use', () =>
    expect(deniedPackages({ 'node_modules/axios': { ...sound, version: '1.21.1' } })).toEqual([]));

  test('a package without checksum, a licence not accepted, an undecided script, a range', () => {
    expect(packagesWithoutIntegrity({ 'node_modules/a': { version: '1.0.0' } })).toEqual(['a 1.0.0']);
    expect(packagesOfOtherLicences({ 'node_modules/a': { ...sound, license: 'GPL-3.0' } })).toEqual(['a 1.0.0']);
    expect(undecidedScripts({ 'node_modules/a': { ...sound, hasInstallScript: true } }, desktop)).toEqual(['a 1.0.0']);
    expect(inexactVersions({ dependencies: { a: '^1.0.0', b: 'latest', c: '1.0.0', d: 'npm:e@1.0.0' } })).toEqual([
      'a ^1.0.0',
      'b latest',
    ]);
  });
});
