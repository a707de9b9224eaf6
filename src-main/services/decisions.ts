// Deciding between two values: one step a workfile, which undo takes back at once.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { sameValue } from '../../src-shared/base/same-value.ts';
import { permissionFor } from '../../src-shared/domain/access/permissions.ts';
import { type Conflict, type ConflictChoice, isOpen } from '../../src-shared/domain/conflict/conflict.ts';
import type { Side } from '../../src-shared/ipc/centre-requests.ts';
import { deletion, type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { wordsOfDeletion } from '../../src-shared/sync/value-words.ts';
import { dropKept, type Kept, keep, readKept } from '../db/kept.ts';
import { isDamaged, readGroup, readOwner, readRecord, recordsOf } from '../db/record.ts';
import { transact } from '../db/transact.ts';
import { stepToUndo } from '../db/undo.ts';
import { type NewEdit, writeEdits } from '../db/write-edits.ts';
import { cancelCommand, startSupplement } from './commands/commands.ts';
import { type Aim, aimOf, listDecisions, meOf, ownSide, sideValue } from './decision-list.ts';
import { allowed, announceEdits, type Desk, nameOf } from './desk.ts';
import { idEvents } from './dms/id-events.ts';
import { checkEdits, checkOpen } from './edit-rules.ts';
import { checkCreation } from './kept-creations.ts';
import { undo } from './undo.ts';

/** One decision as it will be written: edits of its workfile, and the refused edit that it ends. */
type Plan = { readonly workfileId: WorkfileId; readonly edits: readonly NewEdit[]; readonly ends: Kept | null };
/** What a person decided at once: the undo step of each workfile that has one, and the refused edits it ended. */
type Decided = {
  readonly steps: readonly { readonly workfileId: WorkfileId; readonly n: number }[];
  readonly ended: readonly Kept[];
};

/** The decisions of one desk; it remembers those made since the program started. */
export function createDecisions(desk: Desk) {
  const made: Decided[] = [];
  const decide = (plans: Result<readonly Plan[]>): Result<null> => {
    if (!plans.ok) return plans;
    const byWorkfile = grouped(plans.value);
    const begun: string[] = [];
    for (const [workfileId, group] of byWorkfile) {
      const checked = checkInSupplement(desk, workfileId, group, begun);
      if (checked.ok) continue;
      // All is decided or nothing: supplements that were started for it are taken back.
      for (const command of begun) cancelCommand(desk, command);
      return checked;
    }
    made.push(write(desk, byWorkfile));
    return ok(null);
  };
  return {
    list: () => listDecisions(desk),
    /** Keeps mine or theirs of each. */
    choose: (ids: readonly string[], choice: Side) => decide(all(ids.map((id) => planOf(desk, id, { choice })))),
    /** Decides by another value. */
    edit: (id: string, value: JsonObject) => decide(all([planOf(desk, id, { value })])),
    /** Takes the last decision back; false when there is none. */
    undo: () => takeBack(desk, made),
  };
}

function grouped(plans: readonly Plan[]): ReadonlyMap<WorkfileId, readonly Plan[]> {
  const groups = new Map<WorkfileId, Plan[]>();
  for (const plan of plans) groups.set(plan.workfileId, [...(groups.get(plan.workfileId) ?? []), plan]);
  return groups;
}

type Wish = { readonly choice: Side } | { readonly value: JsonObject };

function planOf(desk: Desk, id: string, wish: Wish): Result<Plan> {
  const conflict = readRecord(desk.store, 'conflict', id);
  if (conflict !== undefined && !conflict.deleted && isOpen(conflict)) return planOfConflict(desk, conflict, wish);
  const kept = readKept(desk.store, id);
  return kept === undefined ? failed({ kind: 'not-found', what: 'decision' }) : planOfKept(desk, kept, wish);
}

function planOfConflict(desk: Desk, conflict: Conflict, wish: Wish): Result<Plan> {
  const aim = aimOf(conflict);
  const user = desk.sync.user();
  if (aim === undefined) return failed({ kind: 'outdated', need: 'newer version' });
  if (isDamaged(desk.store, aim.kind, aim.id)) return failed({ kind: 'unavailable', what: 'damaged-record' });
  const chosen = 'choice' in wish ? chosenSide(wish.choice, ownSide(conflict, meOf(desk))) : 'edited';
  const values = 'value' in wish ? towards(desk, aim, wish.value) : ofSide(desk, conflict, { aim, chosen });
  const choice: NewEdit = {
    kind: 'conflict',
    id: conflict.id,
    group: 'choice',
    value: { made: chosen, by: user === null ? '' : nameOf(user) },
  };
  return ok({ workfileId: aim.workfileId, edits: [...values, choice], ends: null });
}

/** Where neither value is the asker's own, the one that stands comes first. */
function chosenSide(choice: Side, own: 'standing' | 'late' | null): 'standing' | 'late' {
  const mine = own ?? 'standing';
  if (choice === 'mine') return mine;
  return mine === 'standing' ? 'late' : 'standing';
}

type Chosen = { readonly aim: Aim; readonly chosen: ConflictChoice };

/** What stands is in the workfile already; only a record that came back meanwhile is deleted again. */
function ofSide(desk: Desk, conflict: Conflict, { aim, chosen }: Chosen): readonly NewEdit[] {
  if (chosen === 'late') return towards(desk, aim, sideValue(conflict.late));
  const isDeletion = wordsOfDeletion(sideValue(conflict.standing)) !== undefined;
  return isDeletion ? changing(desk, { ...aim, group: deletion, value: { deleted: true } }) : [];
}

/** The edits that give a group its value, and bring its record back where it was deleted. */
function towards(desk: Desk, { kind, id, group }: Aim, value: JsonObject): readonly NewEdit[] {
  const back = { kind, id, group: deletion, value: { deleted: false } };
  return [...changing(desk, back), ...changing(desk, { kind, id, group, value })];
}

function changing({ store }: Desk, { kind, id, group, value }: NewEdit): readonly NewEdit[] {
  const present = readGroup(store, kind, id, group);
  if (present !== undefined && sameValue({ ...present, ...value }, present)) return [];
  return [{ kind, id, group, value }];
}

function planOfKept(desk: Desk, kept: Kept, wish: Wish): Result<Plan> {
  const { workfileId, kind, id, group } = kept;
  if ('choice' in wish && wish.choice === 'theirs') return ok({ workfileId, edits: [], ends: kept });
  if (isDamaged(desk.store, kind, id)) return failed({ kind: 'unavailable', what: 'damaged-record' });
  const value = 'value' in wish ? wish.value : (JSON.parse(kept.mine) as JsonObject);
  if (group === wholeRecord) return ok({ workfileId, edits: [{ kind, id, group, value }], ends: kept });
  const isBack = readOwner(desk.store, kind, id)?.deleted === false || group === deletion;
  const aim = { workfileId, kind, id, group };
  return ok({ workfileId, edits: isBack ? changing(desk, { ...aim, value }) : towards(desk, aim, value), ends: kept });
}

function all(plans: readonly Result<Plan>[]): Result<readonly Plan[]> {
  const wrong = plans.find((plan) => !plan.ok);
  return wrong !== undefined && !wrong.ok ? wrong : ok(plans.flatMap((plan) => (plan.ok ? [plan.value] : [])));
}

/** Checks what is decided of a workfile; where a lock had refused it, the next supplement is started to take it, and noted. */
function checkInSupplement(desk: Desk, workfileId: WorkfileId, plans: readonly Plan[], begun: string[]): Result<null> {
  const isLate = plans.some(({ ends, edits }) => ends?.reason === 'locked' && edits.length > 0);
  if (!isLate || checkOpen(desk, workfileId).ok) return checkPlans(desk, plans);
  const [estimate] = recordsOf(desk.store, 'estimate', workfileId);
  if (estimate === undefined) return failed({ kind: 'not-found', what: 'estimate' });
  const started = startSupplement(desk, estimate.id);
  if (!started.ok) return started;
  begun.push(started.value.command);
  return checkPlans(desk, plans);
}

/** The rules for all edits of one workfile at once; letting a refused edit go needs what making it needs. */
function checkPlans(desk: Desk, plans: readonly Plan[]): Result<null> {
  const edits = plans.flatMap((plan) => plan.edits);
  // Copies of this PC may have kept the same creation twice: it can be made only once.
  const created = edits.filter(({ group }) => group === wholeRecord);
  const twice = created.find((edit, i) => created.findIndex(({ id }) => id === edit.id) < i);
  if (twice !== undefined) return failed({ kind: 'conflict', what: twice.kind });
  const ordinary = edits.filter(({ group }) => group !== wholeRecord);
  for (const checked of [
    ...plans.flatMap(({ ends }) => (ends === null ? [] : [allowed(desk, permissionFor(ends.kind, ends.group))])),
    ...created.map((edit) => checkCreation(desk, edit)),
    ...(ordinary.length === 0 ? [] : [checkEdits(desk, ordinary)]),
  ]) {
    if (!checked.ok) return checked;
  }
  return ok(null);
}

function write(desk: Desk, byWorkfile: ReadonlyMap<WorkfileId, readonly Plan[]>): Decided {
  const { store } = desk;
  const steps: Decided['steps'][number][] = [];
  const ended: Kept[] = [];
  const applied = transact(store, () =>
    [...byWorkfile].flatMap(([workfileId, plans]) => {
      const edits = plans.flatMap((plan) => plan.edits);
      for (const { ends } of plans) {
        if (ends === null) continue;
        dropKept(store, ends.edit);
        ended.push(ends);
      }
      const before = stepToUndo(store, workfileId)?.n;
      const now = desk.clock();
      const written = writeEdits(store, { workfileId, edits, now, as: 'step' });
      const step = stepToUndo(store, workfileId);
      if (step === null || step.n === before) return [written];
      steps.push({ workfileId, n: step.n });
      const told = idEvents(desk, workfileId, step.changes);
      return [written, writeEdits(store, { workfileId, edits: told, now, as: 'plain' })];
    }),
  );
  for (const one of applied) announceEdits(desk, one);
  desk.announce({ workfiles: new Map([...byWorkfile.keys()].map((workfileId) => [workfileId, []])) });
  desk.sync.edited();
  return { steps, ended };
}

/**
 * Undoes the steps of the last decision, unless something was done in one of its workfiles since. Where a step cannot be
 * undone the decision stands; in the other workfiles the refused edits wait again.
 */
function takeBack(desk: Desk, made: Decided[]): Result<{ readonly undone: boolean }> {
  const { store } = desk;
  const last = made.at(-1);
  if (last === undefined) return ok({ undone: false });
  const isLast = last.steps.every(({ workfileId, n }) => stepToUndo(store, workfileId)?.n === n);
  if (!isLast) return failed({ kind: 'conflict', what: 'undo-decision' });
  made.pop();
  const ids = new Set([...last.steps, ...last.ended].map(({ workfileId }) => workfileId));
  const undone = [...ids].map((workfileId) => takeBackIn(desk, workfileId, last));
  desk.announce({ workfiles: new Map(last.ended.map(({ workfileId }) => [workfileId, []])) });
  desk.sync.edited();
  return undone.find((one) => !one.ok) ?? ok({ undone: true });
}

/** One workfile's step, and the refused edits that it ended: together, or neither. */
const takeBackIn = (desk: Desk, workfileId: WorkfileId, { steps, ended }: Decided): Result<{ undone: boolean }> =>
  transact(desk.store, () => {
    const hasStep = steps.some((step) => step.workfileId === workfileId);
    const undone = hasStep ? undo(desk, workfileId) : ok(true);
    if (!undone.ok) return undone;
    for (const kept of ended) if (kept.workfileId === workfileId) keep(desk.store, kept, null);
    return ok({ undone: true });
  });
