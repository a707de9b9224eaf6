/** The manifests, the lockfile and the paper on dependencies, read for the dependency rules. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './architecture-files.ts';

export type Manifest = {
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
};

export type Locked = {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
};

/** The lockfile's packages by the place they are installed in. */
export type Lock = Readonly<Record<string, Locked>>;

/** One row of the paper. */
export type Described = { readonly name: string; readonly purpose: string; readonly places: readonly string[] };

export const readManifest = (file: string): Manifest => JSON.parse(readText(file)) as Manifest;

export function readLock(): Lock {
  const { packages } = JSON.parse(readText('package-lock.json')) as { readonly packages: Lock };
  return Object.fromEntries(
    Object.entries(packages).filter(([place, one]) => place.includes('node_modules/') && !one.link),
  );
}

export function readDescribed(): readonly Described[] {
  const rows = readText('docs/dependencies.md').matchAll(
    /^\| `(?<name>[^`]+)` \| (?<purpose>[^|]*) \|(?<places>[^|]*)\|$/gm,
  );
  return [...rows].map(({ groups }) => ({
    name: groups?.name ?? '',
    purpose: groups?.purpose?.trim() ?? '',
    places: [...(groups?.places ?? '').matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? ''),
  }));
}

/** The real name of a locked package, which an alias hides. */
export const nameOf = (place: string, one: Locked): string => one.name ?? place.split('node_modules/').at(-1) ?? '';

const readText = (file: string): string => readFileSync(path.join(projectFolder, file), 'utf8');
