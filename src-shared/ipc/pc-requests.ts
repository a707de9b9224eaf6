// The requests about this PC: its data, their backups, and what it is.

import type { PcFacts, Upkeep } from './pc-shapes.ts';
import { type Nothing, nothing, request } from './request.ts';

/** Requests about this PC. */
export const pcRequests = {
  /** Says how the data of this PC are: checked when, backed up when, how large. */
  'pc.read': request<Nothing, PcFacts>(nothing),
  /** Reads all data on this PC and compares each row with what was written; answers what it found. */
  'pc.check': request<Nothing, Upkeep>(nothing),
  /** Makes a backup now and reads it again; answers how it went. */
  'backup.make': request<Nothing, Upkeep>(nothing),
  /** Lets the person choose a folder that each backup is copied to as well. */
  'backup.choose-folder': request<Nothing, null>(nothing),
  /** Copies backups nowhere else any more; those that lie there stay. */
  'backup.forget-folder': request<Nothing, null>(nothing),
} as const;

export type PcRequestName = keyof typeof pcRequests;
