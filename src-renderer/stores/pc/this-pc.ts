// The PC this window runs on: how its data are, their backups, and what is being done with them.

import { create } from 'zustand';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import type { PcFacts, RepairFacts, RestorePreview, Upkeep } from '../../../src-shared/ipc/pc-shapes.ts';
import { ask } from '../../api/bridge.ts';
import type { Loading } from '../loading.ts';
import { showOverlay, useShell } from '../shell.ts';

type ThisPc = {
  readonly facts: Loading<PcFacts>;
  /** What the backend said last of backups and checks. */
  readonly upkeep: Upkeep;
  /** The restore that is looked at before it is done. */
  readonly preview: Loading<RestorePreview>;
  /** While the data cannot be opened because they are damaged. */
  readonly repair: Loading<RepairFacts>;
};

const idle: Upkeep = { working: null, failure: null, health: null };

export const useThisPc = create<ThisPc>()(() => ({
  facts: { kind: 'idle' },
  upkeep: idle,
  preview: { kind: 'idle' },
  repair: { kind: 'idle' },
}));

/** Asks for everything the screen shows; the old answer stays until the new one is there. */
export async function loadThisPc(): Promise<void> {
  if (useThisPc.getState().facts.kind !== 'ready') useThisPc.setState({ facts: { kind: 'loading' } });
  const reply = await ask('pc.read', {});
  if (!reply.ok) return useThisPc.setState({ facts: { kind: 'failed', failure: reply.failure } });
  const { working, failure, health } = reply.value;
  useThisPc.setState({ facts: { kind: 'ready', value: reply.value }, upkeep: { working, failure, health } });
}

/** A backup or a check moved on; once it ended the screen in front is asked for anew. */
export function hearUpkeep(upkeep: Upkeep): void {
  useThisPc.setState({ upkeep });
  if (upkeep.working === null && useShell.getState().active === 'pc') void loadThisPc();
}

export const backUpNow = (): Promise<Failure | undefined> => asking('backup.make');
export const checkNow = (): Promise<Failure | undefined> => asking('pc.check');

async function asking(name: 'backup.make' | 'pc.check'): Promise<Failure | undefined> {
  const reply = await ask(name, {});
  return reply.ok ? (reply.value.failure ?? undefined) : reply.failure;
}

export const chooseSecondPlace = (): Promise<Failure | undefined> => changing('backup.choose-folder');
export const forgetSecondPlace = (): Promise<Failure | undefined> => changing('backup.forget-folder');

async function changing(name: 'backup.choose-folder' | 'backup.forget-folder'): Promise<Failure | undefined> {
  const reply = await ask(name, {});
  await loadThisPc();
  return reply.ok ? undefined : reply.failure;
}

/** Asks what restoring a backup would do, and shows it. */
export async function previewRestore(id: string): Promise<void> {
  const asking: Loading<RestorePreview> = { kind: 'loading' };
  useThisPc.setState({ preview: asking });
  showOverlay('restore');
  const reply = await ask('backup.preview', { id });
  // Another backup was asked for meanwhile: the answer about this one came too late.
  if (useThisPc.getState().preview !== asking) return;
  useThisPc.setState({ preview: reply.ok ? { kind: 'ready', value: reply.value } : { ...reply, kind: 'failed' } });
}

/** Lets the person choose a backup that lies elsewhere. */
export async function chooseBackup(): Promise<Failure | undefined> {
  const reply = await ask('backup.choose', {});
  if (!reply.ok) return reply.failure;
  if (reply.value !== null) await previewRestore(reply.value.id);
  return undefined;
}

/** What support needs to know of this PC, to be read before it is saved. */
export const readDiagnostics = (): Promise<Result<string>> => ask('diagnostics.read', {});
/** Writes what was read to a file; answers its name, or null where none was chosen. */
export const saveDiagnostics = (text: string): Promise<Result<string | null>> => ask('diagnostics.save', { text });

/** Asks what there is to repair damaged data with. */
export async function loadRepair(): Promise<void> {
  useThisPc.setState({ repair: { kind: 'loading' } });
  const reply = await ask('repair.read', {});
  useThisPc.setState({ repair: reply.ok ? { kind: 'ready', value: reply.value } : { ...reply, kind: 'failed' } });
}

/** Repairs the data with all that can be read of them, or puts a backup in their place; the backend starts anew. */
export async function repair(backup: string | null): Promise<Failure | undefined> {
  const reply = await ask('repair.run', { backup });
  return reply.ok ? undefined : reply.failure;
}

/** Puts the backup in place; the backend starts anew on it. */
export async function restore(id: string, carry: boolean): Promise<Failure | undefined> {
  const reply = await ask('backup.restore', { id, carry });
  if (!reply.ok) return reply.failure;
  showOverlay('none');
  return undefined;
}
