// What Home shows: how much waits for the person, and what was open last.

import { create } from 'zustand';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { HeadFilter } from '../../src-shared/ipc/list-shapes.ts';
import type { WorkfileHead } from '../../src-shared/ipc/shapes.ts';
import { ask } from '../api/bridge.ts';
import { usualViews } from './list-views.ts';
import type { Loading } from './loading.ts';
import { useSession } from './session.ts';
import { useShell } from './shell.ts';

/** The tiles that count workfiles. */
export const homeTileIds = [
  ...(['drafts', 'unsaved', 'due-today', 'in-today', 'tasks', 'appointments'] as const),
  ...(['my-files', 'repair-orders', 'missing', 'dms-ids', 'dms-failed'] as const),
] as const;
export type HomeTileId = (typeof homeTileIds)[number];

export type HomeAnswer = {
  readonly counts: Readonly<Record<HomeTileId, number>>;
  readonly recent: readonly WorkfileHead[];
};

export const useHome = create<{ readonly answer: Loading<HomeAnswer> }>()(() => ({ answer: { kind: 'idle' } }));

/** What each tile means, for the person signed in. */
export function homeFilters(): Readonly<Record<HomeTileId, HeadFilter>> {
  const views = usualViews(personName());
  const filterOf = (id: string): HeadFilter => views.find((view) => view.id === id)?.filter ?? {};
  return {
    drafts: { marks: ['draft'] },
    unsaved: { marks: ['unsaved'] },
    'due-today': filterOf('due-today'),
    'in-today': { stages: ['opportunity', 'repair-order'], visits: ['coming'] },
    tasks: { agenda: ['task'] },
    appointments: { agenda: ['appointment'] },
    'my-files': filterOf('my-files'),
    'repair-orders': filterOf('repair-orders'),
    missing: { stages: ['repair-order'], missing: ['owner', 'vin', 'insurer', 'claim'] },
    'dms-ids': filterOf('no-dms-ids'),
    'dms-failed': { dms: ['failed'] },
  };
}

/** Counts and reads anew; what was there stays until the answer is. */
export async function loadHome(): Promise<void> {
  if (useHome.getState().answer.kind !== 'ready') useHome.setState({ answer: { kind: 'loading' } });
  const answer = await askHome();
  useHome.setState({ answer: answer.ok ? { kind: 'ready', value: answer.value } : { ...answer, kind: 'failed' } });
}

/** What changed may count: asked for anew while Home is in front. */
export async function refreshHome(): Promise<void> {
  if (useShell.getState().active === 'home') await loadHome();
}

async function askHome(): Promise<Result<HomeAnswer>> {
  const filters = homeFilters();
  const [counted, recent] = await Promise.all([
    ask('workfile.count', { filters: homeTileIds.map((id) => filters[id]) }),
    ask('workfile.recent', {}),
  ]);
  if (!counted.ok) return counted;
  if (!recent.ok) return recent;
  const counts = Object.fromEntries(homeTileIds.map((id, i) => [id, counted.value[i] ?? 0]));
  return ok({ counts: counts as Record<HomeTileId, number>, recent: recent.value });
}

function personName(): string {
  const { session } = useSession.getState();
  return session.kind === 'ready' && session.value.kind === 'signed-in' ? session.value.user.name : '';
}
