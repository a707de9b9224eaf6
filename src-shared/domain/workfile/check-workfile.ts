// What is wrong in a workfile when somebody saves it: only what is wrong, not what is merely missing.

import type { Failure } from '../../base/failure.ts';
import { invalid } from '../../base/failure.ts';
import { maxCents } from '../../base/money.ts';
import type { Line } from '../estimate/line.ts';
import { checkLine } from '../estimate/line-rules.ts';
import { priceEstimate } from '../estimate/price-estimate.ts';
import type { TotalsInput } from '../estimate/totals.ts';
import type { Insurance } from '../insurance/insurance.ts';
import { hasUse } from '../insurance/payer-fields.ts';
import { type Contact, isAsOwner } from '../people/contact.ts';
import { parseEmail } from '../people/email.ts';
import { parsePhone } from '../people/phone.ts';
import { parsePostalCode } from '../people/postal-code.ts';
import { type PlannedRecord, planOf } from '../plan/milestone.ts';
import { orderProblems } from '../plan/plan-rules.ts';
import { parsePlate } from '../vehicle/plate.ts';
import type { Vehicle } from '../vehicle/vehicle.ts';
import { checkVin } from '../vehicle/vin.ts';

/** A whole workfile, as far as checking goes. */
export type CheckedWorkfile = Omit<TotalsInput, 'lines' | 'insurance'> & {
  readonly workfile: PlannedRecord & { readonly id: string };
  readonly contacts: readonly Contact[];
  readonly vehicle: Pick<Vehicle, 'id' | 'identity' | 'plate'>;
  readonly insurance: TotalsInput['insurance'] & Pick<Insurance, 'id' | 'adjuster' | 'agent'>;
  readonly estimate: { readonly id: string };
  readonly lines: readonly Line[];
};

/** Something wrong, and the id of the record it is in. */
export type Problem = { readonly record: string; readonly failure: Failure };

/** Everything wrong in a workfile, in the order of its tabs. */
export const checkWorkfile = (sheet: CheckedWorkfile): readonly Problem[] => [
  ...sheet.contacts.filter((contact) => !contact.deleted).flatMap((one) => problems(one.id, checkContact(one))),
  ...problems(sheet.vehicle.id, checkVehicle(sheet.vehicle)),
  ...problems(sheet.insurance.id, checkInsurance(sheet.insurance)),
  ...sheet.lines.filter((line) => !line.deleted).flatMap((line) => problems(line.id, [checkLine(line)])),
  ...problems(sheet.estimate.id, [checkSize(sheet)]),
  ...problems(sheet.workfile.id, checkPlan(sheet.workfile)),
];

const problems = (record: string, failures: readonly (Failure | null)[]): readonly Problem[] =>
  failures.flatMap((failure) => (failure === null ? [] : [{ record, failure }]));

/** Whoever is the owner is checked with the owner. */
function checkContact(contact: Contact): readonly (Failure | null)[] {
  if (isAsOwner(contact)) return [];
  const parsed = [
    parsePhone(contact.cell.number, 'contact.cell.number'),
    parsePhone(contact.home.number, 'contact.home.number'),
    parsePhone(contact.business.number, 'contact.business.number'),
    parsePhone(contact.fax?.number ?? '', 'contact.fax.number'),
    parsePhone(contact.otherPhone?.number ?? '', 'contact.otherPhone.number'),
    parseEmail(contact.email.address, 'contact.email.address'),
    parsePostalCode(contact.address.postalCode, 'contact.address.postalCode'),
  ];
  return parsed.map((one) => (one.ok ? null : one.failure));
}

function checkVehicle({ identity, plate }: CheckedWorkfile['vehicle']): readonly (Failure | null)[] {
  const number = parsePlate(plate.number, 'vehicle.plate.number');
  return [
    identity.vin === '' || checkVin(identity.vin).possible ? null : invalid('vehicle.identity.vin', 'bad-format'),
    number.ok ? null : number.failure,
  ];
}

/** What the payer has no use for is hidden, and waits. */
function checkInsurance(insurance: CheckedWorkfile['insurance']): readonly (Failure | null)[] {
  const shown = (['adjuster', 'agent'] as const).filter((part) => hasUse(insurance.payer.payer, part));
  const people = shown.flatMap((group) => {
    const { phone = '', email = '' } = insurance[group] ?? {};
    return [parsePhone(phone, `insurance.${group}.phone`), parseEmail(email, `insurance.${group}.email`)];
  });
  return people.map((one) => (one.ok ? null : one.failure));
}
/** Moments of the plan that contradict each other: out before in. */
const checkPlan = (workfile: PlannedRecord): readonly Failure[] =>
  orderProblems(planOf(workfile)).map(({ milestone, field }) =>
    invalid(`workfile.${milestone}.${field}Date`, 'out-of-order'),
  );

/** An estimate beyond the largest amount a field takes is a slip of the finger. */
function checkSize(sheet: CheckedWorkfile): Failure | null {
  const { grandTotal } = priceEstimate(sheet).totals;
  return Math.abs(grandTotal) > maxCents ? invalid('estimate.total', 'too-large', maxCents) : null;
}
