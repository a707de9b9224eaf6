// What the Sync & conflict centre shows: what waits for a choice or for the cloud, what went, what failed, and the PCs.

import type { Failure } from '../base/failure.ts';
import type { DocumentId, EditId, PhotoId, WorkfileId } from '../base/ids.ts';
import type { ContactRole } from '../domain/people/contact.ts';
import type { JsonObject } from '../sync/protocol.ts';
import type { RecordKind } from '../sync/records.ts';
import type { GivenCommand } from './command-shapes.ts';

/** Where an edit belongs, so that a person finds it again. */
export type EditPlace = {
  readonly workfileId: WorkfileId;
  readonly workfileLabel: string;
  readonly owner: string;
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly group: string;
  /** Of a line: its number in the estimate, 0 where it is not in it, and what it says. */
  readonly line: { readonly number: number; readonly text: string } | null;
  /** Of a contact: who it is to the workfile. */
  readonly role: ContactRole | null;
};

/** One value of a decision in short words, and who gave it on which PC and when; empty where nobody knows. */
export type DecisionSide = {
  readonly words: string;
  readonly value: JsonObject;
  readonly by: string;
  readonly pc: string;
  readonly at: number;
};

/** Something that a person must choose: two values of one group, or an edit that the cloud refused. */
export type Decision = {
  readonly id: string;
  readonly what: 'conflict' | 'refused';
  readonly place: EditPlace;
  /** `conflict`, `deleted` where the record was deleted meanwhile, or why the cloud refused the edit. */
  readonly reason: string;
  /** What both had seen; null where nobody knows. */
  readonly before: DecisionSide | null;
  readonly mine: DecisionSide;
  /** Null where the cloud has no value. */
  readonly theirs: DecisionSide | null;
  /** Whether `mine` came from this PC or this person; where it did not, the two are only first and second. */
  readonly isMine: boolean;
};

/** The decisions that are due, as many as a screen can show, and how many there are in all. */
export type DecisionList = { readonly total: number; readonly decisions: readonly Decision[] };

/** An edit that was not answered yet. */
export type QueuedEdit = {
  readonly edit: EditId;
  readonly place: EditPlace;
  readonly author: string;
  /** Whether it waits until its author signs in on this PC. */
  readonly isHeld: boolean;
  readonly bytes: number;
  /** How often it was sent without an answer. */
  readonly tries: number;
  readonly madeAt: number;
};

/** A photo or document whose files the cloud does not have yet. */
export type QueuedAttachment = {
  readonly kind: 'photo' | 'document';
  readonly id: PhotoId | DocumentId;
  readonly workfileId: WorkfileId;
  readonly workfileLabel: string;
  readonly bytes: number;
  readonly by: string;
  readonly addedAt: number;
  /** How much of it is in the cloud; null while it is not on its way. */
  readonly percent: number | null;
};

/** What waits to be sent, the oldest first. */
export type SyncQueue = {
  /** How many edits. */
  readonly total: number;
  readonly bytes: number;
  /** When the oldest was made; 0 when nothing waits. */
  readonly oldestAt: number;
  readonly edits: readonly QueuedEdit[];
  /** The commands that have no final answer yet. */
  readonly commands: readonly GivenCommand[];
  readonly photoTotal: number;
  readonly documentTotal: number;
  readonly attachments: readonly QueuedAttachment[];
};

/** A batch that the cloud answered, and what became of its edits. */
export type SentBatch = {
  readonly n: number;
  readonly sealedAt: number;
  readonly answeredAt: number;
  readonly bytes: number;
  readonly edits: number;
  readonly conflicts: number;
  readonly refused: number;
  /** The labels of its workfiles, at most a few. */
  readonly workfiles: readonly string[];
};

/** A change from the cloud that this PC could not use. */
export type SetAside = {
  readonly edit: string;
  readonly kind: string;
  readonly group: string;
  readonly workfileId: WorkfileId | null;
  readonly workfileLabel: string;
  /** `missing`: its record has not come yet; `twice`: created before; `invalid`: breaks a rule. */
  readonly reason: string;
  readonly keptAt: number;
};

/** How the exchange with the cloud goes: tries in a row without an answer, when the next one is, and the last failures. */
export type SyncTrouble = {
  readonly tries: number;
  /** Null when nothing is tried by itself. */
  readonly nextTryAt: number | null;
  /** The newest first. */
  readonly failures: readonly { readonly at: number; readonly failure: Failure }[];
};

/**
 * What this PC put right by itself. `mended`: a workfile was not what the cloud had, and was fetched whole;
 * `new-device`: this folder was put back or copied; `cloud-restored`: the cloud went back to an earlier state;
 * `sent-again`: the cloud did not have all that it was sent.
 */
export type Mending = {
  readonly at: number;
  readonly event: 'mended' | 'new-device' | 'cloud-restored' | 'sent-again';
  readonly workfileId: WorkfileId | null;
  readonly workfileLabel: string;
  /** How many values that were here before are kept beside. */
  readonly replaced: number;
};

/** What went wrong and was not lost. */
export type SyncProblems = SyncTrouble & {
  /** The newest first. */
  readonly mendings: readonly Mending[];
  readonly setAside: readonly SetAside[];
  /** How many files of photos on this PC are no longer what was put there. */
  readonly damagedPhotos: number;
};

/** A PC of the shop, as the cloud knows it. */
export type ShopPc = {
  readonly id: string;
  readonly name: string;
  /** Who signed in there last. */
  readonly by: string;
  readonly seenAt: number;
  readonly isRevoked: boolean;
  readonly isThisPc: boolean;
};

/** How much unsent work a file holds. */
export type UnsentCounts = {
  readonly edits: number;
  readonly commands: number;
  readonly kept: number;
  readonly drafts: number;
};
/** The file that was written; null where the person chose none. */
export type ExportReport = (UnsentCounts & { readonly file: string }) | null;
/** What was taken from a file, and how much of it was here before; null where the person chose none. */
export type ImportReport =
  | (UnsentCounts & { readonly file: string; readonly known: number; readonly from: string })
  | null;
