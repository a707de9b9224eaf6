// What the cloud is asked to do exactly once: written here first, and done as soon as it can be reached.

import type { EstimateId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { permissionForCommand } from '../../../src-shared/domain/access/permissions.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { obstaclesOf, whyNotLock, whyNotStart } from '../../../src-shared/domain/estimate/lock.ts';
import { nextLabel } from '../../../src-shared/domain/estimate/supplement/version.ts';
import { isEnded } from '../../../src-shared/domain/workfile/life.ts';
import { isTotalLoss } from '../../../src-shared/domain/workfile/total-loss.ts';
import { whyNotConvert } from '../../../src-shared/domain/workfile/workfile.ts';
import { type GivenCommand, isPending } from '../../../src-shared/ipc/command-shapes.ts';
import type { CommandName, ParamsOf } from '../../../src-shared/sync/commands.ts';
import { markCancelling, openCommand, readCommand, settleCommand, writeCommand } from '../../db/command.ts';
import { takeNumber } from '../../db/number-lease.ts';
import { readRecord } from '../../db/record.ts';
import { prefixHere } from '../../db/ro-numbers.ts';
import { readSheet } from '../../db/sheet.ts';
import { stageHere } from '../../db/stage-here.ts';
import { seenHash } from '../../db/state-hash.ts';
import { transact } from '../../db/transact.ts';
import { allowed, type Desk, newId } from '../desk.ts';
import { checkNotBinned } from '../life/bin-rules.ts';
import { checkTypedNumber, takeTypedNumber } from './ro-numbers.ts';

/** Asks for an estimate's version to be locked under an estimator's name, behind all edits made so far. */
export function lockEstimate(desk: Desk, estimateId: EstimateId, estimator: string): Result<null> {
  const { store } = desk;
  const estimate = readRecord(store, 'estimate', estimateId);
  const workfileId = estimate?.parent.workfileId as WorkfileId | undefined;
  const sheet = workfileId === undefined ? undefined : readSheet(store, workfileId);
  if (estimate === undefined || workfileId === undefined || sheet === undefined || sheet === 'missing') {
    return failed({ kind: 'not-found', what: 'estimate' });
  }
  if (sheet === 'arriving') return failed({ kind: 'unavailable', what: 'workfile-arriving' });
  if (isEnded(stageHere(store, workfileId))) return failed({ kind: 'conflict', what: 'ended' });
  switch (whyNotLock(estimate, sheet.lines.length > 0)) {
    case 'deleted':
      return failed({ kind: 'not-found', what: 'estimate' });
    case 'locked':
      if (openCommand(store, 'start-supplement', workfileId) !== undefined) {
        return failed({ kind: 'conflict', what: 'lock-before-start' });
      }
      return failed({ kind: 'locked', what: 'estimate', holder: estimate.lock.by });
    case 'empty':
      return failed({ kind: 'conflict', what: 'lock-empty' });
    default: {
      if (obstaclesOf(sheet).length > 0) return failed({ kind: 'conflict', what: 'lock-not-ready' });
      const given = give(desk, workfileId, 'lock-estimate', () => ({
        ...{ estimateId, at: Math.max(1, desk.clock()), versionId: newId<string>(desk), estimator },
        ...{ label: estimate.version.label, seen: seenHash(store, workfileId) },
      }));
      return given.ok ? ok(null) : given;
    }
  }
}

/**
 * Asks for the next version of an estimate that is locked, or will be by what was asked for before; edits made behind
 * it belong to that version.
 */
export function startSupplement(desk: Desk, estimateId: EstimateId): Result<StartedSupplement> {
  const { store } = desk;
  const estimate = readRecord(store, 'estimate', estimateId);
  const workfileId = estimate?.parent.workfileId as WorkfileId | undefined;
  if (estimate === undefined || workfileId === undefined || estimate.deleted) {
    return failed({ kind: 'not-found', what: 'estimate' });
  }
  if (isEnded(stageHere(store, workfileId))) return failed({ kind: 'conflict', what: 'ended' });
  const label = nextLabel(estimate.version.label);
  const lockWaits = openCommand(store, 'lock-estimate', workfileId) !== undefined;
  const lock = lockWaits && !isLocked(estimate) ? { at: 1, by: '' } : estimate.lock;
  if (whyNotStart({ ...estimate, lock }, label) !== null) {
    return failed({ kind: 'conflict', what: 'supplement-not-locked' });
  }
  const given = give(desk, workfileId, 'start-supplement', () => ({ estimateId, label }));
  const command = given.ok ? openCommand(store, 'start-supplement', workfileId)?.id : undefined;
  return given.ok ? ok({ label, command: command ?? '' }) : given;
}

export type StartedSupplement = { readonly label: string; readonly command: string };

/** The number of a repair order to be: typed by hand, or the one that the dealer's system reserved for it. */
export type ChosenNumber = { readonly typed?: string | undefined; readonly reserved?: string | undefined };

/** Whether a workfile may become a repair order, as far as this PC knows. */
export function checkConvertible({ store }: Desk, workfileId: WorkfileId): Result<null> {
  const workfile = readRecord(store, 'workfile', workfileId);
  if (workfile === undefined || whyNotConvert(workfile) === 'deleted') {
    return failed({ kind: 'not-found', what: 'workfile' });
  }
  if (whyNotConvert(workfile) !== null) return failed({ kind: 'conflict', what: 'converted' });
  return isTotalLoss(workfile) ? failed({ kind: 'conflict', what: 'total-loss' }) : ok(null);
}

/** Asks for a workfile to become a repair order, under the chosen number or the next that this PC holds, if it holds one. */
export function convertWorkfile(
  desk: Desk,
  workfileId: WorkfileId,
  { typed, reserved }: ChosenNumber = {},
): Result<{ readonly number: string | null }> {
  const { store } = desk;
  const convertible = checkConvertible(desk, workfileId);
  if (!convertible.ok) return convertible;
  if (reserved !== undefined) {
    const given = give(desk, workfileId, 'convert-to-ro', () => ({ workfileId, number: reserved, reserved: true }));
    return given.ok ? ok({ number: reserved }) : given;
  }
  const free = typed === undefined ? ok(null) : checkTypedNumber(desk, typed);
  if (!free.ok) return free;
  const prefix = prefixHere(store);
  const given = give(desk, workfileId, 'convert-to-ro', () => ({
    workfileId,
    ...(prefix !== '' && { prefix }),
    ...(typed === undefined
      ? { number: takeNumber(store) }
      : { number: takeTypedNumber(desk, typed), byHand: true as const }),
  }));
  if (!given.ok) return given;
  const { number } = given.value;
  return ok({ number: number === null ? null : prefix + number });
}

/** Every command given here, newest first. */
export function listGivenCommands(desk: Desk): Result<readonly GivenCommand[]> {
  const user = allowed(desk, 'see-workfiles');
  return user.ok ? ok(desk.sync.commands()) : user;
}

/** Takes a command back: at once where it was not sent, else by asking the cloud, which may have it already. */
export function cancelCommand(desk: Desk, id: string): Result<null> {
  const command = readCommand(desk.store, id);
  if (command === undefined || command.workfileId === null) return failed({ kind: 'not-found', what: 'command' });
  const user = allowed(desk, permissionForCommand(command.name));
  if (!user.ok) return user;
  if (command.state === 'waiting') settleCommand(desk.store, command, { state: 'cancelled' }, desk.clock());
  else if (command.state !== 'sent') return failed({ kind: 'conflict', what: 'command-taken' });
  else if (command.cancelId === null) markCancelling(desk.store, id, newId(desk));
  desk.sync.edited();
  return ok(null);
}

/** Writes a command; what it takes, such as a number, is taken in the same transaction. */
export function give<N extends CommandName>(
  desk: Desk,
  workfileId: WorkfileId,
  name: N,
  params: () => ParamsOf<N>,
): Result<ParamsOf<N>> {
  const { store } = desk;
  const user = allowed(desk, permissionForCommand(name));
  if (!user.ok) return user;
  const isWaiting = desk.sync
    .commands()
    .some((one) => one.workfileId === workfileId && one.name === name && isPending(one));
  const kept = checkNotBinned(desk, workfileId);
  if (!kept.ok) return kept;
  if (isWaiting) return failed({ kind: 'conflict', what: 'command-waiting' });
  const { userId, name: personName } = user.value;
  const given = transact(store, () => {
    const taken = params();
    const author = { id: userId, name: personName };
    writeCommand(store, { id: newId(desk), name, params: taken, workfileId, author, now: desk.clock() });
    return { taken };
  });
  desk.sync.edited();
  return ok(given.taken);
}
