/** Gives each edit of a batch its verdict, in order; pure, so that nothing happens before all are judged. */
import { type DeviceId, deviceOfEdit, type EditId, type ShopId } from '../../src-shared/base/ids.ts';
import { sameValue } from '../../src-shared/base/same-value.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import { lockedBy } from '../../src-shared/domain/estimate/lock.ts';
import { isFrozen } from '../../src-shared/domain/vehicle/frozen.ts';
import type { Vehicle } from '../../src-shared/domain/vehicle/vehicle.ts';
import { isShutTo } from '../../src-shared/domain/workfile/life.ts';
import { type CurrentGroup, merge, policyOf } from '../../src-shared/sync/merge.ts';
import {
  deletion,
  type Edit,
  type JsonObject,
  type RefusalCode,
  type Verdict,
  wholeRecord,
} from '../../src-shared/sync/protocol.ts';
import { conflictIdOf, type StoredConflict } from '../db/conflicts.ts';
import { sha256 } from '../db/digest.ts';
import type { Author, LoggedEdit } from '../db/log.ts';
import type { Sibling, StoredRecord } from '../db/records.ts';
import type { Refusal } from '../db/refusals.ts';
import { mayBegin, misplaced } from '../policies/creations.ts';
import { mayEdit } from '../policies/edits.ts';
import { keepsRules } from '../policies/record-rules.ts';
import { ConflictBook } from './conflict-book.ts';
import { readValue } from './edit-reading.ts';
import { currentGroup, written } from './record-state.ts';
import { Shelf, type Telling } from './shelf.ts';

/** Who writes to which shop, in which role. */
export type Writer = Author & {
  readonly shopId: ShopId;
  readonly role: Role;
  /** They bring back what others wrote and the shop seems to have lost. */
  readonly brought?: boolean;
};

/** What the shop holds of the records that a batch touches. */
export type ShopState = {
  readonly lastSeq: number;
  readonly applied: ReadonlySet<EditId>;
  /** Edits that were refused for good. */
  readonly refused: ReadonlyMap<EditId, RefusalCode>;
  readonly records: readonly StoredRecord[];
  readonly siblings: readonly Sibling[];
  readonly conflicts: readonly StoredConflict[];
};

/** A conflict as one edit left it: what stands, and what the edit was made on. */
export type Raised = { readonly conflict: StoredConflict; readonly cause: Edit; readonly standing: CurrentGroup };
/** A conflict that ended by itself, and the edit that ended it. */
export type Ended = { readonly conflict: StoredConflict; readonly cause: EditId };

/** The verdicts, and everything that has to be written for them. */
export type Judgement = {
  readonly verdicts: readonly Verdict[];
  readonly logged: readonly LoggedEdit[];
  readonly records: readonly StoredRecord[];
  readonly conflicts: readonly StoredConflict[];
  readonly refusals: readonly Refusal[];
  readonly raised: readonly Raised[];
  readonly ended: readonly Ended[];
};

const unreadable: Verdict = { verdict: 'refused', code: 'invalid', value: null, edit: null };

/** Judges a batch; an edit that could not be read is refused by itself. */
export function judge(edits: readonly (Edit | undefined)[], state: ShopState, writer: Writer): Judgement {
  const bench = new Bench(state, writer);
  const first = edits.map((edit) => (edit === undefined ? unreadable : bench.decide(edit)));
  // A rule looks at several groups, and the edit that makes it hold may come later in the batch: second chance.
  const verdicts = first.map((verdict, i) => verdict ?? bench.decideAtLast(edits[i]));
  return bench.judgement(verdicts);
}

/** The shop's state while a batch is judged: each decision sees what the ones before it did. */
class Bench {
  readonly #writer: Writer;
  readonly #shelf: Shelf;
  readonly #book: ConflictBook;
  readonly #applied: Set<EditId>;
  readonly #refused: ReadonlyMap<EditId, RefusalCode>;
  readonly #logged: LoggedEdit[] = [];
  readonly #refusals: Refusal[] = [];
  readonly #raised = new Map<string, Raised>();
  readonly #ended: Ended[] = [];
  #lastSeq: number;

  constructor(state: ShopState, writer: Writer) {
    this.#writer = writer;
    this.#shelf = new Shelf(state.records, state.siblings);
    this.#book = new ConflictBook(state.conflicts);
    this.#applied = new Set(state.applied);
    this.#refused = state.refused;
    this.#lastSeq = state.lastSeq;
  }

  /** The verdict, or null where a rule over several groups does not hold yet. */
  decide(edit: Edit): Verdict | null {
    const judged = this.#judgedBefore(edit);
    if (judged !== null) return judged;
    if (!mayEdit(this.#writer.role, edit)) return this.#refuse(edit, 'forbidden');
    const read = readValue(edit);
    if (!read.ok) return this.#refuse(edit, read.failure);
    const record = this.#shelf.get(edit);
    const current = currentGroup(record, edit);
    if (this.#writer.brought === true && isOutrun(edit, current)) return this.#nothing({ ...edit, value: read.value });
    const outcome = merge({ ...edit, value: read.value, current, deleted: record?.deleted ?? false });
    if (outcome.kind === 'refuse') return this.#refuse(edit, outcome.code);
    if (outcome.kind === 'nothing') return this.#nothing({ ...edit, value: read.value });
    const barred = this.#barred({ ...edit, value: read.value });
    if (barred !== null) return this.#refuse(edit, barred);
    if (outcome.kind === 'conflict') return this.#keep({ ...edit, value: read.value }, outcome.against);
    const logged = { ...edit, value: outcome.value, seq: this.#lastSeq + 1 };
    const next = written(record, logged);
    return keepsRules(next, sha256) ? this.#apply(logged, next) : null;
  }

  /** The verdict of an edit that came before: a replay changes nothing, whatever happened since. */
  #judgedBefore(edit: Edit): Verdict | null {
    if (this.#applied.has(edit.edit)) return this.#nothing(edit);
    const conflict = this.#book.ofEdit(edit.edit);
    if (conflict !== undefined) return conflict.open ? this.#inConflict(edit, conflict.id) : this.#nothing(edit);
    const code = this.#refused.get(edit.edit);
    return code === undefined ? null : this.#refusal(edit, code);
  }

  /** Why an edit that merges must not be taken: a new record without a place, a closed workfile, or a locked estimate. */
  #barred(edit: Edit): RefusalCode | null {
    const record = this.#shelf.get(edit) ?? edit;
    const misbegun = edit.group === wholeRecord ? this.#misbegun(edit) : null;
    if (misbegun !== null) return misbegun;
    const stages = this.#shelf.stagesOf(record);
    if (stages.some((stage) => isShutTo(edit.kind, edit.group, stage))) return 'closed';
    const estimates = this.#shelf.estimatesOf(record);
    return this.#isFrozen(edit, estimates) || lockedBy(edit.kind, estimates) !== undefined ? 'locked' : null;
  }

  /** The vehicle that an insurer received stays what it was; between two values that met before a person may choose. */
  #isFrozen(edit: Edit, estimates: readonly Telling[]): boolean {
    const vehicle = edit.kind === 'vehicle' && edit.group === 'identity' ? this.#shelf.get(edit) : undefined;
    if (vehicle === undefined || this.#book.isOpen(edit)) return false;
    const { value } = vehicle as unknown as { readonly value: Pick<Vehicle, 'identity'> };
    return estimates.some((estimate) => isFrozen(estimate, value));
  }

  #misbegun(edit: Edit): RefusalCode | null {
    const value = edit.value as Readonly<Record<string, JsonObject>>;
    if (!mayBegin(this.#writer.role, edit.kind, value)) return 'forbidden';
    const [parents, siblings] = [this.#shelf.parentsOf(value), this.#shelf.siblingsOf(edit, edit.kind)];
    return misplaced(edit.kind, value, { parents, siblings });
  }

  /** The verdict when nothing of the batch is left that could make a rule hold. */
  decideAtLast(edit: Edit | undefined): Verdict {
    return edit === undefined ? unreadable : (this.decide(edit) ?? this.#refuse(edit, 'invalid'));
  }

  judgement(verdicts: readonly Verdict[]): Judgement {
    return {
      verdicts,
      logged: this.#logged,
      records: this.#shelf.written(),
      conflicts: this.#book.changed(),
      refusals: this.#refusals,
      raised: [...this.#raised.values()],
      ended: this.#ended,
    };
  }

  #apply(edit: LoggedEdit, next: StoredRecord): Verdict {
    this.#lastSeq = edit.seq;
    this.#shelf.write(next);
    this.#applied.add(edit.edit);
    this.#logged.push(edit);
    if (edit.kind === 'conflict') this.#choose(edit);
    for (const conflict of this.#book.waitingFor(edit)) this.#endItself(conflict, edit);
    return { verdict: 'applied', seq: edit.seq };
  }

  #choose({ id, value }: LoggedEdit): void {
    const conflict = this.#book.get(id);
    if (conflict !== undefined) this.#book.put({ ...conflict, open: value.made === 'open' });
  }

  /** What its author had seen has arrived after all: there never was a conflict. */
  #endItself(conflict: StoredConflict, { edit: cause }: LoggedEdit): void {
    const { kind, recordId: id, group, value, device, person } = conflict;
    const record = this.#shelf.get({ kind, id });
    // Two PCs may have waited for it: what the first of them wrote has not been seen by the second.
    if (currentGroup(record, { group })?.edit !== cause) return;
    const late: LoggedEdit = {
      ...{ edit: lastOf(conflict.edits), kind, id, group, value, base: cause, seq: this.#lastSeq + 1 },
      ...{ device, person },
    };
    const next = written(record, late);
    if (record === undefined || record.deleted || !keepsRules(next, sha256) || this.#barred(late) !== null) return;
    this.#book.put({ ...conflict, open: false });
    this.#ended.push({ conflict, cause });
    this.#apply(late, next);
  }

  /** Names the standing edit only where its value is the author's own: who builds on it must have seen it. */
  #nothing(edit: Edit): Verdict {
    const current = this.#current(edit);
    return { verdict: 'nothing', edit: sameValue(current?.value, edit.value) ? (current?.edit ?? null) : null };
  }

  #keep(edit: Edit, against: 'value' | 'deletion'): Verdict {
    const standing = this.#current(against === 'value' ? edit : { ...edit, group: deletion });
    if (standing === null) throw new Error('a conflict needs a standing value');
    const { person } = this.#writer;
    const device = deviceOf(this.#writer, edit);
    const { kind, id: recordId, group, value } = edit;
    const id = conflictIdOf(edit, device);
    const before = this.#book.get(id);
    // An edit made on one that is kept here goes the same way; the conflict still waits for what the first had seen.
    const joins = before?.open === true && edit.base !== null && before.edits.includes(edit.base);
    const base = joins ? before.base : edit.base;
    const edits = [...(before?.edits ?? []), edit.edit] as unknown as StoredConflict['edits'];
    const conflict = { id, kind, recordId, group, device, person, base, edits, value, open: true };
    this.#book.put(conflict);
    this.#raised.set(id, { conflict, cause: edit, standing });
    return this.#inConflict(edit, id);
  }

  #inConflict(edit: Edit, conflict: string): Verdict {
    const current = this.#current(edit);
    if (current === null) throw new Error('a conflict needs a record');
    return { verdict: 'conflict', conflict, value: current.value, edit: current.edit };
  }

  #current = (edit: Pick<Edit, 'kind' | 'id' | 'group'>): CurrentGroup | null =>
    currentGroup(this.#shelf.get(edit), edit);

  /** A missing record may still come: another PC has it. Every other refusal is for good, unless the author may come. */
  #refuse(edit: Edit, code: RefusalCode): Verdict {
    if (code !== 'missing' && !this.#isOfAnother(edit, code)) this.#refusals.push({ edit, code });
    return this.#refusal(edit, code);
  }

  /** Whoever carries the edit of another PC may be allowed less than its author, who may still send it. */
  #isOfAnother({ edit }: Edit, code: RefusalCode): boolean {
    const { brought, device } = this.#writer;
    return brought === true || (code === 'forbidden' && deviceOfEdit(edit) !== device);
  }

  #refusal(edit: Edit, code: RefusalCode): Verdict {
    const current = this.#current(edit);
    return { verdict: 'refused', code, value: current?.value ?? null, edit: current?.edit ?? null };
  }
}

/** The PC whose value it is: who brings an edit back is not its author. */
const deviceOf = ({ device, brought }: Writer, { edit }: Pick<Edit, 'edit'>): DeviceId =>
  brought === true ? deviceOfEdit(edit) : device;

/** Where the last word counts, what is brought back takes the place of that alone which its author had seen. */
function isOutrun({ kind, group, base }: Edit, current: CurrentGroup | null): boolean {
  if (current === null || base === current.edit) return false;
  return group === deletion || policyOf(kind, group) === 'last';
}

const lastOf = <T>(list: readonly [T, ...T[]]): T => list.at(-1) ?? list[0];
