// The libraries of a shop: records that belong to no workfile but to the shop itself.

import type { WorkfileId } from '../../base/ids.ts';

/**
 * The owner of each kind of library record. A library is owned like the records of a workfile, by an id that is the
 * same in every shop: it is packed, compared, mended and undone as one. The ids sort behind those of all workfiles, so
 * that a first sync, which begins with the newest, brings the libraries first.
 */
export const libraries = {
  profile: 'ffffffff-ffff-8fff-bfff-fffffffffff1' as WorkfileId,
  canned: 'ffffffff-ffff-8fff-bfff-fffffffffff2' as WorkfileId,
  'part-code': 'ffffffff-ffff-8fff-bfff-fffffffffff3' as WorkfileId,
  employee: 'ffffffff-ffff-8fff-bfff-fffffffffff4' as WorkfileId,
  insurer: 'ffffffff-ffff-8fff-bfff-fffffffffff5' as WorkfileId,
  customer: 'ffffffff-ffff-8fff-bfff-fffffffffff6' as WorkfileId,
  'dms-connection': 'ffffffff-ffff-8fff-bfff-fffffffffff7' as WorkfileId,
} as const;

export type Library = keyof typeof libraries;
export const libraryKinds = Object.keys(libraries) as readonly Library[];
/** The libraries that people edit on a PC; the connection to the dealer's system is set up in the cloud. */
export type EditedLibrary = Exclude<Library, 'dms-connection'>;
export const libraryIds: readonly WorkfileId[] = Object.values(libraries);

/** What people call each library. */
export const libraryNames: Readonly<Record<Library, string>> = {
  profile: 'Profiles',
  canned: 'My lines',
  'part-code': 'Part codes',
  employee: 'Employees',
  insurer: 'Insurance companies',
  customer: 'Customers',
  'dms-connection': 'DMS connection',
};

/** Whether records of a library are never removed, only made inactive: workfiles go on naming them. */
export const isKept = (library: Library): boolean => kept.includes(library);
const kept: readonly Library[] = ['employee', 'insurer', 'customer', 'dms-connection'];

/** The libraries that a shop is set up by: who changed what in them is kept and told. */
export const settings = ['profile', 'insurer', 'employee', 'dms-connection'] as const satisfies readonly Library[];
const loggedIds: readonly string[] = settings.map((library) => libraries[library]);

/** Whether an owner is a library whose changes nobody tells: its records come by the thousand, or are found by name. */
export const isUntold = (owner: string): boolean => isLibrary(owner) && !loggedIds.includes(owner);

/** Whether records of this kind belong to the shop. */
export const isLibraryKind = (kind: string): kind is Library => Object.hasOwn(libraries, kind);

/** The library that an owner is; undefined for a workfile. */
export const libraryOf = (owner: string): Library | undefined => libraryKinds.find((kind) => libraries[kind] === owner);

/** Whether an owner is a library and no workfile. */
export const isLibrary = (owner: string): boolean => libraryOf(owner) !== undefined;

/** Whether a kind is a library that people edit on a PC. */
export const isEditedLibrary = (kind: string): kind is EditedLibrary =>
  isLibraryKind(kind) && kind !== 'dms-connection';
export const editedLibraries: readonly EditedLibrary[] = libraryKinds.filter(isEditedLibrary);
