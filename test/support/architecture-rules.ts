/** The rules of the house: each takes the sources and answers what breaks it, in sentences. */
import path from 'node:path';
import type { Act, Import, Source } from './architecture-files.ts';
import {
  compositionRoots,
  foldersOfTables,
  forbiddenNames,
  maxFilesInFolder,
  maxLines,
  type Place,
  table,
  windowFactory,
} from './architecture-table.ts';

export type Rule = (sources: readonly Source[]) => readonly string[];

/** Every import is allowed by the table. */
export const importsFollowTheTable: Rule = (sources) =>
  sources.flatMap((source) => {
    const place = placeOf(source.path);
    if (!place) return [`${source.path} stands in no place of the table`];
    return source.imports.flatMap((one) => refusal(source, place, one));
  });

/** No chain of value imports leads back to its start. */
export const noCycles: Rule = (sources) => {
  const edges = new Map(sources.map((source) => [source.path, valueTargets(source)]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    const seen = trail.indexOf(file);
    if (seen >= 0) found.push(`cycle: ${[...trail.slice(seen), file].join(' → ')}`);
    if (seen >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return found;
};

/** No file or folder bears a name that says that nobody decided. */
export const namesAreDecided: Rule = (sources) =>
  sources.flatMap((source) => {
    const parts = source.path.split('/').map((part) => part.replace(/\..*$/, ''));
    const bad = parts.find((part) => forbiddenNames.includes(part));
    if (bad) return [`${source.path}: the name "${bad}" says nothing`];
    const name = parts.at(-1) ?? '';
    if (name === 'index' && source.onlyReExports) return [`${source.path} only re-exports`];
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : [`${source.path} is not in kebab-case`];
  });

/** Files and folders stay small enough to be read. */
export const sizesAreKept: Rule = (sources) => {
  const folders = new Map<string, readonly Source[]>();
  for (const source of sources) {
    const folder = path.posix.dirname(source.path);
    folders.set(folder, [...(folders.get(folder) ?? []), source]);
  }
  const crowded = [...folders].filter(
    ([folder, files]) => !foldersOfTables.includes(folder) && files.length > maxFilesInFolder,
  );
  return [
    ...sources
      .filter((one) => one.lines > maxLines)
      .map((one) => `${one.path} has ${one.lines} lines, more than ${maxLines}`),
    ...crowded.map(([folder, files]) => `${folder} has ${files.length} files, more than ${maxFilesInFolder}`),
  ];
};

/** Time, chance, windows and module state stay where they belong. */
export const actsAreInTheirPlace: Rule = (sources) =>
  sources.flatMap((source) =>
    source.acts.flatMap((act) => (mayDo(source, act) ? [] : [`${source.path}:${act.line}: ${actWords[act.what]}`])),
  );

const actWords: Readonly<Record<Act['what'], string>> = {
  time: 'reads the clock; time comes in as an argument',
  chance: 'throws dice; chance comes in as an argument',
  window: `makes a window; only ${windowFactory} does`,
  'module-let': 'keeps state in the module',
  'default-export': 'has a default export',
};

function mayDo(source: Source, act: Act): boolean {
  if (act.what === 'time' || act.what === 'chance') return compositionRoots.includes(source.path);
  return act.what === 'window' && source.path === windowFactory;
}

/** The place that decides for a file: the longest that matches. */
export function placeOf(file: string): Place | undefined {
  return table
    .filter(({ place }) => isIn(file, place))
    .toSorted((a, b) => b.place.length - a.place.length)
    .at(0);
}

/** The package a specifier names: `@scope/name/part` → `@scope/name`; `node:fs` → `node:`. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function refusal(source: Source, place: Place, one: Import): readonly string[] {
  const words = `${source.path}:${one.line} imports ${one.specifier}`;
  if (!one.specifier.startsWith('.')) {
    return place.packages.includes(packageOf(one.specifier)) ? [] : [`${words}, a package ${place.place} may not name`];
  }
  if (!/\.(tsx?|css|json)$/.test(one.specifier)) return [`${words} without its ending`];
  return mayReach(source.path, place, one) ? [] : [`${words}, which ${place.place} may not import`];
}

function mayReach(from: string, place: Place, one: Import): boolean {
  const target = targetOf(from, one);
  if (target.split('/', place.place.split('/').length).join('/') === ownFolder(from, place)) return true;
  if (place.never?.some((never) => isIn(target, never))) return false;
  const allowed = one.typeOnly ? [...place.mayImport, ...(place.mayKnow ?? [])] : place.mayImport;
  return allowed.some((other) => isIn(target, other));
}

/** `src-renderer/features/*` is, for one of its files, that file's own feature. */
const ownFolder = (file: string, place: Place): string => file.split('/', place.place.split('/').length).join('/');

const targetOf = (from: string, one: Import): string => path.posix.join(path.posix.dirname(from), one.specifier);

const valueTargets = (source: Source): readonly string[] =>
  source.imports
    .filter((one) => !one.typeOnly && one.specifier.startsWith('.'))
    .map((one) => targetOf(source.path, one));

function isIn(file: string, place: string): boolean {
  const wanted = place.split('/');
  const parts = file.split('/');
  return wanted.every((part, index) => part === parts[index] || (part === '*' && index < parts.length - 1));
}
