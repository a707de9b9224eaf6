/** The records that a batch is about, as they are while it is judged, and who among them belongs to whom. */
import type { Estimate } from '../../src-shared/domain/estimate/estimate.ts';
import type { Stage, Workfile } from '../../src-shared/domain/workfile/workfile.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import type { RecordKey, StoredRecord } from '../db/records.ts';
import { keyOf, parentsOf, workfileOf } from './record-state.ts';

export class Shelf {
  readonly #records = new Map<string, StoredRecord>();
  /** By workfile and kind. */
  readonly #ofWorkfile = new Map<string, Set<string>>();
  readonly #written = new Set<string>();

  constructor(records: readonly StoredRecord[]) {
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
  siblingsOf(record: RecordKey & { readonly value: JsonObject }, kind: RecordKind): readonly StoredRecord[] {
    const workfile = workfileOf(record);
    const keys = workfile === undefined ? [] : (this.#ofWorkfile.get(`${workfile}/${kind}`) ?? []);
    return [...keys].flatMap((key) => this.#records.get(key) ?? []).filter((one) => !one.deleted);
  }

  /** The estimates of a record's workfile. */
  estimatesOf(record: RecordKey & { readonly value: JsonObject }): readonly Estimate[] {
    return this.siblingsOf(record, 'estimate').map(({ value }) => value as unknown as Estimate);
  }

  /** The stage of a record's workfile; none where the workfile is not there. */
  stagesOf(record: RecordKey & { readonly value: JsonObject }): readonly Stage[] {
    return this.siblingsOf(record, 'workfile').map(({ value }) => (value as unknown as Workfile).stage.stage);
  }

  #place(record: StoredRecord): void {
    const key = keyOf(record);
    this.#records.set(key, record);
    const place = `${workfileOf(record)}/${record.kind}`;
    this.#ofWorkfile.set(place, (this.#ofWorkfile.get(place) ?? new Set()).add(key));
  }
}
