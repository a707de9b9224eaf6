// What else an edit changed: the automatic rows beside the lines that were written; kept until the next edit.

import { create } from 'zustand';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import {
  type AutomaticChange,
  automaticChanges,
} from '../../../src-shared/domain/estimate/refinish/automatic-changes.ts';
import type { Sheet } from '../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { pricedSheet } from './priced-sheet.ts';
import { sheetOf } from './workfiles.ts';

export type Consequence = {
  readonly before: Sheet;
  readonly after: Sheet;
  readonly changes: readonly AutomaticChange[];
};

type Noted = { readonly of: Readonly<Record<WorkfileId, Consequence | undefined>> };

export const useConsequences = create<Noted>()(() => ({ of: {} }));

const note = (workfileId: WorkfileId, consequence: Consequence | undefined): void =>
  useConsequences.setState(({ of }) => ({ of: { ...of, [workfileId]: consequence } }));

export const forgetConsequences = (workfileId: WorkfileId): void => note(workfileId, undefined);

/** Makes an edit and notes what it changed besides. */
export async function followed<T>(workfileId: WorkfileId, edit: () => Promise<T>): Promise<T> {
  const before = pricedLines(workfileId);
  forgetConsequences(workfileId);
  const answer = await edit();
  const after = pricedLines(workfileId);
  if (before === undefined || after === undefined || before.times === after.times) return answer;
  const changes = changedBesides(before, after);
  if (changes.length > 0) note(workfileId, { before, after, changes });
  return answer;
}

function pricedLines(workfileId: WorkfileId): Sheet | undefined {
  const sheet = sheetOf(workfileId);
  return sheet && pricedSheet(sheet).sheet;
}

/** A row set by hand is no news to the hand that set it, nor are the rows that come and go with their line. */
function changedBesides(before: Sheet, after: Sheet): readonly AutomaticChange[] {
  const [was, is] = [before, after].map(({ lines }) => new Set(lines.map(({ id }) => id)));
  const byHand = new Set(
    [before, after].flatMap(({ times }) => times.rows.filter((row) => row.byHand)).map(({ key }) => key),
  );
  return automaticChanges(before.times, after.times).filter(
    ({ key, cause }) => !byHand.has(key) && (cause === null || (was?.has(cause) && is?.has(cause))),
  );
}
