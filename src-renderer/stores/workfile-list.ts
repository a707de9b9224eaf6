// The workfile list: what is searched, filtered, sorted and divided, and the pages of rows that were in view.

import { create } from 'zustand';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { HeadFilter, HeadGroup, HeadOrder, ValueCount } from '../../src-shared/ipc/list-shapes.ts';
import type { WorkfileHead } from '../../src-shared/ipc/shapes.ts';
import { ask } from '../api/bridge.ts';
import type { Loading } from './loading.ts';

export const pageSize = 100;
const maxRowsAtOnce = 500;
const newest: HeadOrder = { sort: 'changed', descending: true };

export type WorkfileList = {
  readonly text: string;
  readonly filter: HeadFilter;
  /** None: the newest change first. */
  readonly sorts: readonly HeadOrder[];
  readonly group: HeadGroup | null;
  /** The last answer; rows stay in it while newer ones are asked for. */
  readonly rows: Loading<ListRows>;
  /** Counts the questions, so that only the answer to the last one is drawn. */
  readonly asked: number;
  /** The rows in view. */
  readonly view: { readonly first: number; readonly last: number };
};

export type ListRows = {
  /** The search that they answer. */
  readonly text: string;
  readonly total: number;
  readonly capped: boolean;
  readonly pages: ReadonlyMap<number, readonly WorkfileHead[]>;
  readonly groups: readonly ValueCount[];
};

/** What the list shows, without the words that are searched for. */
export type Shown = Pick<WorkfileList, 'filter' | 'sorts' | 'group'>;

export const useWorkfileList = create<WorkfileList>()(() => ({
  text: '',
  filter: {},
  sorts: [],
  group: null,
  rows: { kind: 'idle' },
  asked: 0,
  view: { first: 0, last: 0 },
}));

/** Searches as the person types. */
export function searchList(text: string): Promise<void> {
  useWorkfileList.setState({ text, view: { first: 0, last: 0 } });
  return refreshList();
}

/** Shows other workfiles, in another order or divided otherwise. */
export function showList(shown: Partial<Shown & Pick<WorkfileList, 'text'>>): Promise<void> {
  useWorkfileList.setState({ ...shown, view: { first: 0, last: 0 } });
  return refreshList();
}

/** Asks again for the rows in view; the old ones stay until the answer is there. */
export async function refreshList(): Promise<void> {
  const before = useWorkfileList.getState();
  const asked = before.asked + 1;
  useWorkfileList.setState(before.rows.kind === 'ready' ? { asked } : { asked, rows: { kind: 'loading' } });
  const firstPage = Math.floor(before.view.first / pageSize);
  const lastPage = Math.floor(before.view.last / pageSize);
  const limit = Math.min(maxRowsAtOnce, (lastPage - firstPage + 1) * pageSize);
  const reply = await askRows(firstPage * pageSize, limit);
  if (useWorkfileList.getState().asked !== asked) return;
  if (!reply.ok) return useWorkfileList.setState({ rows: { ...reply, kind: 'failed' } });
  const { total, capped, rows, groups = [] } = reply.value;
  const value = { text: before.text, total, capped, groups, pages: intoPages(firstPage, rows) };
  useWorkfileList.setState({ rows: { kind: 'ready', value } });
}

/** A workfile of the list as its row says it; undefined for a row that is not loaded. */
export function headOf(id: WorkfileId): WorkfileHead | undefined {
  const { rows } = useWorkfileList.getState();
  if (rows.kind !== 'ready') return undefined;
  return [...rows.value.pages.values()].flat().find((head) => head.id === id);
}

/** The first workfile of what is typed, asked for anew: what is drawn may still answer an earlier text. */
export async function findFirst(): Promise<Result<WorkfileHead | undefined>> {
  const reply = await askRows(0, 1);
  return reply.ok ? ok(reply.value.rows[0]) : reply;
}

/** Told which rows are in view; fetches the pages that are missing. */
export function viewRows(first: number, last: number): void {
  useWorkfileList.setState({ view: { first, last } });
  const { rows } = useWorkfileList.getState();
  if (rows.kind !== 'ready') return;
  for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
    if (!rows.value.pages.has(page) && page * pageSize < rows.value.total) void fetchPage(page);
  }
}

async function fetchPage(page: number): Promise<void> {
  const { asked } = useWorkfileList.getState();
  addPage(page, []);
  const reply = await askRows(page * pageSize, pageSize);
  if (useWorkfileList.getState().asked === asked && reply.ok) addPage(page, reply.value.rows);
}

/** An empty page marks that its rows were asked for. */
function addPage(page: number, rows: readonly WorkfileHead[]): void {
  useWorkfileList.setState(({ rows: before }) =>
    before.kind === 'ready'
      ? { rows: { kind: 'ready', value: { ...before.value, pages: new Map(before.value.pages).set(page, rows) } } }
      : {},
  );
}

function askRows(offset: number, limit: number) {
  const { text, filter, sorts, group } = useWorkfileList.getState();
  const [first = newest, ...further] = sorts;
  return ask('workfile.list', {
    ...{ text, offset, limit, ...first },
    ...(further.length > 0 && { further }),
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(group !== null && { group }),
  });
}

function intoPages(firstPage: number, rows: readonly WorkfileHead[]): ReadonlyMap<number, readonly WorkfileHead[]> {
  const pages = new Map<number, readonly WorkfileHead[]>();
  for (let at = 0; at < Math.max(rows.length, 1); at += pageSize) {
    pages.set(firstPage + at / pageSize, rows.slice(at, at + pageSize));
  }
  return pages;
}

/** What the shop's workfiles can be filtered by. */
export async function listChoices() {
  const reply = await ask('workfile.choices', {});
  return reply.ok ? reply.value : { estimators: [], insurers: [] };
}
