// Lines of an estimate: adding, changing, moving and removing them.

import { invalid } from '../../src-shared/base/failure.ts';
import type { EstimateId, LineId, WorkfileId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { lineSpec } from '../../src-shared/domain/estimate/line.ts';
import { checkLine } from '../../src-shared/domain/estimate/line-rules.ts';
import { positionsAfter } from '../../src-shared/domain/estimate/place.ts';
import { emptyGroup } from '../../src-shared/domain/record.ts';
import type { LineAddition, LineChange, NewLine } from '../../src-shared/ipc/requests.ts';
import { deletion, type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { linesOf, readRecord } from '../db/record.ts';
import type { Store } from '../db/store.ts';
import type { NewEdit } from '../db/write-edits.ts';
import { toEdit, writeStep } from './changes.ts';
import { allowed, commit, type Desk, newId } from './desk.ts';
import { checkEdits, checkOpen } from './edit-rules.ts';
import { settledConflicts } from './settled-conflicts.ts';

/** Adds lines after a line, or at the top. */
export function addLines(desk: Desk, addition: LineAddition): Result<readonly LineId[]> {
  const made = creations(desk, addition);
  if (!made.ok) return made;
  commit(desk, { ...made.value, as: 'step' });
  return ok(made.value.edits.map(({ id }) => id as LineId));
}

type Changes = { readonly changes: readonly LineChange[]; readonly added?: LineAddition };

/** Changes groups of lines and adds others, all of it or nothing. */
export function changeLines(desk: Desk, { changes, added }: Changes): Result<null> {
  const edits = changes.map(({ lineId: id, ...change }) => toEdit('line', { id, ...change }));
  if (added === undefined) return writeStep(desk, edits);
  const workfileId = checkEdits(desk, edits);
  if (!workfileId.ok) return workfileId;
  const made = creations(desk, added);
  if (!made.ok) return made;
  if (made.value.workfileId !== workfileId.value) return failed(invalid('input.added', 'not-a-choice'));
  const choices = settledConflicts(desk, workfileId.value, edits);
  commit(desk, { workfileId: workfileId.value, edits: [...edits, ...choices, ...made.value.edits], as: 'step' });
  return ok(null);
}

type Creations = { readonly workfileId: WorkfileId; readonly edits: readonly NewEdit[] };

function creations(desk: Desk, { estimateId, after, lines }: LineAddition): Result<Creations> {
  const user = allowed(desk, 'edit-estimate');
  if (!user.ok) return user;
  const owner = workfileOfEstimate(desk, estimateId);
  if (!owner.ok) return owner;
  const wrong = lines.map(ruleOfNewLine).find((failure) => failure !== null);
  if (wrong !== undefined) return failed(wrong);
  const positions = placesAfter(linesOfEstimate(desk.store, owner.value, estimateId), after, lines.length);
  if (!positions.ok) return positions;
  const parent = { workfileId: owner.value, estimateId };
  const edits = lines.map(({ id = newId<LineId>(desk), ...groups }, i) => ({
    kind: 'line' as const,
    id,
    group: wholeRecord,
    value: { ...(groups as JsonObject), parent, place: { position: positions.value[i] ?? '' } },
  }));
  const ids = new Set(edits.map(({ id }) => id));
  const taken = ids.size < edits.length || edits.some(({ id }) => readRecord(desk.store, 'line', id) !== undefined);
  return taken ? failed(invalid('input.lines', 'not-a-choice')) : ok({ workfileId: owner.value, edits });
}

type Move = { readonly lineIds: readonly LineId[]; readonly after: LineId | null };

/** Moves lines, in their order, after a line or to the top. */
export function moveLines(desk: Desk, { lineIds, after }: Move): Result<null> {
  const [first] = lineIds;
  const line = first === undefined ? undefined : readRecord(desk.store, 'line', first);
  if (line === undefined) return failed({ kind: 'not-found', what: 'line' });
  const moved = new Set(lineIds);
  const { workfileId, estimateId } = line.parent;
  const others = linesOfEstimate(desk.store, workfileId as WorkfileId, estimateId).filter(({ id }) => !moved.has(id));
  const positions = placesAfter(others, after, moved.size);
  if (!positions.ok) return positions;
  const edits = [...moved].map((id, i) => ({
    kind: 'line' as const,
    id,
    group: 'place',
    value: { position: positions.value[i] ?? '' },
  }));
  return writeStep(desk, edits);
}

/** Removes lines; undo brings them back. */
export function removeLines(desk: Desk, lineIds: readonly LineId[]): Result<null> {
  const gone = lineIds.some((id) => readRecord(desk.store, 'line', id)?.deleted !== false);
  if (gone) return failed({ kind: 'not-found', what: 'line' });
  const edits = lineIds.map((id) => ({ kind: 'line' as const, id, group: deletion, value: { deleted: true } }));
  return writeStep(desk, edits);
}

function workfileOfEstimate(desk: Desk, estimateId: EstimateId): Result<WorkfileId> {
  const estimate = readRecord(desk.store, 'estimate', estimateId);
  const workfile = estimate && readRecord(desk.store, 'workfile', estimate.parent.workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'estimate' });
  return checkOpen(desk, workfile.id);
}

const groups = ['work', 'part', 'labor', 'refinish', 'misc'] as const;

function ruleOfNewLine(line: NewLine) {
  const checked = Object.fromEntries(groups.map((group) => [group, line[group] ?? emptyGroup(lineSpec, group)]));
  return checkLine(checked as Pick<Line, (typeof groups)[number]>);
}

const linesOfEstimate = (store: Store, workfileId: WorkfileId, estimateId: string): readonly Line[] =>
  linesOf(store, workfileId).filter(({ parent }) => parent.estimateId === estimateId);

function placesAfter(lines: readonly Line[], after: LineId | null, count: number): Result<readonly string[]> {
  const index = after === null ? -1 : lines.findIndex(({ id }) => id === after);
  if (after !== null && index === -1) return failed(invalid('input.after', 'not-a-choice'));
  return ok(
    positionsAfter(
      lines.map(({ place }) => place.position),
      index,
      count,
    ),
  );
}
