/** The rules for third parties: which packages, versions, licences and install scripts are refused. */
import { type Lock, type Locked, type Manifest, nameOf } from './dependency-facts.ts';

/** Releases that carried malware; `*` stands for every version. */
const denied: Readonly<Record<string, readonly string[]>> = {
  axios: ['1.14.1', '0.30.4'],
  'plain-crypto-js': ['*'],
};

const allowedLicences: readonly string[] =
  'MIT ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 CC0-1.0 Unlicense MPL-2.0 Python-2.0 WTFPL'.split(
    ' ',
  );

/** Until when each Electron major gets security fixes: until the third major after it comes out, eight weeks apart. */
export const electronSupportEnds: Readonly<Record<string, string>> = {
  43: '2026-12-16',
  44: '2027-02-10',
  45: '2027-04-07',
};

/** Packages that may not be in the lockfile at any depth. */
export const deniedPackages = (lock: Lock): readonly string[] =>
  tell(lock, (name, { version = '' }) => denied[name]?.some((bad) => bad === '*' || bad === version));

export const packagesWithoutIntegrity = (lock: Lock): readonly string[] =>
  tell(lock, (_, { integrity }) => !integrity?.startsWith('sha512-'));

/** A licence like `(MIT OR X)` is allowed when one of its parts is. */
export const packagesOfOtherLicences = (lock: Lock): readonly string[] =>
  tell(lock, (_, { license = '' }) => !license.split(/[() ]|OR/).some((part) => allowedLicences.includes(part)));

/** Install scripts nobody has decided on. */
export const undecidedScripts = (lock: Lock, manifest: Manifest): readonly string[] =>
  tell(lock, (name, { hasInstallScript }) => hasInstallScript && !Object.hasOwn(manifest.allowScripts ?? {}, name));

/** Dependencies whose version is a range. */
export const inexactVersions = (manifest: Manifest): readonly string[] =>
  Object.entries(dependenciesOf(manifest)).flatMap(([name, version]) =>
    /^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+$/.test(version) ? [] : [`${name} ${version}`],
  );

export const dependenciesOf = (manifest: Manifest): Readonly<Record<string, string>> => ({
  ...manifest.dependencies,
  ...manifest.devDependencies,
});

function tell(lock: Lock, isBad: (name: string, one: Locked) => boolean | undefined): readonly string[] {
  const named = Object.entries(lock).map(([place, one]) => ({ name: nameOf(place, one), one }));
  return named.filter(({ name, one }) => isBad(name, one)).map(({ name, one }) => `${name} ${one.version}`);
}
