/** A small invented workfile, as the backend would send it. */
import type { CivilDate } from '../../../src-shared/base/dates.ts';

import type {
  ContactId,
  DocumentId,
  EstimateId,
  InsuranceId,
  LineId,
  NoteId,
  PhotoId,
  RatesId,
  ReceiptId,
  VehicleId,
  WorkfileId,
} from '../../../src-shared/base/ids.ts';
import { documentSpec, type PdfDocument } from '../../../src-shared/domain/document/document.ts';
import { estimateSpec } from '../../../src-shared/domain/estimate/estimate.ts';
import { type Line, lineSpec } from '../../../src-shared/domain/estimate/line.ts';
import { ratesSpec } from '../../../src-shared/domain/estimate/rates.ts';
import { insuranceSpec } from '../../../src-shared/domain/insurance/insurance.ts';
import { type Note, noteSpec } from '../../../src-shared/domain/note/note.ts';
import { type Contact, contactSpec } from '../../../src-shared/domain/people/contact.ts';
import { type Photo, photoSpec } from '../../../src-shared/domain/photo/photo.ts';
import { type Receipt, receiptSpec } from '../../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup, type GroupShapes, type RecordOf, type RecordSpec } from '../../../src-shared/domain/record.ts';
import { vehicleSpec } from '../../../src-shared/domain/vehicle/vehicle.ts';
import { workfileSpec } from '../../../src-shared/domain/workfile/workfile.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { shopTime } from './shop-time.ts';

const uuid = (kind: number, n: number): string => `0190aaaa-000${kind}-7000-8000-${String(n).padStart(12, '0')}`;

export const workfileId = uuid(0, 1) as WorkfileId;

const blank = <S extends RecordSpec<string, GroupShapes>, Id extends string>(spec: S, id: Id): RecordOf<S, Id> =>
  ({
    id,
    deleted: false,
    ...Object.fromEntries(Object.keys(spec.groups).map((group) => [group, emptyGroup(spec, group as never)])),
  }) as RecordOf<S, Id>;

export const contactOf = (role: Contact['parent']['role'], n: number): Contact => ({
  ...blank(contactSpec, uuid(1, n) as ContactId),
  parent: { workfileId, role },
});

export const lineOf = (n: number, description: string, groups: Partial<Line> = {}): Line => ({
  ...blank(lineSpec, uuid(6, n) as LineId),
  parent: { workfileId, estimateId: uuid(5, 1) },
  place: { position: `a${n}` },
  text: { description },
  ...groups,
});

export const photoOf = (n: number, groups: Partial<Photo> = {}): Photo => ({
  ...blank(photoSpec, uuid(7, n) as PhotoId),
  parent: { workfileId },
  content: { sha256: String(n).padStart(64, '0'), bytes: 3_400_000, width: 4032, height: 3024, type: 'jpeg' },
  place: { position: `a${n}` },
  ...groups,
});

export const documentOf = (n: number, groups: Partial<PdfDocument> = {}): PdfDocument => ({
  ...blank(documentSpec, uuid(9, n) as DocumentId),
  parent: { workfileId },
  content: { sha256: String(n).padStart(64, 'd'), bytes: 1_240_000, pages: 3 },
  added: { at: new Date(2026, 10, 21, 9, 30).getTime() + n, by: 'Robin Ellery' },
  title: { text: `Document ${n}` },
  ...groups,
});

export const noteOf = (n: number, groups: Partial<Note> = {}): Note => ({
  ...blank(noteSpec, uuid(8, n) as NoteId),
  parent: { workfileId },
  written: { at: shopTime(21, 9, 30) + n, by: 'Robin Ellery', pc: 'FRONT-PC' },
  ...groups,
});

export function sheetOf(parts: Partial<WorkfileSheet> = {}): WorkfileSheet {
  return {
    workfile: { ...blank(workfileSpec, workfileId), number: { ro: '48213' } },
    contacts: [contactOf('owner', 1)],
    vehicle: blank(vehicleSpec, uuid(2, 1) as VehicleId),
    insurance: blank(insuranceSpec, uuid(3, 1) as InsuranceId),
    rates: blank(ratesSpec, uuid(4, 1) as RatesId),
    estimate: blank(estimateSpec, uuid(5, 1) as EstimateId),
    lines: [],
    conflicts: [],
    photos: [],
    documents: [],
    notes: [],
    events: [],
    tasks: [],
    appointments: [],
    versions: [],
    receipts: [],
    receiptVoids: [],
    dmsEvents: [],
    drafts: [],
    canUndo: false,
    canRedo: false,
    unsavedSince: 0,
    ...parts,
  };
}

export const receiptOf = (n: number, money: Partial<Receipt['money']> = {}): Receipt => ({
  id: `0190dddd-0000-7000-8000-${String(n).padStart(12, '0')}` as ReceiptId,
  deleted: false,
  parent: { workfileId },
  number: { number: `48213-${n}A`, serial: n },
  money: { ...emptyGroup(receiptSpec, 'money'), amountCents: 100_000, date: '2026-11-20' as CivilDate, ...money },
  taken: { at: n, by: 'Robin Ellery' },
  chain: emptyGroup(receiptSpec, 'chain'),
});
