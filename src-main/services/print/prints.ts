// Printing a workfile: what can be printed, the document as it was seen, and its way to a file or a printer.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { shopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { estimatePrint } from '../../../src-shared/domain/estimate/print/estimate-print.ts';
import type { PrintInput } from '../../../src-shared/domain/estimate/print/print-input.ts';
import { facilityProfile } from '../../../src-shared/domain/estimate/profile/choose-profile.ts';
import { letterheadOf } from '../../../src-shared/domain/estimate/profile/letterhead.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { arePageStarts } from '../../../src-shared/domain/print/paging.ts';
import { paperOf } from '../../../src-shared/domain/print/paper.ts';
import type { PrintDocument } from '../../../src-shared/domain/print/print-document.ts';
import { markupOf } from '../../../src-shared/domain/print/print-markup.ts';
import { pagesOf } from '../../../src-shared/domain/print/print-pages.ts';
import { isPending } from '../../../src-shared/ipc/command-shapes.ts';
import type { Printing, PrintJob, PrintTrouble } from '../../../src-shared/ipc/host.ts';
import type {
  PhotoWish,
  PrintChoices,
  PrintJobRecord,
  PrintPages,
  PrintRequestName,
  PrintWish,
} from '../../../src-shared/ipc/print-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { notePrintJob, readPrintJobs } from '../../db/print-job.ts';
import { recordsOf } from '../../db/record.ts';
import { allowed, type Desk, nameOf } from '../desk.ts';
import { openWorkfile } from '../workfiles.ts';
import { dmsChoices, dmsDocument } from './dms-prints.ts';
import { createHeldPrints, type Held, type HeldPrints } from './held-prints.ts';
import { noteChoices, noteDocument } from './note-prints.ts';
import { photoChoices, photoDocument } from './photo-prints.ts';
import { printChoices, printedVersions, printFacts } from './print-versions.ts';
import { receiptChoices, receiptDocument } from './receipt-prints.ts';

/** One handler a request about paper, over one desk. */
export function printHandlers(desk: Desk): Pick<Handlers, PrintRequestName> {
  const held = createHeldPrints(desk.random);
  return {
    'print.choices': ({ workfileId }) => listChoices(desk, workfileId),
    'print.prepare': (wish) => {
      const document = makeDocument(desk, wish);
      return document.ok ? ok(held.hold(wish, document.value)) : document;
    },
    'print.picture': (picture) => held.takePicture(picture),
    'print.pdf': (pages) => savePdf(desk, held, pages),
    'print.paper': ({ printer, copies, ...pages }) => sendToPrinter(desk, held, { pages, printer, copies }),
    'print.stop': () => {
      desk.printing?.stop();
      return ok(null);
    },
  };
}

async function listChoices(desk: Desk, workfileId: WorkfileId): Promise<Result<PrintChoices>> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const sheet = openWorkfile(desk, workfileId);
  if (!sheet.ok) return sheet;
  return ok({
    documents: [
      ...printChoices(printedVersions(desk.store, sheet.value), sheet.value.workfile.stage.stage),
      ...receiptChoices(sheet.value),
      ...photoChoices(sheet.value),
      ...noteChoices(sheet.value),
      ...dmsChoices(sheet.value, connectionOf(desk), user.value.role),
    ],
    paper: paperOf(user.value.timeZone),
    printers: (await desk.printing?.printers()) ?? [],
    jobs: readPrintJobs(desk.store, workfileId),
  });
}

function makeDocument(desk: Desk, wish: PrintWish): Result<PrintDocument> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const opened = openWorkfile(desk, wish.workfileId);
  if (!opened.ok) return opened;
  const sheet = opened.value;
  const { shopName, timeZone } = user.value;
  const profile = ownProfile(desk, sheet);
  const made = {
    paper: wish.paper,
    timeZone,
    shop: letterheadOf(shopName, profile),
    now: desk.clock(),
  };
  const { kind, version, photos = allPhotos } = wish;
  if (kind === 'receipt') {
    return receiptDocument(sheet, version, { ...made, words: profile?.receiptText?.text ?? '' });
  }
  if (kind === 'dms-history') {
    const connection = connectionOf(desk);
    const isSeen = dmsChoices(sheet, connection, user.value.role).length > 0;
    return isSeen ? ok(dmsDocument(sheet, connection, made)) : failed({ kind: 'not-found', what: 'print' });
  }
  if (kind === 'notes') {
    const pendingNumber = pendingNumberOf(desk, sheet.workfile.id);
    return noteDocument(sheet, version, { ...made, pendingNumber, text: wish.noteText ?? '' });
  }
  if (kind !== 'photos') return estimateDocument(desk, sheet, { ...made, kind, version });
  const pendingNumber = pendingNumberOf(desk, sheet.workfile.id);
  return photoDocument(sheet, photos, { ...made, shopName: made.shop.name, pendingNumber });
}

const connectionOf = ({ store }: Desk) =>
  shopConnection(recordsOf(store, 'dms-connection', libraries['dms-connection']));

/** Where nobody said which, and how many a page. */
const allPhotos: PhotoWish = { size: 4, photoIds: [] };

type Asked = Pick<PrintInput, 'kind' | 'paper' | 'timeZone' | 'shop' | 'now'> & { readonly version: string };

function estimateDocument(desk: Desk, sheet: WorkfileSheet, { version, ...made }: Asked): Result<PrintDocument> {
  const { kind } = made;
  const all = printedVersions(desk.store, sheet);
  const choice = printChoices(all, sheet.workfile.stage.stage).find(
    (one) => one.kind === kind && one.version === version,
  );
  if (choice === undefined || choice.why !== '') return failed({ kind: 'not-found', what: 'print' });
  const at = all.findIndex(({ label }) => label === version);
  const printed = all[at];
  if (printed === undefined) return failed({ kind: 'not-found', what: 'print' });
  const profile = ownProfile(desk, sheet);
  return ok(
    estimatePrint({
      ...printFacts(kind, printed, sheet),
      ...made,
      texts: { estimate: profile?.estimateText?.text ?? '', authorization: profile?.authorizationText?.text ?? '' },
      versions: all.slice(0, at + 1),
      pendingNumber: pendingNumberOf(desk, sheet.workfile.id),
    }),
  );
}

/** The profile of the repair facility: the one that the workfile is priced by, else that of the shop. */
function ownProfile({ store }: Desk, { rates }: WorkfileSheet): Profile | undefined {
  const profiles = recordsOf(store, 'profile', libraries.profile);
  const source = profiles.find(({ id }) => id === rates.source?.profileId);
  return source?.about.kind === 'facility' ? source : facilityProfile(profiles);
}

/** The number that this PC gave to a conversion which the cloud has not answered yet. */
function pendingNumberOf(desk: Desk, workfileId: WorkfileId): string {
  const waiting = desk.sync
    .commands()
    .find((one) => one.workfileId === workfileId && one.name === 'convert-to-ro' && isPending(one));
  return waiting?.number ?? '';
}

type Ready = { readonly held: Held; readonly job: PrintJob; readonly printing: Printing; readonly by: string };

/** A held document cut into the pages that the window measured. */
function readyToPrint(desk: Desk, all: HeldPrints, { ticket, starts }: PrintPages): Result<Ready> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const held = all.get(ticket);
  if (held === undefined || !arePageStarts(starts, held.document.pieces.length)) {
    return failed({ kind: 'not-found', what: 'print' });
  }
  if (desk.printing === undefined) return failed(unavailable('print-engine'));
  const { title, paper } = held.document;
  const job = { title, paper, body: markupOf(pagesOf(held.document, starts), held.pictures) };
  return ok({ held, job, printing: desk.printing, by: nameOf(user.value) });
}

async function savePdf(
  desk: Desk,
  all: HeldPrints,
  pages: PrintPages,
): Promise<Result<{ readonly file: string | null }>> {
  const ready = readyToPrint(desk, all, pages);
  if (!ready.ok) return ready;
  const { held, job, printing } = ready.value;
  const answer = await printing.pdf(job, held.document.fileName);
  if ('trouble' in answer) return failed(unavailable(answer.trouble));
  if (answer.file !== null)
    note(desk, ready.value, { way: 'pdf', to: answer.file, pages: pages.starts.length, copies: 1 });
  return ok(answer);
}

type Sending = { readonly pages: PrintPages; readonly printer: string; readonly copies: number };

async function sendToPrinter(desk: Desk, all: HeldPrints, { pages, printer, copies }: Sending): Promise<Result<null>> {
  const ready = readyToPrint(desk, all, pages);
  if (!ready.ok) return ready;
  const trouble = await ready.value.printing.paper(ready.value.job, printer, copies);
  if (trouble !== null) return failed(unavailable(trouble));
  note(desk, ready.value, { way: 'paper', to: printer, pages: pages.starts.length, copies });
  return ok(null);
}

type Way = Pick<PrintJobRecord, 'way' | 'to' | 'pages' | 'copies'>;

function note(desk: Desk, { held: { wish, document }, by }: Ready, way: Way): void {
  const { workfileId } = wish;
  // The title of notes names their reader already.
  const version = wish.kind === 'notes' ? '' : wish.version;
  notePrintJob(desk.store, workfileId, { title: document.title, version, at: desk.clock(), by, ...way });
}

const unavailable = (what: PrintTrouble) => ({ kind: 'unavailable', what }) as const;
