/** Gives each edit of a batch its verdict, in order; pure, so that nothing happens before all are judged. */
import type { EditId, ShopId } from '../../src-shared/base/ids.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import { lockedBy } from '../../src-shared/domain/estimate/lock.ts';
import { type CurrentGroup, merge, sameValue } from '../../src-shared/sync/merge.ts';
import {
  type Edit,
  type JsonObject,
  type RefusalCode,
  type Verdict,
  wholeRecord,
} from '../../src-shared/sync/protocol.ts';
import { type Conflict, conflictIdOf } from '../db/conflicts.ts';
import type { Author, LoggedEdit } from '../db/log.ts';
import type { StoredRecord } from '../db/records.ts';
import type { Refusal } from '../db/refusals.ts';
import { mayBegin, misplaced } from '../policies/creations.ts';
import { mayEdit } from '../policies/edits.ts';
import { keepsRules } from '../policies/record-rules.ts';
import { readValue } from './edit-reading.ts';
import { currentGroup, written } from './record-state.ts';
import { Shelf } from './shelf.ts';

/** Who writes to which shop, in which role. */
export type Writer = Author & { readonly shopId: ShopId; readonly role: Role };

/** What the shop holds of the records that a batch touches. */
export type ShopState = {
  readonly lastSeq: number;
  readonly applied: ReadonlySet<EditId>;
  readonly records: readonly StoredRecord[];
};

/** The verdicts, and everything that has to be written for them. */
export type Judgement = {
  readonly verdicts: readonly Verdict[];
  readonly logged: readonly LoggedEdit[];
  readonly records: readonly StoredRecord[];
  readonly conflicts: readonly Conflict[];
  readonly refusals: readonly Refusal[];
  /** Conflicts of this PC that its later edits settled. */
  readonly settled: readonly string[];
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
  readonly #applied: Set<EditId>;
  readonly #logged: LoggedEdit[] = [];
  readonly #conflicts = new Map<string, Conflict>();
  readonly #refusals: Refusal[] = [];
  readonly #settled = new Set<string>();
  #lastSeq: number;

  constructor(state: ShopState, writer: Writer) {
    this.#writer = writer;
    this.#shelf = new Shelf(state.records);
    this.#applied = new Set(state.applied);
    this.#lastSeq = state.lastSeq;
  }

  /** The verdict, or null where a rule over several groups does not hold yet. */
  decide(edit: Edit): Verdict | null {
    if (this.#applied.has(edit.edit)) return this.#nothing(edit);
    if (!mayEdit(this.#writer.role, edit)) return this.#refuse(edit, 'forbidden');
    const read = readValue(edit);
    if (!read.ok) return this.#refuse(edit, read.failure);
    const record = this.#shelf.get(edit);
    const current = currentGroup(record, edit);
    const outcome = merge({ ...edit, value: read.value, current, deleted: record?.deleted ?? false });
    if (outcome.kind === 'refuse') return this.#refuse(edit, outcome.code);
    if (outcome.kind === 'nothing') return this.#agree({ ...edit, value: read.value });
    const barred = this.#barred({ ...edit, value: read.value });
    if (barred !== null) return this.#refuse(edit, barred);
    if (outcome.kind === 'conflict') return this.#keep({ ...edit, value: read.value }, current);
    const logged = { ...edit, value: outcome.value, seq: this.#lastSeq + 1 };
    const next = written(record, logged);
    return keepsRules(next) ? this.#apply(logged, next) : null;
  }

  /** Why an edit that merges must not be taken: a new record without a place, or a locked estimate. */
  #barred(edit: Edit): RefusalCode | null {
    const record = this.#shelf.get(edit) ?? edit;
    const misbegun = edit.group === wholeRecord ? this.#misbegun(edit) : null;
    if (misbegun !== null) return misbegun;
    return lockedBy(edit.kind, this.#shelf.estimatesOf(record)) === undefined ? null : 'locked';
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
      conflicts: [...this.#conflicts.values()],
      refusals: this.#refusals,
      settled: [...this.#settled],
    };
  }

  #apply(edit: LoggedEdit, next: StoredRecord): Verdict {
    this.#lastSeq = edit.seq;
    this.#shelf.write(next);
    this.#applied.add(edit.edit);
    this.#logged.push(edit);
    this.#settled.add(conflictIdOf(edit, this.#writer.device));
    return { verdict: 'applied', seq: edit.seq };
  }

  #agree(edit: Edit): Verdict {
    this.#settled.add(conflictIdOf(edit, this.#writer.device));
    return this.#nothing(edit);
  }

  /** Names the standing edit only where its value is the author's own: who builds on it must have seen it. */
  #nothing(edit: Edit): Verdict {
    const current = currentGroup(this.#shelf.get(edit), edit);
    return { verdict: 'nothing', edit: sameValue(current?.value, edit.value) ? (current?.edit ?? null) : null };
  }

  #keep(edit: Edit, standing: CurrentGroup | null): Verdict {
    if (standing === null) throw new Error('a conflict needs a standing value');
    const id = conflictIdOf(edit, this.#writer.device);
    this.#conflicts.set(id, { id, edit, standing });
    this.#settled.delete(id);
    return { verdict: 'conflict', conflict: id, value: standing.value, edit: standing.edit };
  }

  #refuse(edit: Edit, code: RefusalCode): Verdict {
    this.#refusals.push({ edit, code });
    const current = currentGroup(this.#shelf.get(edit), edit);
    return { verdict: 'refused', code, value: current?.value ?? null, edit: current?.edit ?? null };
  }
}
