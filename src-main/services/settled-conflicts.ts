// Whoever types a value where two others wait for a choice has chosen: the choice is written in the same step.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { sameValue } from '../../src-shared/base/same-value.ts';
import { openConflictsOf } from '../db/open-conflicts.ts';
import { readGroup } from '../db/record.ts';
import type { NewEdit } from '../db/write-edits.ts';
import { isAbout } from './decision-list.ts';
import { type Desk, nameOf } from './desk.ts';

/** The choices that come with edits of groups whose conflicts are open. */
export function settledConflicts(
  { store, sync }: Desk,
  workfileId: WorkfileId,
  edits: readonly NewEdit[],
): readonly NewEdit[] {
  const open = openConflictsOf(store, workfileId);
  if (open.length === 0) return [];
  const user = sync.user();
  const value = { made: 'edited', by: user === null ? '' : nameOf(user) };
  const changing = edits.filter(({ kind, id, group, value: next }) => {
    const present = readGroup(store, kind, id, group);
    return present !== undefined && !sameValue({ ...present, ...next }, present);
  });
  return open
    .filter((conflict) => changing.some((edit) => isAbout(conflict, edit)))
    .map(({ id }) => ({ kind: 'conflict', id, group: 'choice', value }));
}
