// What a record is: a kind, an id, and groups of fields that only make sense together.

import { z } from 'zod';
import { type Failure, invalid } from '../base/failure.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { isLibrary } from './library/library.ts';

export type GroupShapes = { readonly [group: string]: z.ZodObject };

/** A record kind: the schema of each group. Every field has a default, so that an absent group is its empty value. */
export type RecordSpec<Kind extends string, Groups extends GroupShapes, Seldom extends string = string> = {
  readonly kind: Kind;
  readonly groups: Groups;
  /** Groups that most records leave empty: they travel and are stored only where they say something. */
  readonly seldom: readonly Seldom[];
};

export type GroupName<S> = S extends RecordSpec<string, infer G> ? keyof G & string : never;
export type GroupValue<S, N> =
  S extends RecordSpec<string, infer G> ? (N extends keyof G ? Readonly<z.output<G[N]>> : never) : never;
/** The groups of a spec that most records leave empty. */
export type SeldomName<S> = S extends RecordSpec<string, GroupShapes, infer N> ? N : never;
/** A record of a spec: its id, whether it is deleted, and one value a group; a seldom group that is empty is absent. */
export type RecordOf<S, Id extends string> = { readonly id: Id; readonly deleted: boolean } & {
  readonly [N in Exclude<GroupName<S>, SeldomName<S>>]: GroupValue<S, N>;
} & { readonly [N in SeldomName<S>]?: GroupValue<S, N> };

/** Declares a record kind. */
export const recordSpec = <Kind extends string, Groups extends GroupShapes, Seldom extends GroupShapes = typeof none>(
  kind: Kind,
  groups: Groups,
  seldom: Seldom = none as Seldom,
): RecordSpec<Kind, Groups & Seldom, keyof Seldom & string> => ({
  kind,
  groups: { ...groups, ...seldom },
  seldom: Object.keys(seldom),
});
const none = {} as const;

/** The empty value of a group. */
export const emptyGroup = <S extends RecordSpec<string, GroupShapes>, N extends GroupName<S>>(
  spec: S,
  group: N,
): GroupValue<S, N> => spec.groups[group]?.parse({}) as GroupValue<S, N>;

/** Reads one group's value; fields that this version does not know are kept in `extra`. */
export function parseGroup<S extends RecordSpec<string, GroupShapes>, N extends GroupName<S>>(
  spec: S,
  group: N,
  raw: unknown,
): Result<{ readonly value: GroupValue<S, N>; readonly extra: Readonly<Record<string, unknown>> }, Failure> {
  const shape = Object.hasOwn(spec.groups, group) ? spec.groups[group] : undefined;
  if (shape === undefined) return failed(invalid(`${spec.kind}.${group}`, 'unknown-field'));
  const parsed = shape.safeParse(raw);
  if (!parsed.success) return failed(issueOf(`${spec.kind}.${group}`, parsed.error));
  const known = shape.shape as Record<string, unknown>;
  const unknown = Object.entries(raw as Record<string, unknown>).filter(([name]) => !Object.hasOwn(known, name));
  return ok({ value: parsed.data as GroupValue<S, N>, extra: Object.fromEntries(unknown) });
}

/** The first thing wrong with an input, as a failure that names the field by its path. */
export function issueOf(place: string, error: z.ZodError): Failure {
  const [first] = error.issues;
  const field = [place, ...(first?.path ?? [])].join('.');
  if (first?.code === 'too_big') {
    const limit = Number(first.maximum);
    return invalid(field, first.origin === 'string' ? 'too-long' : 'too-large', limit);
  }
  if (first?.code === 'too_small') return invalid(field, first.origin === 'string' ? 'required' : 'negative');
  if (first?.code === 'invalid_value') return invalid(field, 'not-a-choice');
  if (first?.code === 'unrecognized_keys') return invalid(field, 'unknown-field');
  return invalid(field, 'bad-format');
}

const isNoLibrary = (id: string): boolean => !isLibrary(id);

/** The id of a parent record; empty only in the empty value. */
export const parentId = z.union([z.literal(''), z.uuid().refine(isNoLibrary)]).default('');
/** The id of whatever owns records: a workfile or a library. */
export const ownerId = z.union([z.literal(''), z.uuid()]).default('');

/** Whether a field of a group holds one of a few values that are named. */
export function isChoice(spec: RecordSpec<string, GroupShapes>, group: string, field: string): boolean {
  const bare = bareSchema(spec, group, field);
  return bare instanceof z.ZodEnum || bare instanceof z.ZodUnion;
}

/** The most UTF-16 units that a text field of a group takes; undefined where it holds no text. */
export function longestText(spec: RecordSpec<string, GroupShapes>, group: string, field: string): number | undefined {
  const bare = bareSchema(spec, group, field);
  return bare instanceof z.ZodString ? (bare.maxLength ?? undefined) : undefined;
}

function bareSchema(spec: RecordSpec<string, GroupShapes>, group: string, field: string): unknown {
  const schema = spec.groups[group]?.shape[field];
  return schema instanceof z.ZodDefault ? schema.unwrap() : schema;
}
