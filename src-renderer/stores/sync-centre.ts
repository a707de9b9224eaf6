// The Sync & conflict centre: what it holds of each tab, and the choices made there.

import { create } from 'zustand';
import { dayStart } from '../../src-shared/base/civil-time.ts';
import type { Failure } from '../../src-shared/base/failure.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { Side } from '../../src-shared/ipc/centre-requests.ts';
import type {
  DecisionList,
  ExportReport,
  ImportReport,
  SentBatch,
  ShopPc,
  SyncProblems,
  SyncQueue,
} from '../../src-shared/ipc/centre-shapes.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { ask } from '../api/bridge.ts';
import { todayOf } from '../words/time-words.ts';
import { useClock } from './clock.ts';
import { type Loading, readyValue } from './loading.ts';
import { showOverlay, showTab, useShell } from './shell.ts';

export const centreTabs = ['decisions', 'waiting', 'sent', 'problems', 'devices'] as const;
export type CentreTab = (typeof centreTabs)[number];

export type Centre = {
  readonly tab: CentreTab;
  readonly decisions: Loading<DecisionList>;
  readonly waiting: Loading<SyncQueue>;
  readonly sent: Loading<readonly SentBatch[]>;
  readonly problems: Loading<SyncProblems>;
  readonly devices: Loading<KnownPcs>;
  /** The decisions that were asked for at a field. */
  readonly atField: readonly string[];
};

/** The PCs of the shop as the cloud said last; `failure` is why it could not be asked again since. */
export type KnownPcs = { readonly pcs: readonly ShopPc[]; readonly asOf: number; readonly failure: Failure | null };

const idle = { kind: 'idle' } as const;

export const useCentre = create<Centre>()(() => ({
  tab: 'decisions',
  decisions: idle,
  waiting: idle,
  sent: idle,
  problems: idle,
  devices: idle,
  atField: [],
}));

/** Brings the centre to the front, at one of its tabs. */
export function showCentre(tab: CentreTab): void {
  useCentre.setState({ tab });
  showTab('sync');
}

export const showCentreTab = (tab: CentreTab): void => useCentre.setState({ tab });

/** Asks for what one tab shows; the old answer stays until the new one is there. */
export async function loadCentre(tab: CentreTab): Promise<void> {
  const present = useCentre.getState()[tab];
  if (present.kind !== 'ready') useCentre.setState({ [tab]: { kind: 'loading' } });
  const reply = await askFor(tab);
  useCentre.setState({ [tab]: reply.ok ? { kind: 'ready', value: reply.value } : { ...reply, kind: 'failed' } });
}

/** What is in front of the person is asked for anew. */
export function refreshCentre(): void {
  if (useShell.getState().active === 'sync') void loadCentre(useCentre.getState().tab);
}

function askFor(tab: CentreTab): Promise<Result<unknown>> {
  switch (tab) {
    case 'decisions':
      return ask('decision.list', {});
    case 'waiting':
      return ask('sync.queue', {});
    case 'sent':
      return ask('sync.sent', { since: startOfToday() });
    case 'problems':
      return ask('sync.problems', {});
    case 'devices':
      return askForPcs();
  }
}

function startOfToday(): number {
  const clock = useClock.getState();
  return dayStart(todayOf(clock), clock.timeZone);
}

/** Only the cloud knows the PCs: without it those it told of last are shown, and as of when. */
async function askForPcs(): Promise<Result<KnownPcs>> {
  const reply = await ask('sync.devices', {});
  if (reply.ok) return ok({ pcs: reply.value, asOf: useClock.getState().now, failure: null });
  const known = readyValue(useCentre.getState().devices);
  return known === undefined ? reply : ok({ ...known, failure: reply.failure });
}

/** Opens the choice between two values where they are typed. */
export async function chooseAtField(ids: readonly string[]): Promise<void> {
  useCentre.setState({ atField: ids });
  await loadCentre('decisions');
  showOverlay('choice');
}

/** Keeps mine or theirs of each, at once. */
export const chooseSide = (ids: readonly string[], choice: Side): Promise<Failure | undefined> =>
  decided(ask('decision.choose', { ids, choice }));

/** Decides by another value. */
export const chooseValue = (id: string, value: JsonObject): Promise<Failure | undefined> =>
  decided(ask('decision.edit', { id, value }));

async function decided(asked: Promise<Result<null>>): Promise<Failure | undefined> {
  const reply = await asked;
  await loadCentre('decisions');
  return reply.ok ? undefined : reply.failure;
}

/** Takes the last decision back; false when there is none. */
export async function undoDecision(): Promise<Result<{ readonly undone: boolean }>> {
  const reply = await ask('decision.undo', {});
  await loadCentre('decisions');
  return reply;
}

/** Writes all unsent work into a file that the person chooses. */
export const exportUnsent = (): Promise<Result<ExportReport>> => ask('sync.export', {});

/** Takes such a file in. */
export async function importUnsent(): Promise<Result<ImportReport>> {
  const reply = await ask('sync.import', {});
  await loadCentre('waiting');
  return reply;
}
