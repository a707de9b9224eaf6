// The name of a field of a workfile, under which its draft is kept: `<kind>/<id>/<group>/<field>`.
// Committing a group drops every draft under it, wherever the commit came from.

import type { RecordKind } from '../../../src-shared/sync/records.ts';

/** `contact/<id>/name/first`. */
export const fieldPlace = (kind: RecordKind, id: string, group: string, field: string): string =>
  `${kind}/${id}/${group}/${field}`;

/** `line/<id>/part/price`; the blank line at the end is `line/new/part/price`. */
export const cellPlace = (lineId: string, columnId: string): string =>
  fieldPlace('line', lineId, columnGroups[columnId] ?? columnId, columnId);

export const newLineId = 'new';

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
};
