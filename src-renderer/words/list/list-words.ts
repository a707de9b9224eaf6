// The words for what the list is filtered and divided by.

import { cents, printMoney } from '../../../src-shared/base/money.ts';
import type { Stage } from '../../../src-shared/domain/workfile/workfile.ts';
import type {
  BinAge,
  HeadAgenda,
  HeadBalance,
  HeadDms,
  HeadFilter,
  HeadGap,
  HeadGroup,
  HeadMark,
  HeadVisit,
} from '../../../src-shared/ipc/list-shapes.ts';
import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';
import { dateOf } from '../time-words.ts';
import { stageWords } from '../workfile-words.ts';

export const markWords: Readonly<Record<HeadMark, string>> = {
  undecided: 'Needs your decision',
  waiting: 'Waiting to send',
  unsaved: 'Not saved',
  draft: 'Typing left open',
};

export const gapWords: Readonly<Record<HeadGap, string>> = {
  owner: 'Owner',
  vehicle: 'Vehicle',
  vin: 'VIN',
  insurer: 'Insurance',
  claim: 'Claim number',
  estimator: 'Estimator',
};

export const visitWords: Readonly<Record<HeadVisit, string>> = {
  coming: 'In today',
  due: 'Out today',
  overdue: 'Should be out',
  delivered: 'Delivered',
};

export const agendaWords: Readonly<Record<HeadAgenda, string>> = {
  task: 'Task due',
  'overdue-task': 'Task overdue',
  appointment: 'Appointment today',
};

export const dmsWords: Readonly<Record<HeadDms, string>> = {
  'no-ids': 'No Customer or Vehicle ID',
  failed: 'Export failed',
  unsent: 'Not exported',
};

/** The flags of a repair order in the list: `Export failed`, `No ID`; an estimate has nothing to be there yet. */
export function wordDms({ stage, dms }: Pick<WorkfileHead, 'stage' | 'dms'>): string {
  const marks = dms.split(' ');
  if (marks.includes('failed')) return 'Export failed';
  if (stage === 'closed') return marks.includes('unsent') ? 'Not exported' : '';
  if (stage !== 'repair-order') return '';
  if (marks.includes('no-customer')) return marks.includes('no-vehicle') ? 'No IDs' : 'No Customer ID';
  return marks.includes('no-vehicle') ? 'No Vehicle ID' : '';
}

export const balanceWords: Readonly<Record<HeadBalance, string>> = {
  due: 'Still due',
  over: 'More received than due',
};

export const binWords: Readonly<Record<BinAge, string>> = {
  recent: 'Deleted in the last 30 days',
  past: 'Deleted before that',
};

export const groupWords: Readonly<Record<HeadGroup, string>> = {
  stage: 'Status',
  estimator: 'Estimator',
  insurer: 'Insurance',
};

/** One filter as it stands on its chip: what is filtered, and by what. */
export type FilterChip = { readonly part: keyof HeadFilter; readonly title: string; readonly text: string };

const titles: Readonly<Record<keyof HeadFilter, string>> = {
  stages: 'Status',
  estimators: 'Estimator',
  insurers: 'Insurance',
  changed: 'Changed',
  total: 'Total $',
  marks: 'Sync',
  missing: 'Missing',
  visits: 'Vehicle',
  agenda: 'To do',
  dms: 'DMS',
  balances: 'Balance',
  bin: 'Bin',
};

/** The filters that are on, in the order of the dialog. */
export function chipsOf(filter: HeadFilter, timeZone: string): readonly FilterChip[] {
  const parts = Object.keys(titles) as (keyof HeadFilter)[];
  return parts.flatMap((part) => {
    const text = part === 'changed' ? wordDays(filter.changed, timeZone) : textOf(filter, part);
    return text === undefined ? [] : [{ part, title: titles[part], text }];
  });
}

/** What the values of a part are called; those of the others are names. */
const partWords: { readonly [part in keyof HeadFilter]?: Readonly<Record<string, string>> } = {
  stages: stageWords,
  marks: markWords,
  missing: gapWords,
  visits: visitWords,
  agenda: agendaWords,
  dms: dmsWords,
  balances: balanceWords,
  bin: binWords,
};

function textOf(filter: HeadFilter, part: Exclude<keyof HeadFilter, 'changed'>): string | undefined {
  if (part === 'total') return filter.total && wordTotal(filter.total);
  const values: readonly string[] | undefined = filter[part];
  return values?.map((value) => partWords[part]?.[value] ?? value).join(' or ');
}

function wordDays(changed: HeadFilter['changed'], timeZone: string): string | undefined {
  if (changed === undefined) return undefined;
  const { from, below } = changed;
  const first = from === null ? '' : dateOf(from, timeZone);
  const last = below === null ? '' : dateOf(below - 1, timeZone);
  if (first === '') return `until ${last}`;
  return last === '' ? `since ${first}` : first === last ? first : `${first} – ${last}`;
}

function wordTotal({ from, to }: NonNullable<HeadFilter['total']>): string {
  if (from === null) return `at most ${printMoney(cents(to ?? 0))}`;
  return to === null ? `at least ${printMoney(cents(from))}` : `${printMoney(cents(from))} – ${printMoney(cents(to))}`;
}

/** The heading of a group of the list. */
export function wordGroup(group: HeadGroup, value: string, count: number): string {
  const name = group === 'stage' ? (stageWords[value as Stage] ?? value) : value;
  return `${name === '' ? `No ${groupWords[group].toLowerCase()}` : name} (${count.toLocaleString('en-US')})`;
}
