// The requests about paper: what of a workfile can be printed, the pages of it, and where they go.

import { z } from 'zod';
import type { PhotoId, WorkfileId } from '../base/ids.ts';
import { printKinds } from '../domain/estimate/print/print-input.ts';
import { maxPhotosOfWorkfile } from '../domain/photo/photo.ts';
import { type SheetSize, sheetSizes } from '../domain/photo/photo-sheets.ts';
import { type Paper, papers } from '../domain/print/paper.ts';
import type { PrintDocument } from '../domain/print/print-document.ts';
import { lineText } from '../domain/text.ts';
import { id } from './change.ts';
import type { Printer } from './host.ts';
import { type Nothing, nothing, request } from './request.ts';

/** What can be printed of a workfile: an estimate, the bill, a receipt, photos, notes, or its DMS history. */
export const documentKinds = [...printKinds, 'receipt', 'photos', 'notes', 'dms-history'] as const;

/** A document of a workfile: an estimate as one of its versions stands, the bill, a receipt, or photos. */
export type PrintWish = {
  readonly workfileId: WorkfileId;
  readonly kind: (typeof documentKinds)[number];
  /** `E01`, `S01` …, the version written now may be among them; of a receipt its number; of notes whom they are for; of photos and of the DMS history nothing. */
  readonly version: string;
  readonly paper: Paper;
  readonly photos?: PhotoWish | undefined;
  /** Only notes with these words. */
  readonly noteText?: string | undefined;
};

/** How many photos a page holds, and which of them; none named is all. */
export type PhotoWish = { readonly size: SheetSize; readonly photoIds: readonly PhotoId[] };

/** A picture that a window made for a held document, as a JPEG in base 64. */
export type PrintPictureAddition = { readonly ticket: string; readonly name: string; readonly base64: string };

/** A document that a person may choose, the likeliest first. */
export type PrintChoice = Pick<PrintWish, 'kind' | 'version'> & {
  readonly title: string;
  /** Why it cannot be printed yet; empty where it can. */
  readonly why: string;
};

/** What was printed on this PC. */
export type PrintJobRecord = {
  readonly title: string;
  readonly version: string;
  readonly at: number;
  readonly by: string;
  /** The file's name, or the printer's; empty for the system's default printer. */
  readonly to: string;
  readonly way: 'pdf' | 'paper';
  readonly pages: number;
  readonly copies: number;
};

export type PrintChoices = {
  readonly documents: readonly PrintChoice[];
  /** The paper of the shop's country. */
  readonly paper: Paper;
  readonly printers: readonly Printer[];
  /** The last prints of this workfile on this PC, the newest first. */
  readonly jobs: readonly PrintJobRecord[];
};

/** A document held ready under a ticket: what was seen is what is printed. */
export type HeldPrint = { readonly ticket: string; readonly document: PrintDocument };
/** The pages of a held document, by the first piece of each as the window measured them. */
export type PrintPages = { readonly ticket: string; readonly starts: readonly number[] };

const workfileId = id<WorkfileId>();
const ticket = z.string().regex(/^[0-9a-f]{32}$/);
const photos = z.strictObject({
  size: z.literal(sheetSizes),
  photoIds: z.array(id<PhotoId>()).max(maxPhotosOfWorkfile),
});
const pages = {
  ticket,
  starts: z.array(z.int().min(0).max(200_000)).min(1).max(20_000),
};

/** The most letters of one picture in base 64: far more than any of its size needs. */
const maxPictureText = 2 * 1024 * 1024;

/** The most copies of one print. */
export const maxCopies = 99;

/** The entries of the door about paper. */
export const printRequests = {
  /** Lists the documents of a workfile, the printers, and what was printed before. */
  'print.choices': request<{ readonly workfileId: WorkfileId }, PrintChoices>(z.strictObject({ workfileId })),
  /** Makes a document and holds it. */
  'print.prepare': request<PrintWish, HeldPrint>(
    z.strictObject({
      ...{ workfileId, kind: z.enum(documentKinds), version: lineText(40), paper: z.enum(papers) },
      photos: photos.optional(),
      noteText: lineText(200).optional(),
    }),
  ),
  /** Hands over a picture that a held document names. */
  'print.picture': request<PrintPictureAddition, null>(
    z.strictObject({ ticket, name: lineText(40), base64: z.string().max(maxPictureText) }),
  ),
  /** Writes a held document into a file that the person chooses; answers its name, null for none. */
  'print.pdf': request<PrintPages, { readonly file: string | null }>(z.strictObject(pages)),
  /** Sends a held document to a printer; an empty name is the system's default. */
  'print.paper': request<PrintPages & { readonly printer: string; readonly copies: number }, null>(
    z.strictObject({ ...pages, printer: lineText(300), copies: z.int().min(1).max(maxCopies) }),
  ),
  /** Ends what is being printed; nothing of it is written. */
  'print.stop': request<Nothing, null>(nothing),
} as const;

export type PrintRequestName = keyof typeof printRequests;
