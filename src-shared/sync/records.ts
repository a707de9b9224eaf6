// Every kind of record that travels, with the policy by which each of its groups merges.

import type {
  AppointmentId,
  CannedId,
  ConflictId,
  ContactId,
  CustomerId,
  DmsConnectionId,
  DmsEventId,
  DocumentId,
  EmployeeId,
  EstimateId,
  InsuranceId,
  InsurerId,
  LineId,
  NoteId,
  PartCodeId,
  PhotoId,
  PlanEventId,
  ProfileId,
  RatesId,
  ReceiptId,
  ReceiptVoidId,
  TaskId,
  VehicleId,
  VersionId,
  WorkfileId,
} from '../base/ids.ts';

import { conflictSpec } from '../domain/conflict/conflict.ts';
import { dmsEventSpec } from '../domain/dms/dms-event.ts';
import { dmsConnectionSpec } from '../domain/dms/shop-connection.ts';
import { documentSpec } from '../domain/document/document.ts';
import { estimateSpec } from '../domain/estimate/estimate.ts';
import { lineSpec } from '../domain/estimate/line.ts';
import { profileSpec } from '../domain/estimate/profile/profile.ts';
import { ratesSpec } from '../domain/estimate/rates.ts';
import { versionSpec } from '../domain/estimate/supplement/locked-version.ts';
import { insuranceSpec } from '../domain/insurance/insurance.ts';
import { insurerSpec } from '../domain/insurance/insurer.ts';
import { cannedSpec } from '../domain/library/canned.ts';
import type { Library } from '../domain/library/library.ts';
import { partCodeSpec } from '../domain/library/part-code.ts';
import { noteSpec } from '../domain/note/note.ts';
import { contactSpec } from '../domain/people/contact.ts';
import { customerSpec } from '../domain/people/customer.ts';
import { employeeSpec } from '../domain/people/employee.ts';
import { photoSpec } from '../domain/photo/photo.ts';
import { appointmentSpec } from '../domain/plan/appointment.ts';
import { eventSpec } from '../domain/plan/event.ts';
import { taskSpec } from '../domain/plan/task.ts';
import { receiptSpec } from '../domain/receipt/receipt.ts';
import { receiptVoidSpec } from '../domain/receipt/receipt-void.ts';

import type { GroupName, GroupValue, RecordOf } from '../domain/record.ts';
import { vehicleSpec } from '../domain/vehicle/vehicle.ts';
import { workfileSpec } from '../domain/workfile/workfile.ts';

/**
 * How a group with two concurrent values merges: `keep-both` until a person chooses, `last` where nothing is lost,
 * `most` / `least` for numbers, `once` for what is written at creation only, `cloud` for what only commands write.
 */
export type Policy = 'keep-both' | 'last' | 'most' | 'least' | 'once' | 'cloud';

type Declared<S> = { readonly spec: S; readonly policies: { readonly [N in GroupName<S>]: Policy } };
const declare = <S>(spec: S, policies: Declared<S>['policies']): Declared<S> => ({ spec, policies });

/** The record kinds, by name. */
export const records = {
  workfile: declare(workfileSpec, {
    opened: 'once',
    stage: 'cloud',
    number: 'cloud',
    tracking: 'keep-both',
    saved: 'last',
    moved: 'cloud',
    bin: 'last',
    totalLoss: 'keep-both',
    referral: 'keep-both',
    vehicleIn: 'keep-both',
    repairsStarted: 'keep-both',
    repairsCompleted: 'keep-both',
    vehicleOut: 'keep-both',
    statusUpdate: 'keep-both',
    dmsRepairId: 'keep-both',
    dmsCustomerId: 'keep-both',
    dmsVehicleId: 'keep-both',
  }),
  contact: declare(contactSpec, {
    parent: 'once',
    name: 'keep-both',
    cell: 'keep-both',
    home: 'keep-both',
    business: 'keep-both',
    email: 'keep-both',
    address: 'keep-both',
    preference: 'keep-both',
    fax: 'keep-both',
    otherPhone: 'keep-both',
    relation: 'keep-both',
    same: 'keep-both',
    customer: 'last',
  }),
  vehicle: declare(vehicleSpec, {
    parent: 'once',
    identity: 'keep-both',
    plate: 'keep-both',
    mileageIn: 'most',
    mileageOut: 'most',
    paint: 'keep-both',
    production: 'keep-both',
    condition: 'keep-both',
    impact: 'keep-both',
    options: 'keep-both',
    damage: 'keep-both',
  }),
  insurance: declare(insuranceSpec, {
    parent: 'once',
    payer: 'keep-both',
    company: 'keep-both',
    claim: 'keep-both',
    deductible: 'keep-both',
    deductibleRule: 'keep-both',
    adjuster: 'keep-both',
    agent: 'keep-both',
    loss: 'keep-both',
    coverage: 'keep-both',
    collection: 'keep-both',
    bettermentNote: 'keep-both',
    assignment: 'keep-both',
  }),
  rates: declare(ratesSpec, {
    parent: 'once',
    labor: 'keep-both',
    supplies: 'keep-both',
    tax: 'keep-both',
    discount: 'keep-both',
    laborAdjust: 'keep-both',
    partMarkup: 'keep-both',
    partDiscount: 'keep-both',
    paint: 'keep-both',
    bodySupplies: 'keep-both',
    extraSupplies: 'keep-both',
    sublet: 'keep-both',
    taxes: 'keep-both',
    discountSum: 'keep-both',
    chargeDiscount: 'keep-both',
    reckoning: 'keep-both',
    refinish: 'keep-both',
    source: 'last',
    reasons: 'keep-both',
  }),
  estimate: declare(estimateSpec, {
    parent: 'once',
    version: 'cloud',
    lock: 'cloud',
    charges: 'keep-both',
    adjustments: 'keep-both',
    finish: 'keep-both',
    imported: 'last',
  }),
  line: declare(lineSpec, {
    parent: 'once',
    place: 'last',
    work: 'keep-both',
    text: 'keep-both',
    note: 'keep-both',
    part: 'keep-both',
    labor: 'keep-both',
    refinish: 'keep-both',
    misc: 'keep-both',
    marks: 'keep-both',
    adjust: 'keep-both',
    betterment: 'keep-both',
    share: 'keep-both',
    panel: 'keep-both',
    automatic: 'keep-both',
    state: 'keep-both',
    book: 'keep-both',
    vendor: 'last',
  }),
  version: declare(versionSpec, {
    parent: 'cloud',
    of: 'cloud',
    lines: 'cloud',
    facts: 'cloud',
    totals: 'cloud',
  }),
  photo: declare(photoSpec, {
    parent: 'once',
    content: 'once',
    taken: 'once',
    caption: 'keep-both',
    place: 'last',
    view: 'last',
    tags: 'keep-both',
  }),
  document: declare(documentSpec, {
    parent: 'once',
    content: 'once',
    added: 'once',
    title: 'keep-both',
  }),
  note: declare(noteSpec, {
    parent: 'once',
    content: 'once',
    written: 'once',
    follows: 'once',
    pin: 'last',
    links: 'once',
    receipts: 'once',
  }),
  receipt: declare(receiptSpec, {
    parent: 'once',
    number: 'once',
    money: 'once',
    taken: 'once',
    chain: 'once',
    adjustment: 'once',
    dms: 'cloud',
  }),
  'receipt-void': declare(receiptVoidSpec, {
    parent: 'once',
    said: 'once',
    chain: 'once',
  }),
  event: declare(eventSpec, {
    parent: 'once',
    what: 'once',
    promise: 'once',
    reopened: 'once',
  }),
  task: declare(taskSpec, {
    parent: 'once',
    about: 'keep-both',
    done: 'keep-both',
  }),
  appointment: declare(appointmentSpec, {
    parent: 'once',
    about: 'keep-both',
  }),
  profile: declare(profileSpec, {
    parent: 'once',
    about: 'keep-both',
    usual: 'last',
    labor: 'keep-both',
    supplies: 'keep-both',
    tax: 'keep-both',
    discount: 'keep-both',
    laborAdjust: 'keep-both',
    partMarkup: 'keep-both',
    partDiscount: 'keep-both',
    paint: 'keep-both',
    bodySupplies: 'keep-both',
    extraSupplies: 'keep-both',
    sublet: 'keep-both',
    taxes: 'keep-both',
    discountSum: 'keep-both',
    chargeDiscount: 'keep-both',
    reckoning: 'keep-both',
    refinish: 'keep-both',
    address: 'keep-both',
    phones: 'keep-both',
    registration: 'keep-both',
    dayPhone: 'keep-both',
    updatePlus: 'keep-both',
    updatePlusInsurers: 'keep-both',
    updatePlusPayers: 'keep-both',
    estimateText: 'keep-both',
    receiptText: 'keep-both',
    authorizationText: 'keep-both',
    receiptTypes: 'keep-both',
    numbering: 'keep-both',
  }),
  canned: declare(cannedSpec, {
    parent: 'once',
    about: 'keep-both',
    content: 'keep-both',
  }),
  'part-code': declare(partCodeSpec, {
    parent: 'once',
    code: 'keep-both',
    text: 'keep-both',
    part: 'keep-both',
    labor: 'keep-both',
  }),
  employee: declare(employeeSpec, {
    parent: 'once',
    about: 'keep-both',
    email: 'keep-both',
    phone: 'keep-both',
    estimator: 'last',
    license: 'keep-both',
    standing: 'last',
  }),
  insurer: declare(insurerSpec, {
    parent: 'once',
    about: 'keep-both',
    updatePlus: 'last',
    customerUpdates: 'last',
    standing: 'last',
    phones: 'keep-both',
    address: 'keep-both',
    offices: 'keep-both',
  }),
  customer: declare(customerSpec, {
    parent: 'once',
    name: 'keep-both',
    cell: 'keep-both',
    home: 'keep-both',
    business: 'keep-both',
    email: 'keep-both',
    address: 'keep-both',
    preference: 'keep-both',
    authorization: 'last',
    standing: 'last',
    fax: 'keep-both',
    otherPhone: 'keep-both',
    notes: 'keep-both',
    merged: 'last',
  }),
  'dms-event': declare(dmsEventSpec, {
    parent: 'once',
    what: 'once',
  }),
  'dms-connection': declare(dmsConnectionSpec, {
    parent: 'cloud',
    about: 'cloud',
    takes: 'cloud',
    updates: 'cloud',
    types: 'cloud',
  }),
  conflict: declare(conflictSpec, {
    parent: 'cloud',
    about: 'cloud',
    before: 'cloud',
    standing: 'cloud',
    late: 'cloud',
    choice: 'last',
  }),
} as const;

export type RecordKind = keyof typeof records;
/** The kinds whose records belong to a workfile. */
export type WorkfileKind = Exclude<RecordKind, Library>;
export type SpecOf<K extends RecordKind> = (typeof records)[K]['spec'];
export type GroupOf<K extends RecordKind> = GroupName<SpecOf<K>>;
export type ValueOf<K extends RecordKind, G> = GroupValue<SpecOf<K>, G>;

type Ids = {
  workfile: WorkfileId;
  contact: ContactId;
  vehicle: VehicleId;
  insurance: InsuranceId;
  rates: RatesId;
  estimate: EstimateId;
  line: LineId;
  version: VersionId;
  photo: PhotoId;
  document: DocumentId;
  note: NoteId;
  receipt: ReceiptId;
  'receipt-void': ReceiptVoidId;
  event: PlanEventId;
  task: TaskId;
  appointment: AppointmentId;
  profile: ProfileId;
  canned: CannedId;
  'part-code': PartCodeId;
  employee: EmployeeId;
  insurer: InsurerId;
  customer: CustomerId;
  'dms-event': DmsEventId;
  'dms-connection': DmsConnectionId;
  conflict: ConflictId;
};
/** The id type of a record kind. */
export type IdOf<K extends RecordKind> = Ids[K];
/** The record type of a kind. */
export type RecordOfKind<K extends RecordKind> = RecordOf<SpecOf<K>, Ids[K]>;

/** The names of all record kinds. */
export const recordKinds = Object.keys(records) as readonly RecordKind[];
/**
 * The kinds of which only the cloud makes records: a conflict where values meet, a version where one is locked, and the
 * shop's connection to its dealer's system.
 */
export const kindsOfCloud: readonly RecordKind[] = ['conflict', 'version', 'dms-connection'];
/** Whether text names a record kind. */
export const isRecordKind = (text: string): text is RecordKind => Object.hasOwn(records, text);
