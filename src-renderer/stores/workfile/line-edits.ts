// Edits of the lines of an estimate, as the screens ask for them.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { ok, type Result } from '../../../src-shared/base/result.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import { type Line, lineSpec } from '../../../src-shared/domain/estimate/line.ts';
import { usualFinish } from '../../../src-shared/domain/estimate/price-estimate.ts';
import type { AutomaticRow } from '../../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import {
  fieldOfRow,
  nothingByHand,
  withClearCoat,
  withRowTime,
} from '../../../src-shared/domain/estimate/refinish/by-hand.ts';
import { noPanel } from '../../../src-shared/domain/estimate/refinish/known-panel.ts';
import type { Automatic, Panel } from '../../../src-shared/domain/estimate/refinish/panel.ts';
import { contentOf } from '../../../src-shared/domain/library/canned.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import type { LineAddition, LineGroups, NewLine } from '../../../src-shared/ipc/requests.ts';
import { addLines, changeGroup, changeLines, type LineEdit, moveLines } from './edits.ts';
import { sheetOf } from './workfiles.ts';

/** Changes groups of one line; several groups are one step of undo. */
export function changeLine(workfileId: WorkfileId, id: LineId, change: LineGroups): Promise<Failure | undefined> {
  const line = sheetOf(workfileId)?.lines.find((one) => one.id === id);
  const edits = editsOf(id, change, line);
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
export async function writeLines(workfileId: WorkfileId, written: LinesWritten): Promise<Failure | undefined> {
  const { changes, added, after } = written;
  const lines = new Map(sheetOf(workfileId)?.lines.map((line) => [line.id, line]));
  const edits = changes.flatMap(({ id, change }) => editsOf(id, change, lines.get(id)));
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
  return insertLines(workfileId, chosen.map(contentOf), chosen.at(-1)?.id);
}

/** Moves lines one place up or down; at the edge nothing happens. */
export function stepLines(workfileId: WorkfileId, ids: readonly LineId[], by: -1 | 1): Promise<Failure | undefined> {
  const lines = sheetOf(workfileId)?.lines ?? [];
  const chosen = new Set(ids);
  const places = lines.flatMap((line, at) => (chosen.has(line.id) ? [at] : []));
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  const target = by < 0 ? first - 2 : last + 1;
  if (places.length === 0 || (by < 0 ? first === 0 : target >= lines.length)) return Promise.resolve(undefined);
  const moved = places.flatMap((at) => lines[at]?.id ?? []);
  return moveLines(workfileId, moved, lines[target]?.id ?? null);
}

/** Sets the times of automatic rows by hand, or has them computed again; one step of undo where they are of lines. */
export async function setRowTimes(
  workfileId: WorkfileId,
  rows: readonly AutomaticRow[],
  time: number | null,
): Promise<Failure | undefined> {
  const sheet = sheetOf(workfileId);
  if (sheet === undefined) return undefined;
  const fields = rows.flatMap((row) => fieldOfRow(row) ?? []);
  const changes = new Map<string, { readonly panel: Panel; readonly automatic: Automatic }>();
  for (const field of fields) {
    const line = field.of === 'finish' ? undefined : sheet.lines.find(({ id }) => id === field.line);
    if (field.of === 'finish' || line === undefined) continue;
    const groups = changes.get(line.id) ?? {
      panel: line.panel ?? noPanel,
      automatic: line.automatic ?? nothingByHand,
    };
    changes.set(line.id, { ...groups, ...withRowTime(groups, field, time) });
  }
  if (changes.size > 0) {
    const ofLines = [...changes].map(([id, change]) => ({ id: id as LineId, change }));
    const failure = await writeLines(workfileId, { changes: ofLines, added: [], after: undefined });
    if (failure !== undefined) return failure;
  }
  if (!fields.some(({ of }) => of === 'finish')) return undefined;
  const { id, finish } = sheet.estimate;
  const value = withClearCoat(finish ?? usualFinish, time);
  return changeGroup(workfileId, { kind: 'estimate', id, group: 'finish', value });
}

/** Says of how many stages the paint is. */
export function setStages(workfileId: WorkfileId, stages: 1 | 2 | 3): Promise<Failure | undefined> {
  const estimate = sheetOf(workfileId)?.estimate;
  if (estimate === undefined) return Promise.resolve(undefined);
  const value = { ...(estimate.finish ?? usualFinish), stages };
  return changeGroup(workfileId, { kind: 'estimate', id: estimate.id, group: 'finish', value });
}

/** Sets the time of a blend by hand, or has it computed again. */
export function setBlend(workfileId: WorkfileId, id: string, time: number | null): Promise<Failure | undefined> {
  const line = sheetOf(workfileId)?.lines.find((one) => one.id === id);
  if (line === undefined) return Promise.resolve(undefined);
  return changeLine(workfileId, line.id, { automatic: { ...(line.automatic ?? nothingByHand), blend: time } });
}

function linesOf(workfileId: WorkfileId, ids: readonly LineId[]): readonly Line[] {
  const chosen = new Set(ids);
  return (sheetOf(workfileId)?.lines ?? []).filter((line) => chosen.has(line.id));
}

function additionTo(workfileId: WorkfileId, lines: readonly NewLine[], after?: LineId): LineAddition | undefined {
  const sheet = sheetOf(workfileId);
  return sheet && { estimateId: sheet.estimate.id, after: after ?? sheet.lines.at(-1)?.id ?? null, lines };
}

/** One edit a group, without those that change nothing. */
function editsOf(id: LineId, change: LineGroups, line: Line | undefined): readonly LineEdit[] {
  const present = line as Readonly<Record<string, unknown>> | undefined;
  return Object.entries(change)
    .filter(([group, value]) => !sameValue(present?.[group] ?? emptyGroup(lineSpec, group as never), value))
    .map(([group, value]) => ({ kind: 'line', id, group, value }) as LineEdit);
}
