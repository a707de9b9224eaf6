// The requests about estimates of other programs: taking one in, and giving one out.

import { z } from 'zod';
import type { CustomerId, EstimateId, WorkfileId } from '../base/ids.ts';
import type { LineMatch } from '../domain/exchange/compare-import.ts';
import type { StatedFigure } from '../domain/exchange/compare-totals.ts';
import { type EmsTableName, emsTableNames } from '../domain/exchange/ems/ems-tables.ts';
import type { FileFault } from '../domain/exchange/fault.ts';
import type { Likeness } from '../domain/people/same-person.ts';
import { lineText } from '../domain/text.ts';
import { id } from './change.ts';
import { type Nothing, nothing, request } from './request.ts';

/** A workfile that an estimate may be a newer version of, and by what it is found. */
export type ImportCandidate = {
  readonly workfileId: WorkfileId;
  readonly label: string;
  readonly owner: string;
  readonly vehicle: string;
  readonly by: 'estimate' | 'claim' | 'vin';
};

/** A customer of the shop that the owner in a file may be, and what both have in common. */
export type ImportCustomer = { readonly customerId: CustomerId; readonly name: string; readonly likeness: Likeness };

/** What is in a file, before anything is done with it. */
export type ImportOffer = {
  readonly ticket: string;
  readonly key: string;
  /** The estimates that lie there; one is read at a time. */
  readonly keys: readonly string[];
  readonly format: 'ems' | 'bms';
  readonly system: string;
  readonly version: string;
  readonly owner: string;
  readonly vehicle: string;
  readonly claim: string;
  readonly lines: number;
  readonly figures: readonly StatedFigure[];
  readonly remarks: readonly FileFault[];
  readonly candidates: readonly ImportCandidate[];
  readonly customers: readonly ImportCustomer[];
};

/** What importing into a workfile would change. */
export type ImportComparison = {
  readonly label: string;
  readonly version: string;
  readonly estimateId: EstimateId;
  /** The version that takes the changes: the open one, or where all are locked the one that must be started first. */
  readonly into: string;
  /** Nothing can be imported before the next version is started. */
  readonly locked: boolean;
  readonly lines: readonly LineMatch[];
  /** Groups of rates that would change, as people call them by name. */
  readonly rates: readonly string[];
  readonly beforeCents: number;
  readonly afterCents: number;
  readonly statedCents: number | null;
};

/** What was written; null where no place was chosen. */
export type ExportedEstimate = {
  readonly file: string;
  readonly files: number;
  readonly remarks: readonly FileFault[];
} | null;

/** The folder that is watched for new exports, and what was found in it. */
export type WatchState = {
  /** The folder's name; empty while none is watched. */
  readonly folder: string;
  readonly readable: boolean;
  readonly found: readonly { readonly key: string; readonly foundAt: number }[];
};

/** The most files of one drop, the most bytes of all of them, and of one piece on its way. */
export const maxImportFiles = 400;
export const maxImportBytes = 48 * 1024 * 1024;
export const importPieceBytes = 384 * 1024;

const ticket = z.string().regex(/^[0-9a-f]{32}$/);
const key = lineText(255);
const workfileId = id<WorkfileId>();

/** Requests about estimates of other programs. */
export const exchangeRequests = {
  /** Lets the person choose a file of an estimate, and reads it; null where none was chosen. */
  'import.choose': request<Nothing, ImportOffer | null>(nothing),
  /** Makes room for files that a window hands over piece by piece. */
  'import.begin': request<
    { readonly files: readonly { readonly name: string; readonly bytes: number }[] },
    { readonly ticket: string }
  >(
    z.strictObject({
      files: z
        .array(z.strictObject({ name: key, bytes: z.int().min(0).max(maxImportBytes) }))
        .min(1)
        .max(maxImportFiles),
    }),
  ),
  /** Takes the next piece of one of them. */
  'import.piece': request<
    { readonly ticket: string; readonly file: number; readonly at: number; readonly base64: string },
    null
  >(
    z.strictObject({
      ticket,
      file: z.int().min(0).max(maxImportFiles),
      at: z.int().min(0).max(maxImportBytes),
      base64: z.string().max((importPieceBytes / 3) * 4),
    }),
  ),
  /** Reads one of the estimates there, the first where none is named; null where it was cancelled. */
  'import.read': request<{ readonly ticket: string; readonly key: string | null }, ImportOffer | null>(
    z.strictObject({ ticket, key: key.nullable() }),
  ),
  /** Stops what is being read. */
  'import.cancel': request<Nothing, null>(nothing),
  /** Says what importing into a workfile would change; changes nothing. */
  'import.compare': request<{ readonly ticket: string; readonly workfileId: WorkfileId }, ImportComparison>(
    z.strictObject({ ticket, workfileId }),
  ),
  /**
   * Makes a workfile of what was read, or changes one, as a step that undo takes back at once. `customer` says who the
   * owner of a new workfile is: a customer of the shop, or a new one.
   */
  'import.apply': request<
    {
      readonly ticket: string;
      readonly workfileId: WorkfileId | null;
      readonly customer?: CustomerId | 'new' | undefined;
    },
    WorkfileId
  >(
    z.strictObject({
      ticket,
      workfileId: workfileId.nullable(),
      customer: z.union([z.literal('new'), id<CustomerId>()]).optional(),
    }),
  ),

  /** Writes a workfile's estimate as an EMS set where the person chooses, with the tables named. */
  'export.ems': request<
    { readonly workfileId: WorkfileId; readonly tables: readonly EmsTableName[] },
    ExportedEstimate
  >(z.strictObject({ workfileId, tables: z.array(z.enum(emsTableNames)).min(1).max(emsTableNames.length) })),
  /** Writes it as a BMS document, with or without people and profile. */
  'export.bms': request<
    { readonly workfileId: WorkfileId; readonly people: boolean; readonly profile: boolean },
    ExportedEstimate
  >(z.strictObject({ workfileId, people: z.boolean(), profile: z.boolean() })),
  /** Writes its lines as a table for spreadsheets. */
  'export.csv': request<{ readonly workfileId: WorkfileId }, ExportedEstimate>(z.strictObject({ workfileId })),

  /** Says which folder is watched, and what was found in it. */
  'watch.read': request<Nothing, WatchState>(nothing),
  /** Lets the person choose a folder to watch; null where none was chosen. */
  'watch.choose': request<Nothing, WatchState | null>(nothing),
  /** Watches no folder any more. */
  'watch.stop': request<Nothing, WatchState>(nothing),
  /** Reads an estimate that was found. */
  'watch.take': request<{ readonly key: string }, ImportOffer | null>(z.strictObject({ key })),
  /** Takes an estimate that was found off the list without importing it. */
  'watch.skip': request<{ readonly key: string }, WatchState>(z.strictObject({ key })),
} as const;
