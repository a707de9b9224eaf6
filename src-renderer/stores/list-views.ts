// The views of the list: those that come with the product, and those that a person keeps.

import { create } from 'zustand';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { HeadFilter, ListView, ListViews } from '../../src-shared/ipc/list-shapes.ts';
import { ask } from '../api/bridge.ts';
import { useSession } from './session.ts';
import { type Shown, showList, useWorkfileList } from './workfile-list.ts';

export type AnyView = ListView & {
  readonly isOwn: boolean;
  /** Offered only where the shop works with a dealer's system. */
  readonly needsDms?: true;
};

type Views = ListViews & {
  /** How many workfiles each view means, by its id. */
  readonly counts: Readonly<Record<string, number>>;
};

const none: Views = { views: [], last: 'all', counts: {} };

export const useListViews = create<Views>()(() => none);

/** The product's views for a person, in their order. */
export function usualViews(person: string): readonly AnyView[] {
  const view = (id: string, name: string, filter: HeadFilter): AnyView => ({
    ...{ id, name, filter, sorts: [], group: null, columns: '', isOwn: false },
  });
  return [
    view('all', 'All workfiles', {}),
    view('opportunities', 'Open opportunities', { stages: ['opportunity'] }),
    view('repair-orders', 'Open repair orders', { stages: ['repair-order'] }),
    view('my-files', 'My files', { estimators: [person], stages: ['opportunity', 'repair-order'] }),
    view('due-today', 'Due today', { visits: ['due'] }),
    view('delivered', 'Delivered not closed', { stages: ['repair-order'], visits: ['delivered'] }),
    view('balance', 'With balance', { stages: ['repair-order', 'closed'], balances: ['due'] }),
    { ...view('no-dms-ids', 'No DMS ids', { stages: ['repair-order'], dms: ['no-ids'] }), needsDms: true },
    { ...view('unsent', 'Closed, not exported', { stages: ['closed'], dms: ['unsent'] }), needsDms: true },
    view('bin', 'Bin', { bin: ['recent'] }),
  ];
}

/** All views, the person's own ones last. */
export const allViews = (own: readonly ListView[]): readonly AnyView[] => [
  ...usualViews(personSignedIn()),
  ...own.map((view) => ({ ...view, isOwn: true })),
];

/** The view in front. */
export const frontView = ({ views, last }: ListViews): AnyView => {
  const all = allViews(views);
  return all.find(({ id }) => id === last) ?? (all[0] as AnyView);
};

/** Whether the list shows something else than the view says. */
export const isChanged = (view: AnyView, shown: Shown): boolean => text(view) !== text(shown);

function text({ filter, sorts, group }: Shown): string {
  const parts = Object.keys(filter).toSorted((a, b) => a.localeCompare(b)) as (keyof HeadFilter)[];
  return JSON.stringify([parts.map((part) => [part, filter[part]]), sorts, group]);
}

/** Reads the person's views, and shows the one that was in front last. */
export async function loadViews(): Promise<void> {
  const reply = await ask('view.read', {});
  // A list in the usual order is better than none.
  const views = reply.ok ? reply.value : none;
  useListViews.setState({ ...none, ...views });
  const { filter, sorts, group } = frontView(views);
  await showList({ filter, sorts, group });
  await countViews();
}

/** Brings a view to the front, as it was kept. */
export async function showView(id: string, text?: string): Promise<void> {
  useListViews.setState({ last: id });
  const { filter, sorts, group } = frontView(useListViews.getState());
  const searched = text === undefined ? {} : { text };
  await Promise.all([showList({ ...searched, filter, sorts, group }), keep()]);
}

/** Counts what each view means; the unfiltered one is counted by the list itself. */
export async function countViews(): Promise<void> {
  const counted = allViews(useListViews.getState().views).filter(({ filter }) => Object.keys(filter).length > 0);
  if (counted.length === 0) return;
  const reply = await ask('workfile.count', { filters: counted.map(({ filter }) => filter) });
  if (!reply.ok) return;
  useListViews.setState({ counts: Object.fromEntries(counted.map(({ id }, i) => [id, reply.value[i] ?? 0])) });
}

/** Keeps what the list shows as a view of its own. */
export async function keepView(name: string, columns: string): Promise<Failure | undefined> {
  const { filter, sorts, group } = useWorkfileList.getState();
  const { views } = useListViews.getState();
  const id = freshId(views);
  useListViews.setState({ views: [...views, { id, name, filter, sorts, group, columns }], last: id });
  const failure = await keep();
  await countViews();
  return failure;
}

/** Changes one of the person's views. */
export async function changeView(id: string, change: Partial<Omit<ListView, 'id'>>): Promise<Failure | undefined> {
  const { views } = useListViews.getState();
  useListViews.setState({ views: views.map((view) => (view.id === id ? { ...view, ...change } : view)) });
  const failure = await keep();
  await countViews();
  return failure;
}

/** Takes a view away; answers how to bring it back where it was. */
export async function removeView(id: string): Promise<() => void> {
  const { views, last } = useListViews.getState();
  useListViews.setState({ views: views.filter((view) => view.id !== id) });
  if (last === id) await showView('all');
  else await keep();
  return () => {
    useListViews.setState({ views });
    void showView(id);
  };
}

async function keep(): Promise<Failure | undefined> {
  const { views, last } = useListViews.getState();
  const reply = await ask('view.write', { views, last });
  return reply.ok ? undefined : reply.failure;
}

function freshId(views: readonly ListView[]): string {
  const used = views.map(({ id }) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0));
  return `own-${Math.max(0, ...used) + 1}`;
}

function personSignedIn(): string {
  const { session } = useSession.getState();
  return session.kind === 'ready' && session.value.kind === 'signed-in' ? session.value.user.name : '';
}
