// The life of a workfile after it is made: which ways it may go, and what it still takes at each end of them.

import type { Stage, Workfile } from './workfile.ts';

/** The ways that people send a workfile: a repair order is closed, an opportunity cancelled, either reopened. */
export const moves = ['close', 'cancel', 'reopen'] as const;
export type Move = (typeof moves)[number];

const ways: Readonly<Record<Move, Readonly<Partial<Record<Stage, Stage>>>>> = {
  close: { 'repair-order': 'closed' },
  cancel: { opportunity: 'cancelled' },
  reopen: { closed: 'repair-order', cancelled: 'opportunity' },
};

/** Where a move leads from a stage; undefined where it leads nowhere. */
export const stageAfter = (stage: Stage, move: Move): Stage | undefined => ways[move][stage];

/** Why a workfile cannot take a way, or null. */
export function whyNotMove({ deleted, stage }: Pick<Workfile, 'deleted' | 'stage'>, move: Move) {
  if (deleted) return 'deleted';
  return stageAfter(stage.stage, move) === undefined ? 'other-stage' : null;
}

/** Whether a workfile of this stage has come to an end and takes no more work until somebody reopens it. */
export const isEnded = (stage: Stage): stage is 'closed' | 'cancelled' => stage === 'closed' || stage === 'cancelled';

/** Whether a move needs to say why: what is closed in due course does not. */
export const needsReason = (move: Move): boolean => move !== 'close';

/** The kinds that tell what was agreed and done; notes, photos, documents and money may still come when a car has gone. */
const settled: readonly string[] = ['contact', 'vehicle', 'insurance', 'rates', 'estimate', 'line'];

/** The groups of the workfile itself that are no part of what was agreed; the dealer may correct its number at any time. */
const open: readonly string[] = ['*', 'saved', 'bin', 'dmsRepairId'];

/** Whether a workfile of this stage takes no edit of a kind. One rule for the PC that writes and the cloud that takes. */
export const isShutTo = (kind: string, group: string, stage: Stage): boolean =>
  isEnded(stage) && (kind === 'workfile' ? !open.includes(group) : settled.includes(kind));
