// The requests about the history of a workfile, and of the shop's settings.

import { z } from 'zod';
import type { WorkfileId } from '../base/ids.ts';
import type { HistoryEntry } from '../sync/history.ts';
import { id } from './change.ts';
import { type Nothing, nothing, request } from './request.ts';

const workfileOnly = z.strictObject({ workfileId: id<WorkfileId>() });

/** The history's entries of the door. */
export const historyRequests = {
  /** Who changed what of a workfile, newest first, as far as this PC knows. */
  'history.list': request<{ readonly workfileId: WorkfileId }, readonly HistoryEntry[]>(workfileOnly),
  /** Asks the cloud for what this PC does not know of it. */
  'history.fetch': request<{ readonly workfileId: WorkfileId }, null>(workfileOnly),
  /** Who changed which setting of the shop, newest first, as far as this PC knows. */
  'change-log.list': request<Nothing, readonly HistoryEntry[]>(nothing),
  /** Asks the cloud for what this PC does not know of that. */
  'change-log.fetch': request<Nothing, null>(nothing),
} as const;
