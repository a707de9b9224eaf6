/** The records that a batch is about, as they are while it is judged, and who among them belongs to whom. */
import { singles } from '../../src-shared/domain/access/permissions.ts';
import type { Estimate } from '../../src-shared/domain/estimate/estimate.ts';
import type { Stage, Workfile } from '../../src-shared/domain/workfile/workfile.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import type { RecordKey, Sibling, StoredRecord } from '../db/records.ts';
import { keyOf, parentsOf, workfileOf } from './record-state.ts';

/** What an estimate says to the records beside it. */
export type Telling = Pick<Estimate, 'lock' | 'version'>;
type Single = Pick<Sibling, 'kind' | 'id' | 'deleted' | 'value'>;
type Placed = RecordKey & { readonly value: JsonObject };

export class Shelf {
  readonly #records = new Map<string, StoredRecord>();
  /** By workfile: its records of the kinds that it has one of. */
  readonly #singles = new Map<string, Single[]>();
  readonly #written = new Set<string>();

  /** What siblings say of themselves counts for less than a whole record. */
  constructor(records: readonly StoredRecord[], siblings: readonly Sibling[]) {
    for (const sibling of siblings) this.#placeSingle(sibling.workfile, sibling);
    for (const record of records) this.#place(record);
  }

  get(key: RecordKey): StoredRecord | undefined {
    return this.#records.get(keyOf(key));
  }

  write(record: StoredRecord): void {
    this.#place(record);
    this.#written.add(keyOf(record));
  }

  written(): readonly StoredRecord[] {
    return [...this.#written].flatMap((key) => this.#records.get(key) ?? []);
  }

  /** The parents that a new record names, each with what is known of it. */
  parentsOf(value: JsonObject): readonly (StoredRecord | undefined)[] {
    return parentsOf(value).map((parent) => this.get(parent));
  }

  /** The other records of this kind in the workfile of a record, as far as the workfile has one of the kind. */
  siblingsOf(record: Placed, kind: RecordKind): readonly Single[] {
    const workfile = workfileOf(record);
    const all = workfile === undefined ? [] : (this.#singles.get(workfile) ?? []);
    return all.filter((one) => one.kind === kind && !one.deleted);
  }

  /** The estimates of a record's workfile. */
  estimatesOf(record: Placed): readonly Telling[] {
    return this.siblingsOf(record, 'estimate').map(({ value }) => value as unknown as Telling);
  }

  /** The stage of a record's workfile; none where the workfile is not there. */
  stagesOf(record: Placed): readonly Stage[] {
    return this.siblingsOf(record, 'workfile').map(({ value }) => (value as unknown as Workfile).stage.stage);
  }

  #place(record: StoredRecord): void {
    this.#records.set(keyOf(record), record);
    const workfile = singles.includes(record.kind) ? workfileOf(record) : undefined;
    if (workfile !== undefined) this.#placeSingle(workfile, record);
  }

  #placeSingle(workfile: string, single: Single): void {
    const others = (this.#singles.get(workfile) ?? []).filter(
      ({ kind, id }) => kind !== single.kind || id !== single.id,
    );
    this.#singles.set(workfile, [...others, single]);
  }
}
