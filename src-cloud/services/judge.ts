/** Gives each edit of a batch its verdict, in order; pure, so that nothing happens before all are judged. */
import type { EditId, ShopId } from '../../src-shared/base/ids.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import { type CurrentGroup, merge } from '../../src-shared/sync/merge.ts';
import type { Edit, JsonObject, RefusalCode, Verdict } from '../../src-shared/sync/protocol.ts';
import { type Conflict, conflictIdOf } from '../db/conflicts.ts';
import type { Author, LoggedEdit } from '../db/log.ts';
import type { StoredRecord } from '../db/records.ts';
import type { Refusal } from '../db/refusals.ts';
import { mayEdit } from '../policies/edits.ts';
import { isClosed, keepsRules } from '../policies/record-rules.ts';
import { readValue } from './edit-reading.ts';
import { currentGroup, estimateIdOf, keyOf, written } from './record-state.ts';

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
  readonly lastSeq: number;
  readonly logged: readonly LoggedEdit[];
  readonly records: readonly StoredRecord[];
  readonly conflicts: readonly Conflict[];
  readonly refusals: readonly Refusal[];
  /** Conflicts of this PC that its later edits settled. */
  readonly settled: readonly string[];
};

const nothing: Verdict = { verdict: 'nothing' };
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
  readonly #records: Map<string, StoredRecord>;
  readonly #applied: Set<EditId>;
  readonly #touched = new Set<string>();
  readonly #logged: LoggedEdit[] = [];
  readonly #conflicts = new Map<string, Conflict>();
  readonly #refusals: Refusal[] = [];
  readonly #settled = new Set<string>();
  #lastSeq: number;

  constructor(state: ShopState, writer: Writer) {
    this.#writer = writer;
    this.#records = new Map(state.records.map((record) => [keyOf(record), record]));
    this.#applied = new Set(state.applied);
    this.#lastSeq = state.lastSeq;
  }

  /** The verdict, or null where a rule over several groups does not hold yet. */
  decide(edit: Edit): Verdict | null {
    if (this.#applied.has(edit.edit)) return nothing;
    if (!mayEdit(this.#writer.role, edit)) return this.#refuse(edit, 'forbidden');
    const read = readValue(edit);
    if (!read.ok) return this.#refuse(edit, read.failure);
    const record = this.#records.get(keyOf(edit));
    const current = currentGroup(record, edit);
    const outcome = merge({ ...edit, value: read.value, current, deleted: record?.deleted ?? false });
    if (outcome.kind === 'refuse') return this.#refuse(edit, outcome.code);
    if (outcome.kind === 'nothing') return this.#agree(edit);
    if (isClosed(this.#estimateOf(edit, read.value))) return this.#refuse(edit, 'locked');
    if (outcome.kind === 'conflict') return this.#keep({ ...edit, value: read.value }, current);
    const logged = { ...edit, value: outcome.value, seq: this.#lastSeq + 1 };
    const next = written(record, logged);
    return keepsRules(next) ? this.#apply(logged, next) : null;
  }

  /** The verdict when nothing of the batch is left that could make a rule hold. */
  decideAtLast(edit: Edit | undefined): Verdict {
    return edit === undefined ? unreadable : (this.decide(edit) ?? this.#refuse(edit, 'invalid'));
  }

  judgement(verdicts: readonly Verdict[]): Judgement {
    return {
      verdicts,
      lastSeq: this.#lastSeq,
      logged: this.#logged,
      records: [...this.#touched].flatMap((key) => this.#records.get(key) ?? []),
      conflicts: [...this.#conflicts.values()],
      refusals: this.#refusals,
      settled: [...this.#settled],
    };
  }

  #apply(edit: LoggedEdit, next: StoredRecord): Verdict {
    this.#lastSeq = edit.seq;
    this.#records.set(keyOf(next), next);
    this.#touched.add(keyOf(next));
    this.#applied.add(edit.edit);
    this.#logged.push(edit);
    this.#settled.add(conflictIdOf(edit, this.#writer.device));
    return { verdict: 'applied', seq: edit.seq };
  }

  #agree(edit: Edit): Verdict {
    this.#settled.add(conflictIdOf(edit, this.#writer.device));
    return nothing;
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
    const current = currentGroup(this.#records.get(keyOf(edit)), edit);
    return { verdict: 'refused', code, value: current?.value ?? null, edit: current?.edit ?? null };
  }

  #estimateOf(edit: Edit, value: JsonObject): StoredRecord | undefined {
    const record = this.#records.get(keyOf(edit));
    if (edit.kind === 'estimate') return record;
    if (edit.kind !== 'line') return undefined;
    const id = estimateIdOf(record?.value ?? value);
    return id === undefined ? undefined : this.#records.get(keyOf({ kind: 'estimate', id }));
  }
}
