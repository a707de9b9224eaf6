// The words for a field or a cell by its place.

import { laborNames } from '../../src-shared/domain/estimate/labor-type.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { milestoneFields, milestoneNames } from '../../src-shared/domain/plan/milestone.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import { groupWords, kindWords } from './group-words.ts';
import { milestoneWords, momentWords } from './plan/plan-words.ts';
import { roleWords } from './workfile-words.ts';

/** What a place is named by: the people, and the lines as printed: computed rows bear numbers, too. */
type Named = Pick<WorkfileSheet, 'contacts'> & {
  readonly lines: readonly (Pick<Line, 'text'> & { readonly id: string })[];
};

/** `Owner › Cell phone`, `Line 4 LT fender › Price`. */
export function placeWords(of: Named, place: string): string {
  const [kind = '', id = '', group = '', field = ''] = place.split('/');
  if (!Object.hasOwn(kindWords, kind)) return 'a field';
  const known = kind as keyof typeof kindWords;
  const groups: Readonly<Record<string, string>> = groupWords[known];
  // A customer is written down as a contact is.
  const like = kind === 'customer' ? 'contact' : kind;
  const name = fieldWords[`${like}.${group}.${field}`] ?? fieldWords[`${kind}.${group}`] ?? groups[group];
  const record = recordWords(of, known, id);
  return name === undefined ? record : `${record} › ${name}`;
}

function recordWords({ contacts, lines }: Named, kind: keyof typeof kindWords, id: string): string {
  if (kind === 'line') {
    const at = lines.findIndex((line) => line.id === id);
    return at < 0 ? 'New line' : `Line ${at + 1} ${lines[at]?.text.description ?? ''}`.trim();
  }
  const contact = kind === 'contact' && contacts.find((one) => one.id === id);
  return contact ? roleWords[contact.parent.role] : kindWords[kind];
}

/** Fields that share their group with others; elsewhere the group's name is the field's. */
const fieldWords: Readonly<Record<string, string>> = {
  'contact.name.first': 'First name',
  'contact.name.last': 'Last name',
  'contact.name.company': 'Company',
  'contact.address.street': 'Street',
  'contact.address.street2': 'Street, second line',
  'contact.address.city': 'City',
  'contact.address.state': 'State',
  'contact.address.postalCode': 'ZIP code',
  'contact.intake.person': 'Quick intake: name or phone',
  'contact.intake.vin': 'Quick intake: VIN',
  'contact.intake.company': 'Quick intake: insurance company',
  'contact.intake.claim': 'Quick intake: claim number',
  'contact.intake.estimator': 'Quick intake: estimator',
  'contact.otherPhone.label': 'Other phone is',
  'insurance.adjuster.first': 'Adjuster’s first name',
  'insurance.adjuster.last': 'Adjuster’s last name',
  'insurance.adjuster.phone': 'Adjuster’s phone',
  'insurance.adjuster.email': 'Adjuster’s email',
  'insurance.agent.company': 'Agency',
  'insurance.agent.first': 'Agent’s first name',
  'insurance.agent.last': 'Agent’s last name',
  'insurance.agent.phone': 'Agent’s phone',
  'insurance.agent.email': 'Agent’s email',
  'insurance.assignment.reference': 'Assignment number',
  'receipt.money.form': 'New receipt',
  'receipt.reason.void': 'Reason to void it',
  'receipt.reason.reverse': 'Reason to reverse it',
  'photo.drawing': 'Drawing on a copy',
  'workfile.reason.cancel': 'Reason to cancel',
  'workfile.reason.reopen': 'Reason to reopen',
  'workfile.reason.total-loss': 'Reason of the total loss',
  ...Object.fromEntries(
    milestoneNames.map((name) => [`workfile.reason.${name}`, `Reason to re-open ${milestoneWords[name]}`]),
  ),
  'task.about.text': 'Text',
  'task.about.due': 'Due',
  'task.about.who': 'Who',
  'appointment.about.kind': 'Kind',
  'appointment.about.date': 'Date',
  'appointment.about.time': 'Time',
  'appointment.about.note': 'Note',
  'vehicle.identity.vin': 'VIN',
  'vehicle.identity.year': 'Year',
  'vehicle.identity.make': 'Make',
  'vehicle.identity.model': 'Model',
  'vehicle.identity.trim': 'Trim',
  'vehicle.identity.body': 'Body',
  'vehicle.identity.engine': 'Engine',
  'vehicle.plate.state': 'Plate state',
  'vehicle.paint.color': 'Color',
  'vehicle.paint.code': 'Paint code',
  'vehicle.impact.primary': 'Primary impact',
  'vehicle.condition.priorDamage': 'Prior damage',
  'insurance.company.claimOffice': 'Claim office',
  'insurance.claim.number': 'Claim number',
  'insurance.claim.policy': 'Policy number',
  'insurance.claim.lossDate': 'Loss date',
  'rates.supplies.paintPerHourCents': 'Paint supplies per hour',
  'rates.supplies.paintCapCents': 'Paint supplies cap',
  'rates.supplies.bodyPerHourCents': 'Body supplies per hour',
  'estimate.charges.towingCents': 'Towing',
  'estimate.charges.storageCents': 'Storage',
  'estimate.total.': 'Total',
  'line.part.partType': 'Part type',
  'line.part.partNumber': 'Part number',
  'line.part.quantity': 'Quantity',
  'line.part.price': 'Price',
  ...Object.fromEntries(
    milestoneNames.flatMap((name) =>
      milestoneFields.flatMap((field) =>
        (['Date', 'Time'] as const).map((part) => [
          `workfile.${name}.${field}${part}`,
          `${milestoneWords[name]} ${momentWords[field].toLowerCase()} ${part.toLowerCase()}`,
        ]),
      ),
    ),
  ),
  ...Object.fromEntries(Object.entries(laborNames).map(([type, name]) => [`rates.labor.${type}`, name])),
};
