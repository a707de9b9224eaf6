// The window itself: its tabs, what lies over them, what the status bar says, and how the backend does.

import { create } from 'zustand';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { isLibraryKind, type Library } from '../../src-shared/domain/library/library.ts';
import type { Move } from '../../src-shared/domain/workfile/life.ts';
import type { HostNotices } from '../../src-shared/ipc/host.ts';
import { ask, tellHost } from '../api/bridge.ts';
import { fieldPlace } from './workfile/places.ts';
import { goToPlace } from './workfile/visits.ts';
import { closeWorkfile, openWorkfile, sheetOf } from './workfile/workfiles.ts';

/** The tabs that there is one of: Home, the list, the Sync & conflict centre, Configure and what lies there. */
const places = ['home', 'list', 'sync', 'configure', 'journal', 'change-log', 'pc'] as const;
export type Place = (typeof places)[number];
/** A tab is a place, a library of the shop, or a workfile. */
export type TabId = Place | Library | WorkfileId;
export type Overlay =
  | 'none'
  | 'palette'
  | 'search'
  | 'choice'
  | 'sign-in'
  | 'keys'
  | 'about'
  | 'intake'
  | 'find-customer'
  | 'lock'
  | 'convert'
  | Move
  | 'total-loss'
  | 'commands'
  | 'import'
  | 'export'
  | 'watch'
  | 'print'
  | 'pdf'
  | 'restore'
  | 'update-rates'
  | 'insert-lines'
  | 'keep-lines';

/** The panel beside the lines of an estimate. */
export type EstimateSide = 'totals' | 'problems' | 'none';

export type Shell = {
  /** Without Home and the list, which always come first. */
  readonly tabs: readonly TabId[];
  readonly active: TabId;
  readonly overlay: Overlay;
  /** The last action, or why a command cannot be used. */
  readonly message: string;
  readonly zoom: number;
  readonly backend: HostNotices['backend.changed'];
  /** What stands beside the estimate's lines. */
  readonly side: EstimateSide;
};

export const useShell = create<Shell>()(() => ({
  tabs: [],
  active: 'list',
  overlay: 'none',
  message: '',
  zoom: 100,
  backend: { state: 'running', reference: '' },
  side: 'totals',
}));

/** Whether a tab holds a workfile. */
export const isWorkfileTab = (tab: TabId): tab is WorkfileId =>
  !(places as readonly TabId[]).includes(tab) && !isLibraryKind(tab);

/** Whether a tab is always there. */
export const isFixedTab = (tab: TabId): tab is 'home' | 'list' => tab === 'home' || tab === 'list';

/** The workfile in front, if one is. */
export const useActiveWorkfile = (): WorkfileId | undefined =>
  useShell(({ active }) => (isWorkfileTab(active) ? active : undefined));

/** Brings a tab to the front; opens it first where needed. What was said last was said of another one. */
export function showTab(tab: TabId): void {
  const { tabs, active, message } = useShell.getState();
  if (isWorkfileTab(tab)) {
    void openWorkfile(tab);
    void ask('workfile.visited', { workfileId: tab });
  }
  useShell.setState({
    active: tab,
    tabs: isFixedTab(tab) || tabs.includes(tab) ? tabs : [...tabs, tab],
    message: tab === active ? message : '',
  });
}

/** Closes a tab; its neighbour comes to the front. */
export function closeTab(tab: TabId): void {
  const { tabs, active } = useShell.getState();
  const at = tabs.indexOf(tab);
  if (at < 0) return;
  const left = tabs.filter((other) => other !== tab);
  useShell.setState({ tabs: left, active: active === tab ? (left[at] ?? left[at - 1] ?? 'list') : active });
  if (isWorkfileTab(tab)) closeWorkfile(tab);
}

/** The next or the previous tab, round and round. */
export function stepTab(by: 1 | -1): void {
  const all = allTabs();
  showTab(all[(all.indexOf(useShell.getState().active) + by + all.length) % all.length] ?? 'list');
}

/** The tab at a place, Home being the first; says so where there is none. */
export function showTabAt(place: number): void {
  const tab = allTabs()[place - 1];
  if (tab === undefined) say(`There is no tab ${place}.`);
  else showTab(tab);
}

const allTabs = (): readonly TabId[] => ['home', 'list', ...useShell.getState().tabs];

/** Closes all workfiles: another person's tabs are not for the next one. */
export function closeAllTabs(): void {
  for (const tab of useShell.getState().tabs) closeTab(tab);
}

/** Starts a new workfile and shows it, with the cursor where the owner's name begins. */
export async function newWorkfile(): Promise<Failure | undefined> {
  const reply = await ask('workfile.create', {});
  if (!reply.ok) return reply.failure;
  await openWorkfile(reply.value);
  showTab(reply.value);
  const owner = sheetOf(reply.value)?.contacts.find(({ parent }) => parent.role === 'owner');
  if (owner !== undefined) goToPlace(reply.value, fieldPlace('contact', owner.id, 'name', 'first'));
  return undefined;
}

export const say = (message: string): void => useShell.setState({ message });
export const showOverlay = (overlay: Overlay): void => useShell.setState({ overlay });
/** Closes what lies over the window, unless something else took its place since: an answer may come late. */
export const closeOverlay = (...mine: readonly Overlay[]): void =>
  useShell.setState(({ overlay }) => (mine.includes(overlay) ? { overlay: 'none' } : {}));
/** Shows a panel beside the lines, or hides it when it is there. */
export const toggleSide = (wanted: EstimateSide): void =>
  useShell.setState(({ side }) => ({ side: side === wanted ? 'none' : wanted }));
export const hearZoom = ({ percent }: HostNotices['zoom.changed']): void => useShell.setState({ zoom: percent });
export const hearBackend = (backend: HostNotices['backend.changed']): void => useShell.setState({ backend });

export const zoom = (step: 'in' | 'out' | 'reset'): void => tellHost('window.zoom', { step });
export const fullScreen = (): void => tellHost('window.full-screen', {});
export const nameWindow = (title: string): void => tellHost('window.title', { title });
/** Start-up is over: the first list can be used. */
export const tellReady = (): void => tellHost('window.ready', {});
