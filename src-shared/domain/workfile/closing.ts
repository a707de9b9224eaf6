// What a person looks through before a repair order is closed: what must be there, and what is only worth a look.

import type { Conflict } from '../conflict/conflict.ts';
import type { DmsEvent } from '../dms/dms-event.ts';
import { type DmsIdGroup, dmsIdOf } from '../dms/dms-id.ts';
import { filesOfReceipts } from '../dms/journal/due-entries.ts';
import { neededIds } from '../dms/repair-order.ts';
import type { ShopConnection } from '../dms/shop-connection.ts';
import { type Estimate, isLocked } from '../estimate/estimate.ts';
import type { Insurance } from '../insurance/insurance.ts';
import { type Contact, contactLabel } from '../people/contact.ts';
import { planOf } from '../plan/milestone.ts';
import { openTasks, type Task } from '../plan/task.ts';
import type { Receipt } from '../receipt/receipt.ts';
import type { Vehicle } from '../vehicle/vehicle.ts';
import type { Workfile } from './workfile.ts';

/** What the check list looks at. */
export type Closing = {
  readonly workfile: Workfile;
  readonly contacts: readonly Contact[];
  readonly vehicle: Vehicle;
  readonly insurance: Insurance;
  readonly estimate: Estimate;
  readonly conflicts: readonly Conflict[];
  readonly tasks: readonly Task[];
  readonly receipts: readonly Pick<Receipt, 'id' | 'dms'>[];
  readonly dmsEvents: readonly DmsEvent[];
  readonly unsavedSince: number;
};

/** What the dealer's system asks for; it is settled in DMS Activity. */
export type DmsPoint = 'dms-customer-missing' | 'dms-vehicle-missing' | 'dms-repair-missing';
const dmsPoints: Readonly<Record<DmsIdGroup, DmsPoint>> = {
  dmsCustomerId: 'dms-customer-missing',
  dmsVehicleId: 'dms-vehicle-missing',
  dmsRepairId: 'dms-repair-missing',
};
export const isDmsPoint = (key: string): boolean => Object.values(dmsPoints).some((one) => one === key);

/** One point that is open, and the record and field that settle it; `must` points keep the repair order from closing. */
export type ClosingPoint = {
  readonly key:
    | 'estimate-open'
    | 'owner-missing'
    | 'vehicle-missing'
    | 'payer-missing'
    | 'undecided'
    | 'vin-missing'
    | 'mileage-missing'
    | 'vehicle-out-open'
    | 'balance-due'
    | 'tasks-open'
    | 'receipts-not-exported'
    | DmsPoint
    | 'not-saved';
  readonly must: boolean;
  readonly record: string;
  readonly field: string;
};

/**
 * The open points, what must be settled first (CCC's close wizard: estimate, required fields, exceptions, dates).
 * `dueCents` is what customer and insurer still owe: a car may leave before all of it came. `dealer`: the system that the
 * repair order goes to; what it asks for keeps none from closing.
 */
export function closingPoints(sheet: Closing, dueCents = 0, dealer?: ShopConnection): readonly ClosingPoint[] {
  const { workfile, contacts, vehicle, insurance, estimate, conflicts } = sheet;
  const owner = contacts.find(({ parent, deleted }) => parent.role === 'owner' && !deleted);
  const { identity } = vehicle;
  const [task] = openTasks(sheet.tasks);
  const files = filesOfReceipts(sheet.dmsEvents);
  const receipt = sheet.receipts.find(({ id, dms }) => dms?.state !== 'posted' && !files.has(id));
  const undecided = conflicts.find(({ choice, deleted }) => choice.made === 'open' && !deleted);
  const points: readonly (ClosingPoint | false)[] = [
    !isLocked(estimate) && must('estimate-open', estimate.id, 'estimate.lines'),
    (owner === undefined || contactLabel(owner.name) === '') &&
      must('owner-missing', owner?.id ?? '', 'contact.name.last'),
    identity.make === '' && must('vehicle-missing', vehicle.id, 'vehicle.identity.make'),
    insurance.payer.payer === 'Not Specified' && must('payer-missing', insurance.id, 'insurance.payer.payer'),
    undecided !== undefined && must('undecided', undecided.id, ''),
    identity.vin === '' && look('vin-missing', vehicle.id, 'vehicle.identity.vin'),
    vehicle.mileageOut.miles === 0 && look('mileage-missing', vehicle.id, 'vehicle.mileageOut.miles'),
    !planOf(workfile).vehicleOut.complete && look('vehicle-out-open', workfile.id, 'workfile.vehicleOut.actualDate'),
    dueCents > 0 && look('balance-due', sheet.receipts[0]?.id ?? '', 'receipt.money.amountCents'),
    task !== undefined && look('tasks-open', task.id, 'task.about.text'),
    receipt !== undefined && look('receipts-not-exported', receipt.id, 'receipt.money.amountCents'),
    ...neededIds(dealer).map(
      (id) => dmsIdOf(workfile, id) === '' && look(dmsPoints[id], workfile.id, `workfile.${id}.id`),
    ),
    sheet.unsavedSince > 0 && look('not-saved', '', ''),
  ];
  return points.filter((point) => point !== false);
}

type Key = ClosingPoint['key'];
const must = (key: Key, record: string, field: string): ClosingPoint => ({ key, must: true, record, field });
const look = (key: Key, record: string, field: string): ClosingPoint => ({ key, must: false, record, field });
