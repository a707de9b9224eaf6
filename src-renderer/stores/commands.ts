// What this PC asked the cloud to do exactly once, and how that stands.

import { create } from 'zustand';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { EstimateId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { Move } from '../../src-shared/domain/workfile/life.ts';
import { type GivenCommand, isPending, type KnownNumber } from '../../src-shared/ipc/command-shapes.ts';
import { ask } from '../api/bridge.ts';
import { useSheet } from './workfile/workfiles.ts';

export const useCommands = create<{ readonly given: readonly GivenCommand[] }>()(() => ({ given: [] }));

export async function loadCommands(): Promise<void> {
  const reply = await ask('command.list', {});
  if (reply.ok) hearCommands(reply.value);
}

export const hearCommands = (given: readonly GivenCommand[]): void => useCommands.setState({ given });

/** The command of this name that a workfile waits for. */
export const usePending = (workfileId: WorkfileId | undefined, name: GivenCommand['name']): GivenCommand | undefined =>
  useCommands(({ given }) => given.find((one) => one.workfileId === workfileId && one.name === name && isPending(one)));

/** The lock that the cloud refused, until the estimate is locked after all or somebody asks for it again. */
export function useRefusedLock(workfileId: WorkfileId): GivenCommand | undefined {
  const newest = useCommands(({ given }) =>
    given.find((one) => one.workfileId === workfileId && one.name === 'lock-estimate'),
  );
  // By the version's label, for clocks of PCs are wrong; a PC of before did not note which version it asked for.
  const label = newest?.version ?? '';
  const isLocked = useSheet(workfileId, ({ versions }) =>
    versions.some(({ of }) => label === '' || of.label === label),
  );
  // Where somebody else was first, it is locked all the same.
  const isOpen = newest?.state === 'refused' && newest.refusal?.reason !== 'locked';
  return isOpen && !isLocked ? newest : undefined;
}

/** Asks for the estimate to be locked. */
export async function lockEstimate(estimateId: EstimateId, estimator: string): Promise<Failure | undefined> {
  return failureOf(await ask('estimate.lock', { estimateId, estimator }));
}

/** Asks for the next version of a locked estimate; answers its label. */
export const startSupplement = (estimateId: EstimateId): Promise<Result<{ readonly label: string }>> =>
  ask('estimate.start-supplement', { estimateId });

/** Asks for the workfile to become a repair order, under a typed number or the next; answers it, where it is known. */
export const convertWorkfile = (
  workfileId: WorkfileId,
  typed: string | undefined,
): Promise<Result<{ readonly number: string | null }>> =>
  ask('workfile.convert', { workfileId, ...(typed !== undefined && { number: typed }) });

/** What this PC knows of an RO number. */
export const lookUpNumber = (number: string): Promise<Result<KnownNumber>> => ask('numbering.look-up', { number });

/** Asks for the workfile to be closed, cancelled or reopened. */
export async function moveWorkfile(workfileId: WorkfileId, move: Move, reason = ''): Promise<Failure | undefined> {
  return failureOf(await ask('workfile.move', { workfileId, move, reason }));
}

export async function cancelCommand({ id }: GivenCommand): Promise<Failure | undefined> {
  return failureOf(await ask('command.cancel', { id }));
}

const failureOf = (reply: Result<unknown>): Failure | undefined => (reply.ok ? undefined : reply.failure);
