// What the backend answers to a window: plain data, ready to draw.

import type { SessionUser } from '../api/contract.ts';
import type { Failure } from '../base/failure.ts';
import type { WorkfileId } from '../base/ids.ts';
import type { Cents } from '../base/money.ts';
import type { Conflict } from '../domain/conflict/conflict.ts';
import type { DmsEvent } from '../domain/dms/dms-event.ts';
import type { PdfDocument } from '../domain/document/document.ts';
import type { Estimate } from '../domain/estimate/estimate.ts';
import type { Line } from '../domain/estimate/line.ts';
import type { Rates } from '../domain/estimate/rates.ts';
import type { VersionHead } from '../domain/estimate/supplement/locked-version.ts';
import type { Insurance } from '../domain/insurance/insurance.ts';
import type { Note } from '../domain/note/note.ts';
import type { Contact } from '../domain/people/contact.ts';
import type { Photo, Sha256 } from '../domain/photo/photo.ts';
import type { Appointment } from '../domain/plan/appointment.ts';
import type { PlanEvent } from '../domain/plan/event.ts';
import type { PromiseCode } from '../domain/plan/promise.ts';
import type { Task } from '../domain/plan/task.ts';
import type { Receipt } from '../domain/receipt/receipt.ts';
import type { ReceiptVoid } from '../domain/receipt/receipt-void.ts';

import type { Vehicle } from '../domain/vehicle/vehicle.ts';
import type { Problem } from '../domain/workfile/check-workfile.ts';
import type { Stage, Workfile } from '../domain/workfile/workfile.ts';
import type { RecordKind, RecordOfKind } from '../sync/records.ts';
import type { ValueCount } from './list-shapes.ts';

/** Whether somebody is signed in on this PC; `locked-out` when the cloud ended the session and the edits wait here. */
export type SessionState =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly user: SessionUser; readonly pcName: string; readonly tokenEnded: boolean };

/** One row of the workfile list. */
export type WorkfileHead = {
  readonly id: WorkfileId;
  /** RO number, or the provisional label. */
  readonly label: string;
  readonly stage: Stage;
  readonly owner: string;
  readonly vehicle: string;
  readonly vin: string;
  readonly plate: string;
  readonly insurer: string;
  readonly claim: string;
  readonly estimator: string;
  readonly totalCents: Cents;
  /** What was received of it. */
  readonly receivedCents: Cents;
  /** When the vehicle came or is to come in and out, `2026-11-21`; empty until known. */
  readonly vehicleIn: string;
  readonly vehicleOut: string;
  /** Whether the vehicle has left. */
  readonly delivered: boolean;
  readonly totalLoss: boolean;
  /** What is open between it and the dealer's system: `DmsMark`s with a space between them. */
  readonly dms: string;
  /** When it was put into the bin; 0 while it is not there. */
  readonly binnedAt: number;
  readonly changedAt: number;
  /** Whether edits of this workfile still wait to be sent. */
  readonly waiting: boolean;
  /** Whether something in it waits for a choice between two values. */
  readonly undecided: boolean;
};

/** A page of the list, and how many rows there are in all; `capped` when a search stopped counting. */
export type HeadPage = {
  readonly total: number;
  readonly capped: boolean;
  /** The groups in their order, where the list is divided. */
  readonly groups?: readonly ValueCount[];
  readonly rows: readonly WorkfileHead[];
};

/** Text that was being typed and not yet committed, by the field it belongs to. */
export type Draft = { readonly place: string; readonly text: string; readonly keptAt: number };

/** A whole workfile as a window holds it. */
export type WorkfileSheet = {
  readonly workfile: Workfile;
  readonly contacts: readonly Contact[];
  readonly vehicle: Vehicle;
  readonly insurance: Insurance;
  readonly rates: Rates;
  readonly estimate: Estimate;
  /** In the order of the estimate. */
  readonly lines: readonly Line[];
  /** In their order. */
  readonly photos: readonly Photo[];
  readonly documents: readonly PdfDocument[];
  /** Every version and answer, oldest first. */
  readonly notes: readonly Note[];
  /** What happened to it and is never edited, oldest first. */
  readonly events: readonly PlanEvent[];
  readonly tasks: readonly Task[];
  readonly appointments: readonly Appointment[];
  /** The locked versions, from the first on, without what was locked. */
  readonly versions: readonly VersionHead[];
  /** Money received, as it came to this PC. */
  readonly receipts: readonly Receipt[];
  /** What was voided of it. */
  readonly receiptVoids: readonly ReceiptVoid[];
  /** What was told the dealer's system of it, oldest first. */
  readonly dmsEvents: readonly DmsEvent[];
  /** Two values of one field that wait for a choice. */
  readonly conflicts: readonly Conflict[];
  readonly drafts: readonly Draft[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** When the workfile was last edited on this PC after its last save; 0 when nothing waits for a save. */
  readonly unsavedSince: number;
  /** The workfile whose rates this one started with, as the PC that made it remembers. */
  readonly ratesFrom?: WorkfileId;
};

/**
 * What came of saving: the revision it marked, or everything that keeps it from marking one. Where the vehicle came in, a
 * promise event was recorded with it: `promise` is what a promise job still lacks.
 */
export type SaveAnswer =
  | { readonly saved: true; readonly revision: number; readonly promise?: readonly PromiseCode[] }
  | { readonly saved: false; readonly problems: readonly Problem[] };

/** A record as it is now, after a change made here or elsewhere. */
export type ChangedRecord = {
  readonly [K in RecordKind]: { readonly kind: K; readonly record: RecordOfKind<K> };
}[RecordKind];

/** Where the PC stands with the cloud; every number is the truth of this moment. */
export type SyncState = {
  /** `unsettled`: all was exchanged that could be, and something is left that waits for a person. */
  readonly phase: 'synced' | 'unsettled' | 'syncing' | 'offline' | 'stopped' | 'signed-out';
  /** Edits made here that the cloud has not taken yet, whoever made them. */
  readonly waiting: number;
  /** Photos that lie here and are not wholly in the cloud. */
  readonly photos: number;
  /** Documents on this PC that the cloud does not have. */
  readonly documents: number;
  /** Those edits that wait until their author signs in on this PC. */
  readonly held: readonly { readonly name: string; readonly count: number }[];
  /** Edits that were kept aside because somebody must choose. */
  readonly decisions: number;
  /** Changes from the cloud that this PC could not use and set aside. */
  readonly quarantined: number;
  /** Progress of a long exchange; null when short. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** When PC and cloud were last known equal; 0 for never. */
  readonly syncedAt: number;
  /** Offline because the user asked for it. */
  readonly offlineByChoice: boolean;
  /** Whether photos wait here until somebody has them sent, as the network is metered, or were let go. */
  readonly metering: 'off' | 'holding' | 'let-go';
  /** Why sync stopped; null unless `stopped`. */
  readonly reason: Failure | null;
};

/** What this PC remembers about how its user likes the window. */
export type Settings = {
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'compact' | 'comfortable';
  /** Column layouts by grid name, as the grid printed them. */
  readonly layouts: Readonly<Record<string, string>>;
};

/** Where the files of a photo are, as this PC knows it at this moment. */
export type PhotoState = {
  readonly sha256: Sha256;
  readonly thumbHere: boolean;
  readonly fullHere: boolean;
  /** Whether the cloud has both files. */
  readonly sent: boolean;
  /** Whether the file on this PC is no longer what was put there. */
  readonly damaged: boolean;
  /** The transfer under way, if there is one. */
  readonly moving: { readonly way: 'up' | 'down'; readonly percent: number } | null;
};
