// The workfile list: what is searched and sorted, and the pages of rows that were in view.

import { create } from 'zustand';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { HeadSort, WorkfileHead } from '../../src-shared/ipc/shapes.ts';
import { ask } from '../api/bridge.ts';
import type { Loading } from './loading.ts';

export const pageSize = 100;
const maxRowsAtOnce = 500;

export type WorkfileList = {
  readonly text: string;
  readonly sort: HeadSort;
  readonly descending: boolean;
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
};

export const useWorkfileList = create<WorkfileList>()(() => ({
  text: '',
  sort: 'changed',
  descending: true,
  rows: { kind: 'idle' },
  asked: 0,
  view: { first: 0, last: 0 },
}));

/** Searches as the person types. */
export function searchList(text: string): Promise<void> {
  useWorkfileList.setState({ text, view: { first: 0, last: 0 } });
  return refreshList();
}

export function sortList(sort: HeadSort, descending: boolean): Promise<void> {
  useWorkfileList.setState({ sort, descending, view: { first: 0, last: 0 } });
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
  const { total, capped, rows } = reply.value;
  const value = { text: before.text, total, capped, pages: intoPages(firstPage, rows) };
  useWorkfileList.setState({ rows: { kind: 'ready', value } });
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
  const { text, sort, descending } = useWorkfileList.getState();
  return ask('workfile.list', { text, sort, descending, offset, limit });
}

function intoPages(firstPage: number, rows: readonly WorkfileHead[]): ReadonlyMap<number, readonly WorkfileHead[]> {
  const pages = new Map<number, readonly WorkfileHead[]>();
  for (let at = 0; at < Math.max(rows.length, 1); at += pageSize) {
    pages.set(firstPage + at / pageSize, rows.slice(at, at + pageSize));
  }
  return pages;
}

/** The best few workfiles for a text, without touching the list. */
export async function findWorkfiles(text: string): Promise<readonly WorkfileHead[]> {
  const reply = await ask('workfile.list', { text, sort: 'changed', descending: true, offset: 0, limit: 8 });
  return reply.ok ? reply.value.rows : [];
}
