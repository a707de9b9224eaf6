// The requests that ask the cloud to do something exactly once.

import { z } from 'zod';
import type { EstimateId, WorkfileId } from '../base/ids.ts';
import { lineText } from '../domain/text.ts';
import { type Move, moves } from '../domain/workfile/life.ts';
import { id } from './change.ts';
import type { GivenCommand, KnownNumber } from './command-shapes.ts';
import { type Nothing, nothing, request } from './request.ts';

/** The commands' entries of the door. */
export const commandRequests = {
  /** Locks an estimate's version as soon as the cloud can be reached; edits made before it go first. */
  'estimate.lock': request<{ readonly estimateId: EstimateId; readonly estimator: string }, null>(
    z.strictObject({ estimateId: id<EstimateId>(), estimator: lineText(120).refine((name) => name !== '') }),
  ),
  /** Starts the next version of a locked estimate, or of one whose lock waits; edits made from now on belong to it. */
  'estimate.start-supplement': request<{ readonly estimateId: EstimateId }, { readonly label: string }>(
    z.strictObject({ estimateId: id<EstimateId>() }),
  ),
  /** Makes a workfile a repair order, under a typed number or the next; answers it, or null where the cloud will give one. */
  'workfile.convert': request<
    { readonly workfileId: WorkfileId; readonly number?: string },
    { readonly number: string | null }
  >(z.strictObject({ workfileId: id<WorkfileId>(), number: lineText(20).exactOptional() })),
  /** Says what this PC knows of an RO number. */
  'numbering.look-up': request<{ readonly number: string }, KnownNumber>(z.strictObject({ number: lineText(20) })),
  /** Closes a repair order, cancels an opportunity or reopens either, as soon as the cloud can be reached. */
  'workfile.move': request<{ readonly workfileId: WorkfileId; readonly move: Move; readonly reason: string }, null>(
    z.strictObject({ workfileId: id<WorkfileId>(), move: z.enum(moves), reason: lineText(200) }),
  ),
  /** Lists the commands given on this PC, newest first. */
  'command.list': request<Nothing, readonly GivenCommand[]>(nothing),
  /** Takes a command back, as long as the cloud has not taken it. */
  'command.cancel': request<{ readonly id: string }, null>(z.strictObject({ id: id<string>() })),
} as const;
