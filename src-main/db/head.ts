// The list's row of each workfile, derived from its records in the same transaction that changes them.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { Heading } from '../../src-shared/domain/workfile/heading.ts';
import { describeWorkfile } from './describe-workfile.ts';
import { query, type SqlValue } from './query.ts';
import { readRecord } from './record.ts';
import { forgetWords, indexWords } from './search.ts';
import type { Store } from './store.ts';

type Flag = 'arrived' | 'delivered' | 'totalLoss';
type Head = Omit<Heading, Flag> & {
  readonly arrived: boolean | number;
  readonly delivered: boolean | number;
  readonly totalLoss: boolean | number;
  readonly id: string;
  readonly row: number;
  readonly changedAt: number;
};

const columns =
  'row, id, label, stage, owner, vehicle, vin, plate, insurer, claim, estimator, phones, total_cents, changed_at, received_cents, receipts, vehicle_in, vehicle_out, delivered, total_loss, binned_at, customer, names, arrived, task_due, appointments, dms';
const read = query<Head>(
  'head.read',
  `select row, id, label, stage, owner, vehicle, vin, plate, insurer, claim, estimator, phones,
     total_cents as totalCents, changed_at as changedAt, received_cents as receivedCents, receipts,
     vehicle_in as vehicleIn, vehicle_out as vehicleOut,
     delivered, total_loss as totalLoss, binned_at as binnedAt, customer, names,
     arrived, task_due as taskDue, appointments, dms from workfile_head where id = ?`,
);
const newest = query<{ row: number | null }>('head.newest', 'select max(row) as row from workfile_head');
const rows = query<{ first: number | null; next: number }>(
  'head.rows',
  'select min(row) as first, coalesce(max(row), 0) + 1 as next from workfile_head',
);
const between = query<{ row: number }>(
  'head.between',
  'select row from workfile_head where row >= ? and row < ? limit 1',
);
const present = query<{ id: string }>(
  'head.present',
  'select id from workfile_head where id in (select value from json_each(?))',
);
const insert = query(
  'head.insert',
  `insert into workfile_head (${columns}, unsaved_since) values (${columns.replaceAll(/\w+/g, '?')}, 0)`,
);
const update = query('head.update', `update workfile_head set ${columns.replaceAll(/\w+/g, '$& = ?')} where id = ?`);
const updateFigures = query(
  'head.update-figures',
  'update workfile_head set total_cents = ?, changed_at = ? where id = ?',
);
const remove = query('head.remove', 'delete from workfile_head where id = ?');
const markUnsaved = query('head.mark-unsaved', 'update workfile_head set unsaved_since = ? where id = ?');

/** Derives the rows of workfiles again; `changedAt` says when each was changed, where that is news. */
export function refreshHeads(
  store: Store,
  workfileIds: ReadonlySet<string>,
  changedAt: ReadonlyMap<string, number> = new Map(),
): void {
  for (const id of workfileIds) {
    const workfile = readRecord(store, 'workfile', id);
    const before = store.get(read, id);
    if (workfile === undefined || workfile.deleted) {
      if (before !== undefined) removeHead(store, before);
    } else writeHead(store, { id, ...describeWorkfile(store, workfile) }, before, changedAt.get(id) ?? 0);
  }
}

/** A row of the list that came from the cloud, before its records are unpacked. */
export type ArrivedHead = Heading & { readonly id: string; readonly changedAt: number; readonly deleted: boolean };

/**
 * Takes rows of the list as they came; `row` is the first of as many places for those that are new here, whose words are
 * still to be added.
 */
export function takeHeads(store: Store, heads: readonly ArrivedHead[], row: number): void {
  const known = new Set(store.all(present, JSON.stringify(heads.map(({ id }) => id))).map(({ id }) => id));
  heads.forEach((head, i) => {
    if (known.has(head.id)) retake(store, head);
    else if (!head.deleted) store.run(insert, ...valuesOf({ ...head, row: row + i }));
  });
}

function retake(store: Store, head: ArrivedHead): void {
  const before = store.get(read, head.id);
  if (before === undefined) return;
  if (head.deleted) removeHead(store, before);
  else writeHead(store, head, before, head.changedAt);
}

/** Says what the row of a workfile says now, though nothing in it changed. */
export function putHeading(store: Store, id: string, heading: Heading): void {
  const before = store.get(read, id);
  if (before !== undefined) writeHead(store, { id, ...heading }, before, before.changedAt);
}

/** The smallest row of the list, and one more than the largest. */
export const headRows = (store: Store) => store.get(rows) ?? { first: null, next: 1 };

/** Whether a stretch of rows of the list holds one. */
export const someRows = (store: Store, from: number, below: number): boolean =>
  store.get(between, from, below) !== undefined;

/** Notes when the workfile was last edited here after its last save; 0 when nothing waits for a save. */
export const markUnsavedSince = (store: Store, workfileId: WorkfileId, at: number): void => {
  store.run(markUnsaved, at, workfileId);
};

// Search answers in the order of `row`, so a workfile that was long untouched moves to the end when it is worked on.
const recentRows = 500;

type Described = Heading & { readonly id: string };

function writeHead(store: Store, described: Described, before: Head | undefined, changedAt: number): void {
  const end = store.get(newest)?.row ?? 0;
  const isRecent = before !== undefined && (before.row > end - recentRows || changedAt <= before.changedAt);
  const head: Head = {
    row: isRecent ? before.row : end + 1,
    ...described,
    changedAt: Math.max(changedAt, before?.changedAt ?? 0),
  };
  if (before === undefined) store.run(insert, ...valuesOf(head));
  else rewrite(store, before, head);
  if (before !== undefined && before.row === head.row && wordsOf(before) === wordsOf(head)) return;
  if (before !== undefined) forgetWords(store, before.row);
  indexWords(store, head.row, wordsOf(head));
}

/** Most edits change figures alone, and every column that is set has its index written again. */
function rewrite(store: Store, before: Head, head: Head): void {
  const figures = { totalCents: head.totalCents, changedAt: head.changedAt };
  const others = valuesOf({ ...before, ...figures });
  const values = valuesOf(head);
  if (others.some((value, i) => value !== values[i])) store.run(update, ...values, head.id);
  else if (before.totalCents !== head.totalCents || before.changedAt !== head.changedAt) {
    store.run(updateFigures, head.totalCents, head.changedAt, head.id);
  }
}

function removeHead(store: Store, head: Head): void {
  forgetWords(store, head.row);
  store.run(remove, head.id);
}

const valuesOf = (head: Head): readonly SqlValue[] => [
  head.row,
  head.id,
  head.label,
  head.stage,
  head.owner,
  head.vehicle,
  head.vin,
  head.plate,
  head.insurer,
  head.claim,
  head.estimator,
  head.phones,
  head.totalCents,
  head.changedAt,
  head.receivedCents,
  head.receipts,
  head.vehicleIn,
  head.vehicleOut,
  Number(head.delivered),
  Number(head.totalLoss),
  head.binnedAt,
  head.customer,
  head.names,
  Number(head.arrived),
  head.taskDue,
  head.appointments,
  head.dms,
];

type Words = Omit<Heading, Flag>;
const wordsOf = ({ label, owner, vehicle, vin, plate, insurer, claim, phones, receipts, names }: Words): string =>
  [label, owner, vin, plate, claim, insurer, vehicle, phones, receipts, names].filter((text) => text !== '').join('\n');
