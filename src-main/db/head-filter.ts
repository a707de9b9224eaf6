// A filter of the workfile list as conditions on its rows.

import { binListsFrom } from '../../src-shared/domain/workfile/bin.ts';
import type {
  BinAge,
  HeadAgenda,
  HeadBalance,
  HeadDms,
  HeadFilter,
  HeadGap,
  HeadMark,
  HeadVisit,
} from '../../src-shared/ipc/list-shapes.ts';
import type { SqlValue } from './query.ts';

/** SQL that is true for the rows meant, and what its question marks stand for. */
export type Condition = { readonly sql: string; readonly values: readonly SqlValue[] };

/** Who asks, and when: whose drafts count, and which day it is in the shop. */
export type Asker = { readonly author: string; readonly today: string };

/** What a filter demands of a row. What lies in the bin is shown where the bin is asked for, and nowhere else. */
export function conditionOf(filter: HeadFilter, { author, today }: Asker): Condition {
  const { changed, total } = filter;
  const conditions = [
    filter.bin === undefined ? notBinned : anyOf(filter.bin, (age) => binned(age, today)),
    oneOf('stage', filter.stages),
    oneOf('estimator', filter.estimators),
    oneOf('insurer', filter.insurers),
    bound('changed_at >= ?', changed?.from),
    bound('changed_at < ?', changed?.below),
    bound('total_cents >= ?', total?.from),
    bound('total_cents <= ?', total?.to),
    anyOf(filter.marks, (mark) => marked(mark, author)),
    anyOf(filter.visits, (visit) => visiting(visit, today)),
    anyOf(filter.agenda, (one) => ({ sql: agendaSql[one], values: [today] })),
    anyOf(filter.dms, (one) => ({ sql: dmsSql[one], values: [] })),
    anyOf(filter.balances, (balance) => ({ sql: balanceSql[balance], values: [] })),
    anyOf(filter.missing, (gap) => ({ sql: gapSql[gap], values: [] })),
  ].filter((one) => one !== undefined);
  return joined(conditions, ' and ');
}

/** Whether a filter leaves out nothing. */
export const isOpen = (filter: HeadFilter | undefined): boolean =>
  filter === undefined || Object.values(filter).every(saysNothing);

const saysNothing = (part: HeadFilter[keyof HeadFilter]): boolean =>
  part === undefined || (!Array.isArray(part) && Object.values(part).every((bound) => bound === null));

const notBinned: Condition = { sql: 'binned_at = 0', values: [] };
const binned = (age: BinAge, today: string): Condition => ({
  sql: age === 'recent' ? 'binned_at >= ?' : 'binned_at > 0 and binned_at < ?',
  values: [binListsFrom(today)],
});

const oneOf = (column: string, wanted: readonly string[] | undefined): Condition | undefined =>
  wanted && {
    // A single value keeps the order that an index has below it.
    sql: wanted.length === 1 ? `${column} = ?` : `${column} in (select value from json_each(?))`,
    values: [wanted.length === 1 ? (wanted[0] ?? '') : JSON.stringify(wanted)],
  };

const bound = (sql: string, value: number | null | undefined): Condition | undefined =>
  value === null || value === undefined ? undefined : { sql, values: [value] };

function anyOf<T>(wanted: readonly T[] | undefined, condition: (one: T) => Condition): Condition | undefined {
  return wanted && { ...joined(wanted.map(condition), ' or ') };
}

function joined(conditions: readonly Condition[], word: ' and ' | ' or '): Condition {
  if (conditions.length === 0) return { sql: 'true', values: [] };
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(word)})`,
    values: conditions.flatMap(({ values }) => values),
  };
}

const gapSql: Readonly<Record<HeadGap, string>> = {
  owner: "owner = ''",
  vehicle: "vehicle = ''",
  vin: "vin = ''",
  insurer: "insurer = ''",
  claim: "claim = ''",
  estimator: "estimator = ''",
};

/** What a customer was told last counts as long as the vehicle is here. */
const visiting = (visit: HeadVisit, today: string): Condition => {
  if (visit === 'delivered') return { sql: 'delivered = 1', values: [] };
  if (visit === 'coming') return { sql: "(arrived = 0 and vehicle_in <> '' and vehicle_in = ?)", values: [today] };
  if (visit === 'due') return { sql: '(delivered = 0 and vehicle_out = ?)', values: [today] };
  return { sql: "(delivered = 0 and vehicle_out <> '' and vehicle_out < ?)", values: [today] };
};

const agendaSql: Readonly<Record<HeadAgenda, string>> = {
  task: "(task_due <> '' and task_due <= ?)",
  'overdue-task': "(task_due <> '' and task_due < ?)",
  appointment: "(appointments > '' and instr(appointments, ?) > 0)",
};

const dmsSql: Readonly<Record<HeadDms, string>> = {
  'no-ids': "(instr(dms, 'no-customer') > 0 or instr(dms, 'no-vehicle') > 0)",
  failed: "instr(dms, 'failed') > 0",
  unsent: "instr(dms, 'unsent') > 0",
};

const balanceSql: Readonly<Record<HeadBalance, string>> = {
  due: 'received_cents < total_cents',
  over: 'received_cents > total_cents',
};

/**
 * The ids of the workfiles of which something waits for a person, or for the cloud. After days without a network many
 * edits wait, of few workfiles: the index is asked for the next workfile, edit by edit would be far longer.
 */
export const markedIds = {
  undecided: `select parent_workfile_id from conflict where choice_made = 'open' and deleted = 0
    union all select workfile_id from kept`,
  waiting: `with recursive edited (id) as (
      select min(workfile_id) from outbox
      union all select (select min(workfile_id) from outbox where workfile_id > edited.id) from edited where id is not null)
    select id from edited where id is not null
    union all select workfile_id from command where state in ('waiting', 'sent', 'taken') and workfile_id is not null`,
} as const;

const markSql: Readonly<Record<HeadMark, string>> = {
  undecided: `id in (${markedIds.undecided})`,
  waiting: `id in (${markedIds.waiting})`,
  unsaved: 'unsaved_since > 0',
  draft: 'id in (select workfile_id from draft where author = ?)',
};

const marked = (mark: HeadMark, author: string): Condition => ({
  sql: markSql[mark],
  values: mark === 'draft' ? [author] : [],
});
