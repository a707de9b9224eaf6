/** The measured edits as edits of records: which group of which record becomes what. */
import type { EditId } from '../../../src-shared/base/ids.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../../src-shared/sync/records.ts';
import type { Document, FieldEdit } from './workload.ts';

export type RecordEdit = {
  readonly kind: Extract<RecordKind, 'line' | 'contact' | 'vehicle'>;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
};

/** The group of the record that an edit changes, with its new value. */
export function recordEditOf(document: Document, { field, line: at, value }: FieldEdit): RecordEdit {
  const { owner, vehicle, lines } = document;
  if (field === 'phone') return { kind: 'contact', id: owner.id, group: 'cell', value: { number: value } };
  if (field === 'plate') {
    return { kind: 'vehicle', id: vehicle.id, group: 'plate', value: { ...vehicle.plate, number: value } };
  }
  const line = lines[at];
  if (line === undefined) throw new Error('no such line');
  if (field === 'hours') {
    const labor = { type: line.labor?.type ?? 'body', tenths: value, included: false };
    return { kind: 'line', id: line.id, group: 'labor', value: labor };
  }
  const { type = '', number = '' } = line.part ?? {};
  const part = { type, number, quantity: 1, priceCents: value, included: false, taxed: true };
  return { kind: 'line', id: line.id, group: 'part', value: part };
}

/** The field of a group that an edit is about. */
export const fieldIn = ({ field }: FieldEdit): string =>
  ({ phone: 'number', plate: 'number', hours: 'tenths', price: 'priceCents' })[field];

export type Stamped = { readonly edit: string; readonly edits: Readonly<Record<string, string>> };

/** The edit that wrote a group of a record. */
export const baseOf = ({ edit, edits }: Stamped, group: string): EditId => (edits[group] ?? edit) as EditId;
