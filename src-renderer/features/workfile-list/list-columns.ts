// The columns of the workfile list, and which of them the backend can sort by.
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { type HeadOrder, type HeadSort, headSorts } from '../../../src-shared/ipc/list-shapes.ts';
import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';
import type { PcPresence } from '../../../src-shared/sync/presence.ts';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import type { SortKey } from '../../../src-ui/grid/model/sort.ts';
import { wordDaysLeft } from '../../words/life/bin-words.ts';
import { wordDms } from '../../words/list/list-words.ts';
import { civilWords } from '../../words/plan/plan-words.ts';
import { othersIn, wordWhere } from '../../words/presence-words.ts';
import { type Clock, whenOf } from '../../words/time-words.ts';
import { wordStage } from '../../words/workfile-words.ts';

/** The columns as they read at an instant of the day, while others have workfiles open. */
export const listColumns = (clock: Clock, others: readonly PcPresence[]): readonly Column<WorkfileHead>[] => [
  {
    id: 'label',
    title: 'RO #',
    longTitle: 'RO number',
    width: 84,
    sortable: true,
    alwaysShown: true,
    text: (head) => head.label,
  },
  { id: 'stage', title: 'Status', width: 92, sortable: true, text: wordStage },
  { id: 'owner', title: 'Owner', width: 136, grow: true, sortable: true, text: (head) => head.owner },
  { id: 'vehicle', title: 'Vehicle', width: 144, grow: true, sortable: true, text: (head) => head.vehicle },
  { id: 'vin', title: 'VIN-8', longTitle: 'Last 8 of VIN', width: 92, text: (head) => head.vin.slice(-8) },
  { id: 'plate', title: 'Plate', width: 86, sortable: true, text: (head) => head.plate },
  { id: 'insurer', title: 'Insurance', width: 112, grow: true, sortable: true, text: (head) => head.insurer },
  { id: 'claim', title: 'Claim #', longTitle: 'Claim number', width: 96, sortable: true, text: (head) => head.claim },
  { id: 'estimator', title: 'Estimator', width: 118, sortable: true, text: (head) => head.estimator },
  {
    ...{ id: 'vehicleIn', title: 'In', longTitle: 'Vehicle In: when it came or is to come', width: 84, sortable: true },
    text: (head) => civilWords({ date: head.vehicleIn, time: '' }),
  },
  {
    ...{ id: 'vehicleOut', title: 'Out', longTitle: 'Vehicle Out: when it left or is to leave', width: 84 },
    sortable: true,
    text: (head) => civilWords({ date: head.vehicleOut, time: '' }),
  },
  {
    id: 'total',
    title: 'Total $',
    longTitle: 'Estimate total',
    width: 92,
    align: 'end',
    sortable: true,
    text: (head) => printMoney(head.totalCents),
  },
  {
    ...{ id: 'balance', title: 'Balance $', longTitle: 'Balance: what is still due', width: 92, align: 'end' },
    sortable: true,
    text: (head) => printMoney(cents(head.totalCents - head.receivedCents)),
  },
  { id: 'changed', title: 'Changed', width: 92, sortable: true, text: (head) => whenOf(head.changedAt, clock) },
  { id: 'sync', title: 'Sync', width: 76, text: (head) => markOf(head) },
  {
    id: 'open',
    title: 'Open at',
    longTitle: 'Open on other PCs',
    width: 130,
    text: ({ id }) => wordWhere(othersIn(others, id)),
  },
];

/** How long the bin goes on listing a workfile; a column of the bin alone. */
export const binColumn = (today: string): Column<WorkfileHead> => ({
  ...{ id: 'bin', title: 'In the bin', longTitle: 'How long the bin lists it', width: 110 },
  text: ({ binnedAt }) => (binnedAt === 0 ? '' : wordDaysLeft(binnedAt, today)),
});

/** What is open with the dealer's system; a column of shops that work with one. */
export const dmsColumn: Column<WorkfileHead> = {
  ...{ id: 'dms', title: 'DMS', longTitle: "What is open with the dealer's system", width: 110 },
  text: wordDms,
};

/** What waits in a workfile: a choice before anything else. */
function markOf({ undecided, waiting }: WorkfileHead): string {
  if (undecided) return '▲ Decide';
  return waiting ? '○ Waiting' : '';
}

/** How the list is sorted, as the grid marks it; the newest change first is an order like another. */
export const sortKeysOf = (sorts: readonly HeadOrder[]): readonly SortKey[] =>
  sorts.length === 0 ? usual : sorts.map(({ sort, descending }) => ({ columnId: sort, descending }));

/** The order that somebody chose in the grid. One that is only added to the usual order replaces it. */
export function sortsOf(keys: readonly SortKey[], before: readonly HeadOrder[]): readonly HeadOrder[] {
  const isAdded = before.length === 0 && keys.length > 1;
  return keys
    .filter(({ columnId }) => isSort(columnId) && !(isAdded && columnId === usual[0].columnId))
    .slice(0, maxSorts)
    .map(({ columnId, descending }) => ({ sort: columnId as HeadSort, descending }));
}

const maxSorts = 4;
const usual = [{ columnId: 'changed', descending: true }] as const;
const isSort = (columnId: string): boolean => (headSorts as readonly string[]).includes(columnId);
