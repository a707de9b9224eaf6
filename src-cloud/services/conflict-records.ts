/** What people see of conflicts: synced records that the cloud writes, under edit ids that follow from their cause. */
import { deviceIdOf, type EditId, editIdOf } from '../../src-shared/base/ids.ts';
import { sameValue } from '../../src-shared/base/same-value.ts';
import type { Conflict, ConflictSide } from '../../src-shared/domain/conflict/conflict.ts';
import { type Edit, type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { StoredConflict } from '../db/conflicts.ts';
import { sha256 } from '../db/digest.ts';
import type { Author, LoggedEdit, Told } from '../db/log.ts';
import type { StoredRecord } from '../db/records.ts';
import type { ShopStore } from '../db/shop-store.ts';
import type { Ended, Raised } from './judge.ts';
import { currentGroup, keyOf, workfileOf, written } from './record-state.ts';

/** What a batch did to conflicts, and the records as it left them. */
export type Trouble = {
  readonly raised: readonly Raised[];
  readonly ended: readonly Ended[];
  /** The records that the conflicts are about, and the records of the conflicts themselves. */
  readonly records: readonly StoredRecord[];
};

export type Telling = { readonly author: Author; readonly now: number; readonly seq: number };
type Changes = { readonly logged: readonly LoggedEdit[]; readonly records: readonly StoredRecord[] };

/** The changes that tell every PC of conflicts that began, grew or ended; numbered on from `seq`. */
export async function conflictChanges(store: ShopStore, trouble: Trouble, telling: Telling): Promise<Changes> {
  const named = trouble.raised.flatMap(({ cause, standing }) => [standing.edit, cause.base ?? []].flat());
  const told = await store.readTold(named);
  const names = await store.readNames(telling.author);
  const pages = new Pages(trouble.records, telling.seq);
  for (const raised of trouble.raised) {
    const late = { ...names, at: telling.now };
    pages.tell(raised.conflict, raised.cause.edit, wordsOf(raised, { told, late, pages }));
  }
  for (const { conflict, cause } of trouble.ended) pages.change(conflict.id, cause, 'choice', endedItself);
  return pages.changes();
}

const endedItself: Conflict['choice'] = { made: 'itself', by: '' };
const stillOpen: Conflict['choice'] = { made: 'open', by: '' };

type Value = Pick<Conflict, 'parent' | 'about' | 'before' | 'standing' | 'late' | 'choice'>;
type Sources = {
  readonly told: ReadonlyMap<EditId, Told>;
  readonly late: { readonly by: string; readonly pc: string; readonly at: number };
  readonly pages: Pages;
};

function wordsOf({ conflict, cause, standing }: Raised, { told, late, pages }: Sources): Value {
  const { kind, recordId, group } = conflict;
  const about = pages.get({ kind, id: recordId });
  return {
    parent: { workfileId: (about && workfileOf(about)) ?? '' },
    about: { kind, recordId, group },
    before: before(cause, told),
    standing: sideOf(standing.edit, standing.value, told.get(standing.edit)),
    late: { value: JSON.stringify(conflict.value), edit: cause.edit, ...late },
    choice: stillOpen,
  };
}

const nobody: ConflictSide = { value: '', edit: '', by: '', pc: '', at: 0 };

/** What the author had seen; unknown where the cloud never saw that edit. */
function before({ base, group }: Edit, told: ReadonlyMap<EditId, Told>): ConflictSide {
  const seen = base === null ? undefined : told.get(base);
  if (base === null || seen === undefined) return nobody;
  const value = seen.group === wholeRecord ? ((seen.value[group] as JsonObject | undefined) ?? {}) : seen.value;
  return sideOf(base, value, seen);
}

const sideOf = (edit: EditId, value: JsonObject, told: Told | undefined): ConflictSide => ({
  value: JSON.stringify(value),
  edit,
  by: told?.by ?? '',
  pc: told?.pc ?? '',
  at: told?.at ?? 0,
});

/** The id of what the cloud writes because of an edit: one id, one content, wherever and how often it is written. */
const followUp = (cause: EditId, page: Pick<LoggedEdit, 'id' | 'group' | 'value'>): EditId =>
  editIdOf(deviceIdOf(Buffer.from(sha256(`${cause} ${JSON.stringify(page)}`), 'hex')), 1);

/** The records of conflicts while they are written. */
class Pages {
  readonly #records: Map<string, StoredRecord>;
  readonly #touched = new Set<string>();
  readonly #logged: LoggedEdit[] = [];
  #seq: number;

  constructor(records: readonly StoredRecord[], seq: number) {
    this.#records = new Map(records.map((record) => [keyOf(record), record]));
    this.#seq = seq;
  }

  get(key: Pick<StoredRecord, 'kind' | 'id'>): StoredRecord | undefined {
    return this.#records.get(keyOf(key));
  }

  /** Writes a new conflict whole, and of a known one what is new. */
  tell({ id }: StoredConflict, cause: EditId, value: Value): void {
    const known = this.get({ kind: 'conflict', id });
    if (known === undefined) this.#write(cause, { id, group: wholeRecord, value });
    else for (const [group, content] of Object.entries(value)) this.change(id, cause, group, content);
  }

  change(id: string, cause: EditId, group: string, value: JsonObject): void {
    const known = this.get({ kind: 'conflict', id });
    if (known === undefined || sameValue(currentGroup(known, { group })?.value, value)) return;
    this.#write(cause, { id, group, value });
  }

  changes(): Changes {
    return { logged: this.#logged, records: [...this.#touched].flatMap((key) => this.#records.get(key) ?? []) };
  }

  #write(cause: EditId, page: Pick<LoggedEdit, 'id' | 'group' | 'value'>): void {
    const key = { kind: 'conflict', id: page.id } as const;
    const known = this.get(key);
    this.#seq += 1;
    const base = known === undefined ? null : (currentGroup(known, page)?.edit ?? null);
    const logged = { kind: 'conflict', ...page, edit: followUp(cause, page), base, seq: this.#seq } as const;
    this.#logged.push(logged);
    this.#records.set(keyOf(key), written(known, logged));
    this.#touched.add(keyOf(key));
  }
}
