// The name of a field of a workfile, under which its draft is kept: `<kind>/<id>/<group>/<field>`.
// Committing a group drops every draft under it, wherever the commit came from.

import { planGroups } from '../../../src-shared/domain/plan/milestone.ts';
import type { Problem } from '../../../src-shared/domain/workfile/check-workfile.ts';
import type { RecordKind } from '../../../src-shared/sync/records.ts';
import type { Section } from './workfiles.ts';

/** `contact/<id>/name/first`. */
export const fieldPlace = (kind: RecordKind, id: string, group: string, field: string): string =>
  `${kind}/${id}/${group}/${field}`;

/** `line/<id>/part/price`. */
export const cellPlace = (lineId: string, columnId: string): string =>
  fieldPlace('line', lineId, columnGroups[columnId] ?? columnId, columnId);

export type Place = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
  readonly field: string;
};

/** A place taken apart. */
export function placeOf(place: string): Place {
  const [kind = '', id = '', group = '', field = ''] = place.split('/');
  return { kind: kind as RecordKind, id, group, field };
}

/** Whether a place is a cell of the estimate, and not a field beside it. */
export const isCell = ({ kind, group, field }: Place): boolean => kind === 'line' && columnGroups[field] === group;

/** Where a problem is: `contact.cell.number` of a record as the place of its field or cell. */
export function placeOfProblem({ record, failure }: Problem): string {
  return placeOfPath(record, failure.kind === 'invalid' ? failure.field : '');
}

/** A field as rules name it, `line.part.priceCents`, as the place of its field or cell. */
export function placeOfPath(record: string, path: string): string {
  const [kind = '', group = '', field = ''] = path.split('.');
  return fieldPlace(kind as RecordKind, record, group, fieldColumns[path] ?? field);
}

/** The section of a workfile in which a place is. */
export const sectionOf = ({ kind, group }: Place): Section =>
  kind === 'workfile' && Object.hasOwn(planGroups, group) ? 'plan' : (kindSections[kind] ?? 'contacts');

const kindSections: Readonly<Record<string, Section>> = {
  vehicle: 'vehicle',
  insurance: 'insurance',
  rates: 'rates',
  estimate: 'estimate',
  photo: 'photos',
  document: 'photos',
  note: 'notes',
  line: 'estimate',
  receipt: 'receipts',
  'receipt-void': 'receipts',
  event: 'plan',
  task: 'plan',
  appointment: 'plan',
};

/** Whether what is typed there is saved by a key of its own, and kept as it is until then. */
export const isOwnForm = ({ kind, group }: Pick<Place, 'kind' | 'group'>): boolean =>
  kind === 'note' || kind === 'receipt' || ownGroups.includes(group);

/** What is drawn on a photo, and why something is done: neither is a group of its record. */
export const drawingGroup = 'drawing';
export const reasonGroup = 'reason';
const ownGroups: readonly string[] = [drawingGroup, reasonGroup];

/** The columns of fields that a line's rules name. */
const fieldColumns: Readonly<Record<string, string>> = {
  'line.part.priceCents': 'price',
  'line.labor.tenths': 'labor',
  'line.refinish.tenths': 'paint',
  'line.misc.amountCents': 'misc',
  'line.part.type': 'partType',
  'line.part.number': 'partNumber',
  'line.text.description': 'description',
  'line.work.operation': 'operation',
  'line.state.open': 'flags',
  'line.panel.kind': 'panel',
};

const columnGroups: Readonly<Record<string, string>> = {
  operation: 'work',
  description: 'text',
  note: 'note',
  partType: 'part',
  partNumber: 'part',
  quantity: 'part',
  price: 'part',
  tax: 'part',
  labor: 'labor',
  paint: 'refinish',
  misc: 'misc',
  panel: 'panel',
  flags: 'state',
};
