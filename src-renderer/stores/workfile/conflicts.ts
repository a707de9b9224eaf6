// The fields and cells of an open workfile in which two values wait for a choice.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import type { Conflict } from '../../../src-shared/domain/conflict/conflict.ts';
import { valueOfSide, wordConflict } from '../../words/decision-words.ts';
import { useClock } from '../clock.ts';
import { chooseAtField } from '../sync-centre.ts';
import { useSheet } from './workfiles.ts';

/** Two values at one field: what is said there, and the way to choose. */
export type TwoValues = { readonly text: string; readonly onChoose: () => void };

export const useConflicts = (workfileId: WorkfileId): readonly Conflict[] =>
  useSheet(workfileId, ({ conflicts }) => conflicts);

/** The two values of a field, if it has two. */
export function twoValuesAt(
  conflicts: readonly Conflict[],
  recordId: string,
  group: string,
  field: string,
): TwoValues | undefined {
  const here = conflicts.filter(
    (conflict) =>
      conflict.about.recordId === recordId && conflict.about.group === group && fieldsOf(conflict).includes(field),
  );
  const [first] = here;
  if (first === undefined) return undefined;
  return {
    text: wordConflict(first, useClock.getState()),
    onChoose: () => void chooseAtField(here.map(({ id }) => id)),
  };
}

/** The fields of its group in which a conflict's values differ. */
export function fieldsOf({ standing, late }: Conflict): readonly string[] {
  const [one, other] = [valueOfSide(standing), valueOfSide(late)];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => !sameValue(one[name], other[name]));
}
