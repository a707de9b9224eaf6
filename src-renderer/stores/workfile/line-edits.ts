// Edits of the lines of an estimate, as the screens ask for them.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import type { NewLine } from '../../../src-shared/ipc/requests.ts';
import { addLines, changeGroup, changeLines, type LineEdit, moveLines } from './edits.ts';
import { sheetOf } from './workfiles.ts';

/** Changes groups of one line; several groups are one step of undo. */
export function changeLine(workfileId: WorkfileId, id: LineId, change: NewLine): Promise<Failure | undefined> {
  const edits = editsOf(workfileId, id, change);
  const [only, ...others] = edits;
  if (only === undefined) return Promise.resolve(undefined);
  return others.length === 0 ? changeGroup(workfileId, only) : changeLines(workfileId, edits);
}

/** Changes several lines as one step. */
export function changeManyLines(
  workfileId: WorkfileId,
  changes: readonly { readonly id: LineId; readonly change: NewLine }[],
): Promise<Failure | undefined> {
  const edits = changes.flatMap(({ id, change }) => editsOf(workfileId, id, change));
  return edits.length === 0 ? Promise.resolve(undefined) : changeLines(workfileId, edits);
}

/** Adds lines after a line, or at the end when none is named. */
export function insertLines(
  workfileId: WorkfileId,
  lines: readonly NewLine[],
  after?: LineId,
): Promise<Result<readonly LineId[]>> {
  const sheet = sheetOf(workfileId);
  if (sheet === undefined) return Promise.resolve(ok([]));
  return addLines(workfileId, sheet.estimate.id, { after: after ?? sheet.lines.at(-1)?.id ?? null, lines });
}

/** Copies lines below the last of them. */
export function duplicateLines(workfileId: WorkfileId, ids: readonly LineId[]): Promise<Result<readonly LineId[]>> {
  const chosen = linesOf(workfileId, ids);
  return insertLines(workfileId, chosen.map(copyOf), chosen.at(-1)?.id);
}

/** Moves lines one place up or down; at the edge nothing happens. */
export function stepLines(workfileId: WorkfileId, ids: readonly LineId[], by: -1 | 1): Promise<Failure | undefined> {
  const lines = sheetOf(workfileId)?.lines ?? [];
  const places = lines.flatMap((line, at) => (ids.includes(line.id) ? [at] : []));
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  const target = by < 0 ? first - 2 : last + 1;
  if (places.length === 0 || (by < 0 ? first === 0 : target >= lines.length)) return Promise.resolve(undefined);
  const moved = places.flatMap((at) => lines[at]?.id ?? []);
  return moveLines(workfileId, moved, lines[target]?.id ?? null);
}

const linesOf = (workfileId: WorkfileId, ids: readonly LineId[]): readonly Line[] =>
  (sheetOf(workfileId)?.lines ?? []).filter((line) => ids.includes(line.id));

const copyOf = ({ work, text, note, part, labor, refinish, misc, marks }: Line): NewLine => ({
  work,
  text,
  note,
  part,
  labor,
  refinish,
  misc,
  marks,
});

/** One edit a group, without those that change nothing. */
function editsOf(workfileId: WorkfileId, id: LineId, change: NewLine): readonly LineEdit[] {
  const line = sheetOf(workfileId)?.lines.find((one) => one.id === id);
  const present = line as Readonly<Record<string, unknown>> | undefined;
  return Object.entries(change)
    .filter(([group, value]) => JSON.stringify(present?.[group]) !== JSON.stringify(value))
    .map(([group, value]) => ({ kind: 'line', id, group, value }) as LineEdit);
}
