/** The conflicts around a batch while it is judged: found by the edits in them and by the edit they wait for. */
import type { EditId } from '../../src-shared/base/ids.ts';
import { type Edit, wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { StoredConflict } from '../db/conflicts.ts';

export class ConflictBook {
  readonly #conflicts: Map<string, StoredConflict>;
  readonly #changed = new Set<string>();

  constructor(conflicts: readonly StoredConflict[]) {
    // A database gives them in any order; which of two that wait for one edit comes first must not hang on that.
    const inOrder = conflicts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    this.#conflicts = new Map(inOrder.map((conflict) => [conflict.id, conflict]));
  }

  get(id: string): StoredConflict | undefined {
    return this.#conflicts.get(id);
  }

  /** The conflict that an edit stands in. */
  ofEdit(edit: EditId): StoredConflict | undefined {
    return this.#all().find(({ edits }) => edits.includes(edit));
  }

  /** The open conflicts whose first edit was made on this one: its author had seen what now has arrived. */
  waitingFor({ edit, kind, id, group }: Edit): readonly StoredConflict[] {
    const isSame = (one: StoredConflict) => one.kind === kind && one.recordId === id;
    const isMet = (one: StoredConflict) => group === wholeRecord || one.group === group;
    return this.#all().filter((one) => one.open && one.base === edit && isSame(one) && isMet(one));
  }

  /** Whether two values of this group wait for a choice. */
  isOpen({ kind, id, group }: Pick<Edit, 'kind' | 'id' | 'group'>): boolean {
    return this.#all().some((one) => one.open && one.kind === kind && one.recordId === id && one.group === group);
  }

  put(conflict: StoredConflict): void {
    this.#conflicts.set(conflict.id, conflict);
    this.#changed.add(conflict.id);
  }

  changed(): readonly StoredConflict[] {
    return [...this.#changed].flatMap((id) => this.#conflicts.get(id) ?? []);
  }

  #all(): readonly StoredConflict[] {
    return [...this.#conflicts.values()];
  }
}
