// The requests about what belongs to the shop and to no workfile: profiles, canned operations, part codes.

import { z } from 'zod';
import type { CannedId, PartCodeId, ProfileId, RatesId } from '../base/ids.ts';
import type { Conflict } from '../domain/conflict/conflict.ts';
import type { ShopConnection } from '../domain/dms/shop-connection.ts';
import { type Profile, profileSpec } from '../domain/estimate/profile/profile.ts';
import { type Insurer, insurerSpec } from '../domain/insurance/insurer.ts';
import { type Canned, cannedSpec } from '../domain/library/canned.ts';
import { type EditedLibrary, editedLibraries, type Library } from '../domain/library/library.ts';
import { type PartCode, partCodeSpec } from '../domain/library/part-code.ts';
import { type Customer, customerSpec } from '../domain/people/customer.ts';
import { type Employee, employeeSpec } from '../domain/people/employee.ts';
import type { GroupShapes } from '../domain/record.ts';
import { type Change, change, id, strict } from './change.ts';
import { type Nothing, nothing, request } from './request.ts';
import type { Draft } from './shapes.ts';

/** The libraries of the shop as a window holds them. */
export type LibrarySheet = {
  readonly profiles: readonly Profile[];
  readonly canned: readonly Canned[];
  readonly partCodes: readonly PartCode[];
  readonly employees: readonly Employee[];
  readonly insurers: readonly Insurer[];
  readonly customers: readonly Customer[];
  /** The shop's connection to its dealer's system; nothing while it has none. */
  readonly dmsConnections: readonly ShopConnection[];
  /** Two values of one field that wait for a choice. */
  readonly conflicts: readonly Conflict[];
  /** What this person typed in one of them and did not commit. */
  readonly drafts: readonly Draft[];
  readonly undo: { readonly [L in Library]: { readonly canUndo: boolean; readonly canRedo: boolean } };
};

/** The most records that one request may add or remove. */
export const maxRecordsAtOnce = 5000;

type NewOf<R> = { readonly [N in Exclude<keyof R, 'id' | 'deleted' | 'parent'>]?: R[N] };
/** Records to be; absent groups are empty. */
export type LibraryAddition =
  | { readonly kind: 'profile'; readonly records: readonly NewOf<Profile>[] }
  | { readonly kind: 'canned'; readonly records: readonly NewOf<Canned>[] }
  | { readonly kind: 'part-code'; readonly records: readonly NewOf<PartCode>[] }
  | { readonly kind: 'employee'; readonly records: readonly NewOf<Employee>[] }
  | { readonly kind: 'insurer'; readonly records: readonly NewOf<Insurer>[] }
  | { readonly kind: 'customer'; readonly records: readonly NewOf<Customer>[] };

function addition<K extends EditedLibrary>(kind: K, { parent: _, ...groups }: GroupShapes) {
  const shapes = Object.fromEntries(Object.entries(groups).map(([name, shape]) => [name, strict(shape)]));
  return z.strictObject({
    kind: z.literal(kind),
    records: z.array(z.strictObject(shapes).partial()).min(1).max(maxRecordsAtOnce),
  });
}

const addable = z.discriminatedUnion('kind', [
  addition('profile', profileSpec.groups),
  addition('canned', cannedSpec.groups),
  addition('part-code', partCodeSpec.groups),
  addition('employee', employeeSpec.groups),
  addition('insurer', insurerSpec.groups),
  addition('customer', customerSpec.groups),
]) as unknown as z.ZodType<LibraryAddition>;

const { code, text, part, labor } = partCodeSpec.groups;
const values = { text: strict(text), part: strict(part), labor: strict(labor) };
type Values = Pick<PartCode, 'text' | 'part' | 'labor'>;
/** What a table of part codes brings. */
export type PartCodeTable = {
  readonly added: readonly (Values & Pick<PartCode, 'code'>)[];
  readonly changed: readonly (Values & { readonly partCodeId: PartCodeId })[];
};
const taking = z.strictObject({
  added: z.array(z.strictObject({ code: strict(code), ...values })).max(maxRecordsAtOnce),
  changed: z.array(z.strictObject({ partCodeId: id<PartCodeId>(), ...values })).max(maxRecordsAtOnce),
}) as unknown as z.ZodType<PartCodeTable>;

const library = z.enum(editedLibraries as readonly [EditedLibrary, ...EditedLibrary[]]);
const libraryOnly = z.strictObject({ library });

/** The libraries' entries of the door. */
export const libraryRequests = {
  /** Reads everything that belongs to the shop. */
  'library.read': request<Nothing, LibrarySheet>(nothing),
  /** Adds records to a library as one step of undo. */
  'library.add': request<LibraryAddition, readonly string[]>(addable),
  /** Removes records of a library; undo brings them back. */
  'library.remove': request<{ readonly library: EditedLibrary; readonly ids: readonly string[] }, null>(
    z.strictObject({ library, ids: z.array(id<string>()).min(1).max(maxRecordsAtOnce) }),
  ),
  /** Takes the last edit of a library made on this PC back. */
  'library.undo': request<{ readonly library: EditedLibrary }, { readonly undone: boolean }>(libraryOnly),
  /** Makes it again. */
  'library.redo': request<{ readonly library: EditedLibrary }, { readonly redone: boolean }>(libraryOnly),

  /** Changes one group of a profile; workfiles keep their rates until somebody updates them. */
  'profile.change': request<Change<typeof profileSpec, 'profileId', ProfileId>, null>(
    change<typeof profileSpec, 'profileId', ProfileId>(profileSpec, 'profileId'),
  ),
  /** Makes a profile the one that workfiles of its company, or all others, begin with. */
  'profile.make-default': request<{ readonly profileId: ProfileId }, null>(
    z.strictObject({ profileId: id<ProfileId>() }),
  ),
  /** Changes one group of a canned operation. */
  'canned.change': request<Change<typeof cannedSpec, 'cannedId', CannedId>, null>(
    change<typeof cannedSpec, 'cannedId', CannedId>(cannedSpec, 'cannedId'),
  ),
  /** Changes one group of a part code. */
  'part-code.change': request<Change<typeof partCodeSpec, 'partCodeId', PartCodeId>, null>(
    change<typeof partCodeSpec, 'partCodeId', PartCodeId>(partCodeSpec, 'partCodeId'),
  ),

  /** Adds part codes of a table and gives known ones its values, as one step of undo. */
  'part-code.take-in': request<PartCodeTable, null>(taking),
  /** Writes all part codes into a file that the person chooses; null where they chose none. */
  'part-code.export': request<Nothing, { readonly file: string } | null>(nothing),

  /** Gives a workfile the rates and rules of a profile as they are now, as one step of undo. */
  'rates.update': request<{ readonly ratesId: RatesId; readonly profileId: ProfileId }, null>(
    z.strictObject({ ratesId: id<RatesId>(), profileId: id<ProfileId>() }),
  ),
} as const;
