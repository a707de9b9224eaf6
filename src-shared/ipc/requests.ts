// The door between window and backend: every request there is, in the user's words.

import { z } from 'zod';
import type { Failure } from '../base/failure.ts';
import type {
  ContactId,
  EstimateId,
  InsuranceId,
  LineId,
  PhotoId,
  RatesId,
  VehicleId,
  WorkfileId,
} from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { estimateSpec } from '../domain/estimate/estimate.ts';
import { type Line, lineSpec } from '../domain/estimate/line.ts';
import { ratesSpec } from '../domain/estimate/rates.ts';
import { insuranceSpec } from '../domain/insurance/insurance.ts';
import { type Contact, contactRoles, contactSpec } from '../domain/people/contact.ts';
import {
  isSha256,
  maxCaption,
  maxPhotoBytes,
  maxPhotosOfWorkfile,
  photoSpec,
  type Sha256,
} from '../domain/photo/photo.ts';
import { lineText, longText } from '../domain/text.ts';
import { vehicleSpec } from '../domain/vehicle/vehicle.ts';
import type { VinDecoding } from '../domain/vehicle/vin-decoding.ts';
import { workfileSpec } from '../domain/workfile/workfile.ts';
import { centreRequests } from './centre-requests.ts';
import { type Change, change, id, strict } from './change.ts';
import { commandRequests } from './command-requests.ts';
import { configureRequests } from './configure-requests.ts';
import { connectionRequests } from './dms/connection-requests.ts';
import { dmsRequests } from './dms/dms-requests.ts';
import { journalRequests } from './dms/journal-requests.ts';
import { documentRequests } from './evidence/document-requests.ts';
import { exchangeRequests } from './exchange-requests.ts';
import { historyRequests } from './history-requests.ts';
import { libraryRequests } from './library-requests.ts';
import { lifeRequests } from './life/life-requests.ts';
import { listRequests } from './list-requests.ts';
import { noteRequests } from './note-requests.ts';
import { pcRequests } from './pc-requests.ts';
import { customerRequests } from './people/customer-requests.ts';
import { planRequests } from './plan-requests.ts';
import { presenceRequests } from './presence-requests.ts';
import { printRequests } from './print-requests.ts';
import { receiptRequests } from './receipt-requests.ts';
import { type Nothing, nothing, type Request, request } from './request.ts';
import type { PhotoState, SaveAnswer, SessionState, Settings, SyncState, WorkfileSheet } from './shapes.ts';
import { versionRequests } from './version-requests.ts';

const workfileOnly = z.strictObject({ workfileId: id<WorkfileId>() });

const lineGroups = lineSpec.groups;
/** A line to be; absent groups are empty. The window may give it its id, and so knows it before the answer. */
const newLine = z
  .strictObject({
    id: id<LineId>(),
    ...Object.fromEntries(
      Object.entries(lineGroups)
        .filter(([group]) => group !== 'parent' && group !== 'place')
        .map(([group, shape]) => [group, strict(shape)]),
    ),
  })
  .partial() as unknown as z.ZodType<NewLine>;
export type NewLine = LineGroups & { readonly id?: LineId };
/** Groups of a line that people type, each whole. */
export type LineGroups = {
  readonly [N in Exclude<keyof Line, 'id' | 'deleted' | 'parent' | 'place'>]?: NonNullable<Line[N]>;
};

/** The most lines that one request may add, change, move or remove. */
export const maxLinesAtOnce = 1000;
const maxChangesAtOnce = maxLinesAtOnce * Object.keys(lineGroups).length;
const lineIds = z.array(id<LineId>()).min(1).max(maxLinesAtOnce);

/** The most bytes of a photo that travel in one request; base64 makes them a third more. */
export const photoPieceBytes = 384 * 1024;
const photoPiece = z.string().max((photoPieceBytes / 3) * 4);
const ticket = z.string().regex(/^[0-9a-f]{32}$/);

/** A photo whose pieces are all handed over; `copy` says which photo it was drawn on, and what it is to be called. */
export type PhotoAddition = { readonly ticket: string; readonly thumb: string; readonly copy?: PhotoCopy | undefined };
export type PhotoCopy = { readonly of: PhotoId; readonly caption: string };

export type LineChange = Change<typeof lineSpec, 'lineId', LineId>;
const lineChange = change<typeof lineSpec, 'lineId', LineId>(lineSpec, 'lineId');

/** Lines to be, after a line or at the top. */
export type LineAddition = {
  readonly estimateId: EstimateId;
  readonly after: LineId | null;
  readonly lines: readonly NewLine[];
};
const lineAddition = z.strictObject({
  estimateId: id<EstimateId>(),
  after: id<LineId>().nullable(),
  lines: z.array(newLine).min(1).max(maxLinesAtOnce),
});
const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'comfortable']),
  layouts: z.record(lineText(40), longText(4000)),
}) as z.ZodType<Settings>;

/** Every request a window may make. */
export const requests = {
  /** Says who is signed in on this PC. */
  'session.state': request<Nothing, SessionState>(nothing),
  /** Signs a person in with e-mail and password. */
  'session.sign-in': request<{ readonly email: string; readonly password: string }, SessionState>(
    z.strictObject({ email: lineText(120), password: z.string().max(200) }),
  ),
  /** Signs the person out; unsent edits stay on this PC. */
  'session.sign-out': request<Nothing, SessionState>(nothing),

  /** Starts a workfile with an empty owner, vehicle, insurance and estimate, at the shop's usual rates. */
  'workfile.create': request<Nothing, WorkfileId>(nothing),
  /** Opens a workfile with everything in it. */
  'workfile.open': request<{ readonly workfileId: WorkfileId }, WorkfileSheet>(workfileOnly),
  /** Changes one group of a workfile. */
  'workfile.change': request<Change<typeof workfileSpec, 'workfileId', WorkfileId>, null>(
    change<typeof workfileSpec, 'workfileId', WorkfileId>(workfileSpec, 'workfileId'),
  ),
  /** Checks a workfile and marks a named revision of it. */
  'workfile.save': request<{ readonly workfileId: WorkfileId }, SaveAnswer>(workfileOnly),
  /** Takes the last edit made on this PC back. */
  'workfile.undo': request<{ readonly workfileId: WorkfileId }, { readonly undone: boolean }>(workfileOnly),
  /** Makes the edit last taken back again. */
  'workfile.redo': request<{ readonly workfileId: WorkfileId }, { readonly redone: boolean }>(workfileOnly),

  /** Adds a contact to a workfile. */
  'contact.add': request<{ readonly workfileId: WorkfileId; readonly role: Contact['parent']['role'] }, ContactId>(
    z.strictObject({ workfileId: id<WorkfileId>(), role: z.enum(contactRoles) }),
  ),
  /** Changes one group of a contact. */
  'contact.change': request<Change<typeof contactSpec, 'contactId', ContactId>, null>(
    change<typeof contactSpec, 'contactId', ContactId>(contactSpec, 'contactId'),
  ),
  /** Removes a contact; undo brings it back. */
  'contact.remove': request<{ readonly contactId: ContactId }, null>(z.strictObject({ contactId: id<ContactId>() })),
  /** Changes one group of the vehicle. */
  'vehicle.change': request<Change<typeof vehicleSpec, 'vehicleId', VehicleId>, null>(
    change<typeof vehicleSpec, 'vehicleId', VehicleId>(vehicleSpec, 'vehicleId'),
  ),
  /** Lists the models that a make is known to have built; in any case, without a network. */
  'vehicle.models': request<{ readonly make: string }, readonly string[]>(z.strictObject({ make: lineText(60) })),
  /** Decodes a VIN on this PC, without a network; changes nothing. */
  'vehicle.decode': request<{ readonly vin: string }, VinDecoding>(z.strictObject({ vin: z.string().max(60) })),
  /** Changes one group of the insurance. */
  'insurance.change': request<Change<typeof insuranceSpec, 'insuranceId', InsuranceId>, null>(
    change<typeof insuranceSpec, 'insuranceId', InsuranceId>(insuranceSpec, 'insuranceId'),
  ),
  /** Changes one group of the workfile's rates. */
  'rates.change': request<Change<typeof ratesSpec, 'ratesId', RatesId>, null>(
    change<typeof ratesSpec, 'ratesId', RatesId>(ratesSpec, 'ratesId'),
  ),
  /** Changes one group of the estimate. */
  'estimate.change': request<Change<typeof estimateSpec, 'estimateId', EstimateId>, null>(
    change<typeof estimateSpec, 'estimateId', EstimateId>(estimateSpec, 'estimateId'),
  ),

  /** Adds lines after a line, or at the top. */
  'line.add': request<LineAddition, readonly LineId[]>(lineAddition),
  /** Changes one group of a line. */
  'line.change': request<LineChange, null>(lineChange),
  /** Changes groups of several lines, and may add others, as one step that undo takes back at once: a pasted block. */
  'line.change-many': request<{ readonly changes: readonly LineChange[]; readonly added?: LineAddition }, null>(
    z.strictObject({
      changes: z.array(lineChange).min(1).max(maxChangesAtOnce),
      added: lineAddition.exactOptional(),
    }),
  ),
  /** Moves lines, in their order, after a line or to the top. */
  'line.move': request<{ readonly lineIds: readonly LineId[]; readonly after: LineId | null }, null>(
    z.strictObject({ lineIds, after: id<LineId>().nullable() }),
  ),
  /** Removes lines; undo brings them back. */
  'line.remove': request<{ readonly lineIds: readonly LineId[] }, null>(z.strictObject({ lineIds })),

  /** Makes room for a photo that comes piece by piece; answers the ticket of its pieces. */
  'photo.begin': request<{ readonly workfileId: WorkfileId; readonly bytes: number }, { readonly ticket: string }>(
    z.strictObject({ workfileId: id<WorkfileId>(), bytes: z.int().min(1).max(maxPhotoBytes) }),
  ),
  /** Takes the next piece of a photo or a document. */
  'photo.piece': request<{ readonly ticket: string; readonly at: number; readonly base64: string }, null>(
    z.strictObject({ ticket, at: z.int().min(0).max(maxPhotoBytes), base64: photoPiece }),
  ),
  /**
   * Adds the photo once all of it is here; one that the workfile has already is not added again. A copy of another
   * photo comes behind that one, with its tags and the time when it was taken.
   */
  'photo.add': request<PhotoAddition, { readonly photoId: PhotoId; readonly isNew: boolean }>(
    z.strictObject({
      ticket,
      thumb: photoPiece,
      copy: z.strictObject({ of: id<PhotoId>(), caption: longText(maxCaption) }).optional(),
    }),
  ),
  /** Changes one group of a photo. */
  'photo.change': request<Change<typeof photoSpec, 'photoId', PhotoId>, null>(
    change<typeof photoSpec, 'photoId', PhotoId>(photoSpec, 'photoId'),
  ),
  /** Moves photos, in their order, after a photo or to the front. */
  'photo.move': request<{ readonly photoIds: readonly PhotoId[]; readonly after: PhotoId | null }, null>(
    z.strictObject({
      photoIds: z.array(id<PhotoId>()).min(1).max(maxPhotosOfWorkfile),
      after: id<PhotoId>().nullable(),
    }),
  ),
  /** Removes photos; undo brings them back. */
  'photo.remove': request<{ readonly photoIds: readonly PhotoId[] }, null>(
    z.strictObject({ photoIds: z.array(id<PhotoId>()).min(1).max(maxPhotosOfWorkfile) }),
  ),
  /** Says where the files of a workfile's photos are, and fetches the thumbnails that are missing. */
  'photo.states': request<{ readonly workfileId: WorkfileId }, readonly PhotoState[]>(workfileOnly),
  /** Fetches a photo from the cloud, because somebody looks at it. */
  'photo.fetch': request<{ readonly sha256: Sha256 }, null>(z.strictObject({ sha256: z.string().refine(isSha256) })),

  /** Keeps the text being typed in a field, so that a crash loses none of it. */
  'draft.keep': request<{ readonly workfileId: WorkfileId; readonly place: string; readonly text: string }, null>(
    z.strictObject({ workfileId: id<WorkfileId>(), place: lineText(120), text: z.string().max(40_000) }),
  ),
  /** Forgets the draft of a field that was committed or given up. */
  'draft.drop': request<{ readonly workfileId: WorkfileId; readonly place: string }, null>(
    z.strictObject({ workfileId: id<WorkfileId>(), place: lineText(120) }),
  ),

  /** Says where this PC stands with the cloud. */
  'sync.state': request<Nothing, SyncState>(nothing),
  /** Sends and fetches now. */
  'sync.now': request<Nothing, null>(nothing),
  /** Works offline by choice, or goes back online. */
  'sync.set-offline': request<{ readonly offline: boolean }, null>(z.strictObject({ offline: z.boolean() })),

  ...listRequests,
  ...lifeRequests,
  ...presenceRequests,
  ...pcRequests,
  ...printRequests,
  ...commandRequests,
  ...versionRequests,
  ...noteRequests,
  ...documentRequests,
  ...historyRequests,
  ...planRequests,
  ...dmsRequests,
  ...connectionRequests,
  ...journalRequests,
  ...centreRequests,
  ...exchangeRequests,
  ...libraryRequests,
  ...configureRequests,
  ...customerRequests,
  ...receiptRequests,

  /** Reads what this PC remembers of its user's likings. */
  'settings.read': request<Nothing, Settings>(nothing),
  /** Remembers them. */
  'settings.write': request<Settings, null>(settings),
} as const;

export type RequestName = keyof typeof requests;
export type Input<N extends RequestName> = (typeof requests)[N] extends Request<infer I, infer _O> ? I : never;
export type Output<N extends RequestName> = (typeof requests)[N] extends Request<infer _I, infer O> ? O : never;
export type Reply<N extends RequestName> = Result<Output<N>, Failure>;
/** One handler a request; a missing one does not compile. */
export type Handlers = { readonly [N in RequestName]: (input: Input<N>) => Reply<N> | Promise<Reply<N>> };
