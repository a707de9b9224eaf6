// How the door takes a change of one group of a record.

import { z } from 'zod';
import { isUuid } from '../base/ids.ts';
import type { GroupShapes, RecordSpec } from '../domain/record.ts';

/** The id of a record. */
export const id = <Id extends string>() => z.string().refine(isUuid) as unknown as z.ZodType<Id>;

/** The change of one group of a record: the group's name and its whole new value, checked against its schema. */
export type Change<S, Key extends string, Id extends string> =
  S extends RecordSpec<string, infer G>
    ? {
        [N in keyof G & string]: Readonly<Record<Key, Id>> & { readonly group: N; readonly value: z.output<G[N]> };
      }[keyof G & string]
    : never;

/** The schema of such a change. */
export function change<S extends RecordSpec<string, GroupShapes>, Key extends string, Id extends string>(
  spec: S,
  key: Key,
) {
  const options = Object.entries(spec.groups).map(([group, shape]) =>
    z.strictObject({ [key]: id<Id>(), group: z.literal(group), value: strict(shape) }),
  );
  return z.discriminatedUnion('group', options as never) as unknown as z.ZodType<Change<S, Key, Id>>;
}

/** A group at this door: every field must be named, for a default would blank a field that a caller forgot. */
export const strict = (shape: z.ZodObject) =>
  z.strictObject(Object.fromEntries(Object.entries(shape.shape).map(([name, field]) => [name, bare(field)])));
const bare = (field: unknown): z.ZodType =>
  field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : (field as z.ZodType);
