// What a person must choose, each with both values: open conflicts, and edits that the cloud refused.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { deviceOfEdit, isEditId } from '../../src-shared/base/ids.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { sameValue } from '../../src-shared/base/same-value.ts';
import type { Conflict, ConflictSide } from '../../src-shared/domain/conflict/conflict.ts';
import { maxDecisionsAtOnce } from '../../src-shared/ipc/centre-requests.ts';
import type { Decision, DecisionList, DecisionSide, EditPlace } from '../../src-shared/ipc/centre-shapes.ts';
import { deletion, type JsonObject, type JsonValue } from '../../src-shared/sync/protocol.ts';
import { isRecordKind, type RecordKind } from '../../src-shared/sync/records.ts';
import { wordsOfDeletion, wordsOfValue } from '../../src-shared/sync/value-words.ts';
import { readIdentity } from '../db/identity.ts';
import { type Kept, keptCount, listKept } from '../db/kept.ts';
import { openConflictCount, openConflicts } from '../db/open-conflicts.ts';
import { readGroup, readOwner } from '../db/record.ts';
import type { Store } from '../db/store.ts';
import { allowed, type Desk, nameOf } from './desk.ts';
import { createPlaces } from './edit-places.ts';

/** What a conflict is about; undefined where this version does not know its kind. */
export type Aim = {
  readonly workfileId: WorkfileId;
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
};

export function aimOf({ parent, about }: Conflict): Aim | undefined {
  const { kind, recordId: id, group } = about;
  return isRecordKind(kind) ? { workfileId: parent.workfileId as WorkfileId, kind, id, group } : undefined;
}

/** Which side of a conflict is the asker's own: made on this PC, else under their name. */
export function ownSide({ standing, late }: Conflict, me: Me): 'standing' | 'late' | null {
  if (isOf(me.device, late.edit)) return 'late';
  if (isOf(me.device, standing.edit)) return 'standing';
  if (me.name !== '' && late.by === me.name && standing.by !== me.name) return 'late';
  return me.name !== '' && standing.by === me.name && late.by !== me.name ? 'standing' : null;
}

export type Me = { readonly device: string; readonly name: string };
const isOf = (device: string, edit: string): boolean => isEditId(edit) && deviceOfEdit(edit) === device;

/** Who asks, as conflicts name them. */
export function meOf({ store, sync }: Desk): Me {
  const user = sync.user();
  return { device: readIdentity(store).device, name: user === null ? '' : nameOf(user) };
}

/** Everything to choose, workfile by workfile. */
export function listDecisions(desk: Desk): Result<DecisionList> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const { store } = desk;
  const placeOf = createPlaces(store);
  const me = meOf(desk);
  const conflicts = openConflicts(store, maxDecisionsAtOnce).flatMap((conflict) => {
    const aim = aimOf(conflict);
    return aim === undefined ? [] : [ofConflict(store, conflict, { aim, place: placeOf(aim), me })];
  });
  const refused = listKept(store).map((kept) => ofKept(kept, placeOf(kept)));
  const decisions = [...conflicts, ...refused].slice(0, maxDecisionsAtOnce).toSorted(byWorkfile);
  return ok({ total: openConflictCount(store) + keptCount(store), decisions });
}

const byWorkfile = (a: Decision, b: Decision): number =>
  compare(a.place.workfileLabel, b.place.workfileLabel) ||
  compare(a.place.workfileId, b.place.workfileId) ||
  a.mine.at - b.mine.at ||
  compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

type Found = { readonly aim: Aim; readonly place: EditPlace; readonly me: Me };

function ofConflict(store: Store, conflict: Conflict, { aim, place, me }: Found): Decision {
  const standing = standingNow(store, conflict, aim);
  const late = { ...conflict.late, value: sideValue(conflict.late) };
  const own = ownSide(conflict, me);
  const [mine, theirs] = own === 'late' ? [late, standing] : [standing, late];
  const before = conflict.before.edit === '' ? null : sideValue(conflict.before);
  return {
    id: conflict.id,
    what: 'conflict',
    place,
    reason: wordsOfDeletion(standing.value) === undefined ? 'conflict' : 'deleted',
    before: before && {
      ...told(conflict.before),
      value: before,
      words: wordsBeside(before, [mine.value, theirs.value], aim.group),
    },
    mine: { ...told(mine), value: mine.value, words: words(mine.value, theirs.value, aim.group) },
    theirs: { ...told(theirs), value: theirs.value, words: words(theirs.value, mine.value, aim.group) },
    isMine: own !== null,
  };
}

type Said = Omit<ConflictSide, 'value' | 'edit'> & { readonly value: JsonObject };

/** What stands is what the workfile holds now; who wrote it is known as long as nobody wrote over it. */
function standingNow(store: Store, { standing }: Conflict, { kind, id, group }: Aim): Said {
  const known = { ...standing, value: sideValue(standing) };
  const owned = readOwner(store, kind, id);
  if (owned === undefined || wordsOfDeletion(known.value) !== undefined) return known;
  const value = owned.deleted ? { deleted: true } : (readGroup(store, kind, id, group) ?? known.value);
  return sameValue(value, known.value) ? known : { value, by: '', pc: '', at: 0 };
}

const told = ({ by, pc, at }: Omit<Said, 'value'>) => ({ by, pc, at });

/** A side's value; the text comes from another PC and may be of a later version. */
export function sideValue({ value }: Pick<ConflictSide, 'value'>): JsonObject {
  const parsed: unknown = value === '' ? {} : JSON.parse(value);
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as JsonObject) : {};
}

function ofKept(kept: Kept, place: EditPlace): Decision {
  const mine = JSON.parse(kept.mine) as JsonObject;
  const theirs = kept.theirs === null ? null : (JSON.parse(kept.theirs) as JsonObject);
  const nobody = { by: '', pc: '', at: 0 };
  return {
    id: kept.edit,
    what: 'refused',
    place,
    reason: kept.reason,
    before: null,
    mine: { ...nobody, at: kept.keptAt, value: mine, words: words(mine, theirs, kept.group) },
    theirs: theirs && { ...nobody, value: theirs, words: words(theirs, mine, kept.group) },
    isMine: true,
  };
}

/** A value beside the other one; next to a deletion all of it is told. */
function words(value: JsonObject, other: JsonObject | null, group: string): string {
  const beside = other === null || wordsOfDeletion(other) !== undefined ? null : other;
  return wordsOfDeletion(value) ?? wordsOfValue(value, beside, group);
}

/** What both had seen, in the fields that one of them changed. */
function wordsBeside(before: JsonObject, others: readonly JsonObject[], group: string): DecisionSide['words'] {
  const changed = others.filter((other) => wordsOfDeletion(other) === undefined);
  const same = ([name, field]: [string, JsonValue]) => changed.every((other) => sameValue(other[name], field));
  return wordsOfValue(before, Object.fromEntries(Object.entries(before).filter(same)), group);
}

/** Whether a conflict is about this group, or about any group of a record that is deleted. */
export const isAbout = ({ about }: Conflict, edit: Omit<Aim, 'workfileId'>): boolean =>
  about.kind === edit.kind && about.recordId === edit.id && (about.group === edit.group || edit.group === deletion);
