// Edits of the lines of an estimate, as the screens ask for them.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import type { LineAddition, LineGroups, NewLine } from '../../../src-shared/ipc/requests.ts';
import { addLines, changeGroup, changeLines, type LineEdit, moveLines } from './edits.ts';
import { sheetOf } from './workfiles.ts';

/** Changes groups of one line; several groups are one step of undo. */
export function changeLine(workfileId: WorkfileId, id: LineId, change: LineGroups): Promise<Failure | undefined> {
  const edits = editsOf(workfileId, id, change);
  const [only, ...others] = edits;
  if (only === undefined) return Promise.resolve(undefined);
  return others.length === 0 ? changeGroup(workfileId, only) : changeLines(workfileId, edits);
}

/** What one act does to lines: some change, others come after a line, or at the end when none is named. */
export type LinesWritten = {
  readonly changes: readonly { readonly id: LineId; readonly change: LineGroups }[];
  readonly added: readonly NewLine[];
  readonly after: LineId | undefined;
};

/** Changes and adds lines as one step of undo: all of it is written, or nothing. */
export async function writeLines(workfileId: WorkfileId, lines: LinesWritten): Promise<Failure | undefined> {
  const { changes, added, after } = lines;
  const edits = changes.flatMap(({ id, change }) => editsOf(workfileId, id, change));
  const addition = added.length === 0 ? undefined : additionTo(workfileId, added, after);
  if (edits.length > 0) return changeLines(workfileId, edits, addition);
  const reply = addition === undefined ? ok([]) : await addLines(workfileId, addition);
  return reply.ok ? undefined : reply.failure;
}

/** Adds lines after a line, or at the end when none is named. */
export function insertLines(
  workfileId: WorkfileId,
  lines: readonly NewLine[],
  after?: LineId,
): Promise<Result<readonly LineId[]>> {
  const addition = additionTo(workfileId, lines, after);
  return addition === undefined ? Promise.resolve(ok([])) : addLines(workfileId, addition);
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

function additionTo(workfileId: WorkfileId, lines: readonly NewLine[], after?: LineId): LineAddition | undefined {
  const sheet = sheetOf(workfileId);
  return sheet && { estimateId: sheet.estimate.id, after: after ?? sheet.lines.at(-1)?.id ?? null, lines };
}

/** One edit a group, without those that change nothing. */
function editsOf(workfileId: WorkfileId, id: LineId, change: LineGroups): readonly LineEdit[] {
  const line = sheetOf(workfileId)?.lines.find((one) => one.id === id);
  const present = line as Readonly<Record<string, unknown>> | undefined;
  return Object.entries(change)
    .filter(([group, value]) => JSON.stringify(present?.[group]) !== JSON.stringify(value))
    .map(([group, value]) => ({ kind: 'line', id, group, value }) as LineEdit);
}
