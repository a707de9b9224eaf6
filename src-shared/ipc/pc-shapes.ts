// What a window hears of the PC it runs on: its data, their backups, and the room they take.

import type { Failure } from '../base/failure.ts';
import type { BackupDamage } from '../domain/upkeep/backup-note.ts';
import type { BackupKind } from '../domain/upkeep/backups.ts';
import type { UnsentCounts } from './centre-shapes.ts';

/** One backup, as it says of itself; `note` is null where it cannot be read. */
export type Backup = {
  readonly id: string;
  readonly bytes: number;
  readonly note: {
    readonly kind: BackupKind;
    readonly madeAt: number;
    readonly workfiles: number;
    /** Edits that waited to be sent when it was made. */
    readonly unsent: number;
    /** What of it is not what had been written; null where all of it is. */
    readonly damage: BackupDamage | null;
  } | null;
};

/** What the last check of the database found. */
export type Health = {
  readonly checkedAt: number;
  readonly rows: number;
  readonly damagedRows: number;
  readonly faults: readonly string[];
};

/** The folder outside that each backup is copied to as well. */
export type SecondPlace = { readonly folder: string; readonly copiedAt: number; readonly failed: boolean };

/** What can keep this PC from writing, as the failures of single edits say it. */
export const diskTroubles = ['disk-full', 'disk', 'data-folder', 'database-busy'] as const;

/** Nothing can be written: why, where, and how much room is wanted there. */
export type DiskTrouble = {
  readonly what: (typeof diskTroubles)[number];
  readonly folder: string;
  readonly wantedBytes: number;
};

/** What there is to repair damaged data with: the PC's name, where what is damaged is put aside, and the backups. */
export type RepairFacts = {
  readonly name: string;
  readonly folder: string;
  readonly backups: readonly Backup[];
  /** Why the backup that was asked for is not in its place. */
  readonly refused: Failure | null;
};

/** How much was taken along. A restore of an earlier version does not say how many documents. */
export type CarriedCounts = UnsentCounts & { readonly photos: number; readonly documents?: number };

/** What came of the last restore. */
export type Restored = {
  readonly at: number;
  /** When the backup was made. */
  readonly madeAt: number | null;
  /** The folder in which the data before it were put aside. */
  readonly aside: string;
  /** What the cloud did not have and was taken along; null where nothing was to be, or nothing could be read. */
  readonly carried: CarriedCounts | null;
  /** Whether something was to be taken along and could not be read: it lies in the folder of the data before. */
  readonly isLeft?: boolean;
  /** Whether a part of what had not been sent could not be read. */
  readonly isPart?: boolean;
};

/** What putting a backup in place would do. */
export type RestorePreview = {
  readonly backup: Backup;
  /** Workfiles that the backup does not have, and those that it has as they were earlier. */
  readonly missing: number;
  readonly older: number;
  /** The newest of them. */
  readonly named: readonly {
    readonly label: string;
    readonly owner: string;
    readonly changedAt: number;
    readonly isMissing: boolean;
  }[];
  /** What is on this PC and not in the cloud, drafts and refused edits among it. */
  readonly unsent: Required<CarriedCounts>;
};

/** What can be done with the data: one at a time. */
export type UpkeepTask = 'backup' | 'check' | 'repair';

/** What is being done with the data, and how far it is, 0 to 1. */
export type Upkeep = {
  readonly working: { readonly task: UpkeepTask; readonly share: number } | null;
  /** Why the last backup or check came to nothing. */
  readonly failure: Failure | null;
  readonly health: Health | null;
};

/** Everything on the screen of this PC. */
export type PcFacts = Upkeep & {
  readonly name: string;
  readonly device: string;
  readonly backups: readonly Backup[];
  readonly secondPlace: SecondPlace | null;
  readonly restored: Restored | null;
  /** Blocks of RO numbers that this PC may still give, first to last. */
  readonly numbers: readonly (readonly [first: number, last: number])[];
  /** Bytes on the disk; `free` is what is left there. */
  readonly storage: {
    readonly database: number;
    readonly photos: number;
    readonly backups: number;
    readonly logs: number;
    readonly free: number;
  };
  readonly versions: {
    readonly app: string;
    readonly runtime: string;
    readonly sqlite: string;
    readonly schema: number;
  };
};
