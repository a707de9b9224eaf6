// The requests about this PC: its data, their backups, and what it is.

import { z } from 'zod';
import type { Backup, DiskTrouble, PcFacts, RepairFacts, RestorePreview, Upkeep } from './pc-shapes.ts';
import { type Nothing, nothing, request } from './request.ts';

/** A backup's name in its folder, or the one chosen elsewhere. */
const backupId = z.string().regex(/^[a-z0-9-]{1,40}(?:\.db)?$/);

const textOnly = z.strictObject({ text: z.string().min(1).max(900_000) });

/** Requests about this PC. */
export const pcRequests = {
  /** Says how the data of this PC are: checked when, backed up when, how large. */
  'pc.read': request<Nothing, PcFacts>(nothing),
  /** Says what keeps this PC from writing; null while it can. */
  'disk.read': request<Nothing, DiskTrouble | null>(nothing),
  /** Says that this PC's network is metered, so that photos wait; or that it is not. */
  'photos.meter': request<{ readonly isOn: boolean }, null>(z.strictObject({ isOn: z.boolean() })),
  /** Sends the photos that wait all the same. */
  'photos.send-now': request<Nothing, null>(nothing),
  /** Writes what was typed, and could not be saved, to a file of choice; answers its name, null where none was chosen. */
  'typed.export': request<{ readonly text: string }, string | null>(textOnly),
  /** Says what there is to repair damaged data with. */
  'repair.read': request<Nothing, RepairFacts>(nothing),
  /** Repairs damaged data with all that can still be read of them, or puts a backup in their place; then all starts anew. */
  'repair.run': request<{ readonly backup: string | null }, null>(z.strictObject({ backup: backupId.nullable() })),
  /** Gathers what support needs to know of this PC, as text without anything that somebody typed. */
  'diagnostics.read': request<Nothing, string>(nothing),
  /** Writes the diagnostics as they were shown to a file of choice; answers its name, null where none was chosen. */
  'diagnostics.save': request<{ readonly text: string }, string | null>(textOnly),
  /** Reads all data on this PC and compares each row with what was written; answers what it found. */
  'pc.check': request<Nothing, Upkeep>(nothing),
  /** Makes a backup now and reads it again; answers how it went. */
  'backup.make': request<Nothing, Upkeep>(nothing),
  /** Lets the person choose a folder that each backup is copied to as well. */
  'backup.choose-folder': request<Nothing, null>(nothing),
  /** Copies backups nowhere else any more; those that lie there stay. */
  'backup.forget-folder': request<Nothing, null>(nothing),
  /** Lets the person choose a backup that lies elsewhere; null where none was chosen. */
  'backup.choose': request<Nothing, Backup | null>(nothing),
  /** Says what restoring a backup would take off the screen; changes nothing. */
  'backup.preview': request<{ readonly id: string }, RestorePreview>(z.strictObject({ id: backupId })),
  /** Puts a backup in the place of the data, which are put aside; takes along what the cloud does not have, if wanted. */
  'backup.restore': request<{ readonly id: string; readonly carry: boolean }, null>(
    z.strictObject({ id: backupId, carry: z.boolean() }),
  ),
} as const;

export type PcRequestName = keyof typeof pcRequests;
