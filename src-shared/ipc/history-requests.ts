// The requests about the history of a workfile.

import { z } from 'zod';
import type { WorkfileId } from '../base/ids.ts';
import type { HistoryEntry } from '../sync/history.ts';
import { id } from './change.ts';
import { request } from './request.ts';

const workfileOnly = z.strictObject({ workfileId: id<WorkfileId>() });

/** The history's entries of the door. */
export const historyRequests = {
  /** Who changed what of a workfile, newest first, as far as this PC knows. */
  'history.list': request<{ readonly workfileId: WorkfileId }, readonly HistoryEntry[]>(workfileOnly),
  /** Asks the cloud for what this PC does not know of it. */
  'history.fetch': request<{ readonly workfileId: WorkfileId }, null>(workfileOnly),
} as const;
