// The words for what the list is filtered and divided by.

import { cents, printMoney } from '../../../src-shared/base/money.ts';
import type { Stage } from '../../../src-shared/domain/workfile/workfile.ts';
import type {
  BinAge,
  HeadBalance,
  HeadFilter,
  HeadGap,
  HeadGroup,
  HeadMark,
  HeadVisit,
} from '../../../src-shared/ipc/list-shapes.ts';
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
  due: 'Out today',
  overdue: 'Should be out',
  delivered: 'Delivered',
};

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

function textOf(filter: HeadFilter, part: Exclude<keyof HeadFilter, 'changed'>): string | undefined {
  switch (part) {
    case 'stages':
      return listed(filter.stages?.map((stage) => stageWords[stage]));
    case 'estimators':
    case 'insurers':
      return listed(filter[part]);
    case 'total':
      return filter.total && wordTotal(filter.total);
    case 'marks':
      return listed(filter.marks?.map((mark) => markWords[mark]));
    case 'missing':
      return listed(filter.missing?.map((gap) => gapWords[gap]));
    case 'visits':
      return listed(filter.visits?.map((visit) => visitWords[visit]));
    case 'balances':
      return listed(filter.balances?.map((balance) => balanceWords[balance]));
    case 'bin':
      return listed(filter.bin?.map((age) => binWords[age]));
  }
}

const listed = (words: readonly string[] | undefined): string | undefined => words?.join(' or ');

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
