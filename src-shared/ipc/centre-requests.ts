// The requests of the Sync & conflict centre.

import { z } from 'zod';
import type { JsonObject } from '../sync/protocol.ts';
import type {
  DecisionList,
  ExportReport,
  ImportReport,
  SentBatch,
  ShopPc,
  SyncProblems,
  SyncQueue,
} from './centre-shapes.ts';
import { type Nothing, nothing, request } from './request.ts';

/** The most decisions that one request may make. */
export const maxDecisionsAtOnce = 500;

/** A conflict's id, or the id of an edit that was refused. */
const decisionId = z.string().min(1).max(40);
const value = z.record(z.string().max(60), z.json()) as z.ZodType<JsonObject>;

/** Which of the two values a person keeps. */
export type Side = 'mine' | 'theirs';

/** The centre's entries of the door. */
export const centreRequests = {
  /** Lists what a person must choose: open conflicts and refused edits. */
  'decision.list': request<Nothing, DecisionList>(nothing),
  /** Makes the same choice for all of these, in each workfile as one step that undo takes back at once. */
  'decision.choose': request<{ readonly ids: readonly string[]; readonly choice: Side }, null>(
    z.strictObject({
      ids: z.array(decisionId).min(1).max(maxDecisionsAtOnce),
      choice: z.enum(['mine', 'theirs']),
    }),
  ),
  /** Decides by a third value of the whole group. */
  'decision.edit': request<{ readonly id: string; readonly value: JsonObject }, null>(
    z.strictObject({ id: decisionId, value }),
  ),
  /** Takes the last decision back that was made since the program started. */
  'decision.undo': request<Nothing, { readonly undone: boolean }>(nothing),

  /** Lists what waits to be sent. */
  'sync.queue': request<Nothing, SyncQueue>(nothing),
  /** Lists the batches that the cloud answered since an instant, the newest first. */
  'sync.sent': request<{ readonly since: number }, readonly SentBatch[]>(z.strictObject({ since: z.int().min(0) })),
  /** Lists what went wrong, and when it is tried again. */
  'sync.problems': request<Nothing, SyncProblems>(nothing),
  /** Asks the cloud for the PCs of the shop. */
  'sync.devices': request<Nothing, readonly ShopPc[]>(nothing),
  /** Writes everything that the cloud does not have into a file that the person chooses. */
  'sync.export': request<Nothing, ExportReport>(nothing),
  /** Takes in such a file; what is here or in the cloud already does nothing. */
  'sync.import': request<Nothing, ImportReport>(nothing),
} as const;

export type CentreRequestName = keyof typeof centreRequests;
