// Where an edit belongs, in the words that a person finds it by.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { sheetOfEstimate } from '../../src-shared/domain/estimate/price-estimate.ts';
import type { SheetLine } from '../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { isLibraryKind, type Library } from '../../src-shared/domain/library/library.ts';
import { customerLabel } from '../../src-shared/domain/people/customer.ts';
import type { EditPlace } from '../../src-shared/ipc/centre-shapes.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { readTitle } from '../db/head-list.ts';
import { linesOf, readRecord, recordsOf } from '../db/record.ts';
import type { Store } from '../db/store.ts';

type Edit = { readonly workfileId: WorkfileId; readonly kind: RecordKind; readonly id: string; readonly group: string };

/** What people call a record of a library. */
function recordName(store: Store, kind: Library, id: string): string {
  if (kind === 'part-code') return readRecord(store, kind, id)?.code.code ?? '';
  if (kind === 'customer') return customerNameOf(store, id);
  return readRecord(store, kind, id)?.about.name ?? '';
}

/** A customer goes by the name of a person or a company. */
function customerNameOf(store: Store, id: string): string {
  const customer = readRecord(store, 'customer', id);
  return customer === undefined ? '' : customerLabel(customer);
}

/** The lines as grid and print count them: with their automatic rows. */
function shownLines(store: Store, workfileId: WorkfileId): readonly SheetLine[] {
  const [rates] = recordsOf(store, 'rates', workfileId);
  const [estimate] = recordsOf(store, 'estimate', workfileId);
  return sheetOfEstimate(linesOf(store, workfileId), rates, estimate).lines;
}

/** Places of edits, read from one store; the lines of a workfile are counted once. */
export function createPlaces(store: Store): (edit: Edit) => EditPlace {
  const numbers = new Map<WorkfileId, ReadonlyMap<string, number>>();
  const numbersOf = (workfileId: WorkfileId): ReadonlyMap<string, number> => {
    const known = numbers.get(workfileId);
    if (known !== undefined) return known;
    const counted = new Map(shownLines(store, workfileId).map(({ id }, at) => [id, at + 1]));
    numbers.set(workfileId, counted);
    return counted;
  };
  const lineOf = ({ workfileId, kind, id }: Edit): EditPlace['line'] => {
    if (kind !== 'line') return null;
    return { number: numbersOf(workfileId).get(id) ?? 0, text: readRecord(store, 'line', id)?.text.description ?? '' };
  };
  const roleOf = ({ kind, id }: Edit): EditPlace['role'] =>
    kind === 'contact' ? (readRecord(store, 'contact', id)?.parent.role ?? null) : null;

  return (edit) => {
    const { workfileId, kind, id: recordId, group } = edit;
    const { label, owner: contact } = readTitle(store, workfileId);
    const owner = isLibraryKind(kind) ? recordName(store, kind, recordId) : contact;
    const place = { workfileId, workfileLabel: label, owner, kind, recordId, group };
    return { ...place, line: lineOf(edit), role: roleOf(edit) };
  };
}
