// The versions of the record kinds' fields: how an edit that an older program wrote becomes one of this version.

import { type Edit, schemaVersion } from './protocol.ts';

/** The oldest version whose edits are still taken; a program that writes an older one must be updated. */
export const oldestSchema = 1;

/**
 * Makes an edit of one version one of the next, under its own id and base: a new group's name, a field's new form. It
 * leaves alone what has the newer form already, because a PC also brings back what newer ones wrote.
 */
export type Converter = (edit: Edit) => Edit;

/** By place: the first makes version 1 into 2. Each version that was released keeps its own for ever. */
export const converters: readonly Converter[] = [];

/** The edit as this version writes it. */
export const upward = (edit: Edit, schema: number, steps: readonly Converter[] = converters): Edit =>
  steps.slice(schema - 1).reduce((older, step) => step(older), edit);

/** Whether this version can read what a program of that version writes; a newer one waits until the cloud is as new. */
export function schemaStanding(schema: number): 'taken' | 'too-old' | 'too-new' {
  if (schema < oldestSchema) return 'too-old';
  return schema > schemaVersion ? 'too-new' : 'taken';
}
