// The head of a printed estimate: the shop, the title with its numbers, and who, what and which claim it is about.

import { isCivilDate, printDate } from '../../../base/dates.ts';
import type { Rate } from '../../../base/money.ts';
import { cents } from '../../../base/money.ts';
import type { Insurance } from '../../insurance/insurance.ts';
import { coverageName } from '../../insurance/loss.ts';
import { hasUse, type PayerPart } from '../../insurance/payer-fields.ts';
import { asTheyCount, type Contact, contactLabel } from '../../people/contact.ts';
import { node, type PrintNode, textOf } from '../../print/print-node.ts';
import { printable } from '../../print/printable.ts';
import { impactName, impactsOf } from '../../vehicle/impact.ts';
import { vehicleLabel } from '../../vehicle/vehicle.ts';
import { workfileLabel } from '../../workfile/workfile.ts';
import type { Letterhead } from '../profile/letterhead.ts';
import { isInsured } from '../totals/adjustments.ts';
import { type PrintInput, printedVersion } from './print-input.ts';
import { printTitle } from './print-titles.ts';
import { dayText, instantText, moneyText, rateText } from './print-words.ts';

/** A fact of a print by its name. */
export type Fact = readonly [name: string, value: string];

/** The number that people call the workfile by, and what kind of number it is. */
export function numberFact({ workfile, pendingNumber }: Pick<PrintInput, 'workfile' | 'pendingNumber'>): Fact {
  if (workfile.number.ro !== '') return ['RO number', printable(workfile.number.ro)];
  if (pendingNumber !== '') return ['RO number (provisional)', printable(pendingNumber)];
  return ['Workfile (provisional)', workfileLabel(workfile.id, '')];
}

/** The shop on the left, title and numbers on the right. */
export function letterhead(input: PrintInput): PrintNode {
  const { shop, timeZone, now } = input;
  const version = printedVersion(input);
  const numbers: readonly Fact[] = [
    numberFact(input),
    ['Version', version.label],
    ...(version.lockedAt > 0 ? [['Locked', instantText(version.lockedAt, timeZone)] as const] : []),
    ['Printed', instantText(now, timeZone)],
  ];
  return shopHead(shop, printTitle(input.kind, version), numbers);
}

/** The head of whatever the shop prints. */
export const shopHead = (shop: Letterhead, title: string, numbers: readonly Fact[]): PrintNode =>
  node('header', 'letterhead', [
    node('div', 'shop', [
      node('div', 'shop-name user', printable(shop.name)),
      ...shop.lines.map((line) => node('div', 'shop-line user', printable(line))),
    ]),
    node('div', 'title', [node('h1', '', title), factList('numbers', numbers)]),
  ]);

/** More than this in a narrow box would not fit on a page. */
const mostInBox = 320;

/** Owner, vehicle, insurance and estimate side by side; below one another where somebody wrote very much. */
export function factBoxes(input: PrintInput): readonly PrintNode[] {
  const boxes = [
    factBox('Owner', ownerFacts(input)),
    factBox('Vehicle', vehicleFacts(input)),
    factBox(isInsured(input.insurance) ? 'Insurance' : 'Payer', insuranceFacts(input)),
    factBox('Estimate', estimateFacts(input)),
  ];
  const isMuch = boxes.some((one) => textOf(one).length > mostInBox);
  return isMuch ? boxes.map((one) => node('div', 'boxes', [one])) : [node('div', 'boxes', boxes)];
}

/** What stands on top of every page but the first. */
export function runningHead(input: PrintInput): PrintNode {
  const [, number] = numberFact(input);
  const { owner } = peopleOf(input);
  const { shop, vehicle } = input;
  const words = [
    shop.name,
    number,
    vehicleLabel(vehicle.identity),
    owner === undefined ? '' : contactLabel(owner.name),
  ];
  return runningLine(printTitle(input.kind, printedVersion(input)), words);
}

/** A title and what else there is to say, in one line. */
export function runningLine(title: string, words: readonly string[]): PrintNode {
  const said = words.map(printable).filter((text) => text !== '');
  return node('header', 'running', [
    node('span', 'running-title', title),
    node('span', 'running-words user', said.join(' · ')),
  ]);
}

/** Facts under a title, as they stand side by side. */
export const factBox = (title: string, facts: readonly Fact[]): PrintNode =>
  node('section', 'box', [node('h2', '', title), factList('facts', facts)]);

/** Facts without a value are left out. */
export const factList = (look: string, facts: readonly Fact[]): PrintNode =>
  node(
    'dl',
    look,
    facts
      .filter(([, value]) => value !== '')
      .map(([name, value]) => node('div', 'fact', [node('dt', '', name), node('dd', 'user', value)])),
  );

const peopleOf = ({ contacts }: PrintInput) => {
  const present = asTheyCount(contacts.filter((contact) => !contact.deleted));
  const inRole = (role: Contact['parent']['role']) => present.find(({ parent }) => parent.role === role);
  return { owner: inRole('owner'), insured: inRole('insured'), claimant: inRole('claimant') };
};

const nameOf = (contact: Contact | undefined): string => {
  if (contact === undefined) return '';
  const { first, last, company } = contact.name;
  return printable([[first, last].filter((part) => part.trim() !== '').join(' '), company].filter(Boolean).join(', '));
};

function ownerFacts(input: PrintInput): readonly Fact[] {
  const { owner, insured, claimant } = peopleOf(input);
  const address = owner?.address;
  const town = [address?.city, [address?.state, address?.postalCode].filter(Boolean).join(' ')].filter(Boolean);
  return [
    ['Name', nameOf(owner)],
    ['Address', printable([address?.street, address?.street2, town.join(', ')].filter(Boolean).join(', '))],
    ['Cell', printable(owner?.cell.number ?? '')],
    ['Home', printable(owner?.home.number ?? '')],
    ['Business', printable(owner?.business.number ?? '')],
    ['Email', printable(owner?.email.address ?? '')],
    ['Insured', nameOf(insured)],
    ['Claimant', nameOf(claimant)],
  ];
}

const noImpact = { primary: '', secondary: [] };

function vehicleFacts({ vehicle }: PrintInput): readonly Fact[] {
  const { identity, plate, mileageIn, mileageOut, paint, production, condition } = vehicle;
  const joined = (...parts: readonly string[]): string => printable(parts.filter(Boolean).join(' '));
  const miles = (count: number): string => (count === 0 ? '' : count.toLocaleString('en-US'));
  return [
    ['Vehicle', joined(vehicleLabel(identity), identity.trim)],
    ['Body', joined(identity.body)],
    ['Engine', joined(identity.engine)],
    ['VIN', printable(identity.vin)],
    ['License', joined(plate.number, plate.state)],
    ['Mileage in', miles(mileageIn.miles)],
    ['Mileage out', miles(mileageOut.miles)],
    ['Paint', joined(paint.color, paint.code)],
    ['Production', printable(production.month)],
    [
      'Point of impact',
      impactsOf(vehicle.impact ?? noImpact)
        .map(impactName)
        .join(', '),
    ],
    ['Damage', printable(vehicle.damage?.text ?? '')],
    ['Options', printable(vehicle.options?.list.join(', ') ?? '')],
    ['Condition', printable(condition.text)],
    ['Prior damage', printable(condition.priorDamage)],
  ];
}

/** What the payer has no use for is not printed, as it is not shown. */
function insuranceFacts(input: PrintInput): readonly Fact[] {
  const { insurance } = input;
  const { company, claim, loss, coverage, adjuster, agent, assignment, bettermentNote } = insurance;
  const { payer } = insurance.payer;
  const used = (part: PayerPart, text: string): string => (hasUse(payer, part) ? printable(text) : '');
  return [
    ['Payer', payer === 'Not Specified' ? '' : payer],
    ['Company', used('company', company.name)],
    ['Claim office', used('office', company.claimOffice)],
    ['Claim', used('claim', claim.number)],
    ['Policy', used('policy', claim.policy)],
    ['Assignment', used('claim', assignment?.reference ?? '')],
    ['Date of loss', isCivilDate(claim.lossDate) ? printDate(claim.lossDate) : ''],
    ['Type of loss', printable(loss?.type ?? '')],
    ['Coverage', used('coverage', coverageName(coverage?.code ?? ''))],
    ['Adjuster', used('adjuster', personText(adjuster))],
    ['Agent', used('agent', personText(agent))],
    ['Deductible', deductibleText(input)],
    ['Betterment', used('deductible', bettermentNote?.text ?? '')],
  ];
}

/** `Dana Reyes, Lakes Agency, (616) 555-0142`. */
function personText(person: Partial<NonNullable<Insurance['agent']>> | undefined): string {
  const { first = '', last = '', company = '', phone = '', email = '' } = person ?? {};
  const name = [first, last].filter((part) => part.trim() !== '').join(' ');
  return [name, company, phone, email].filter((part) => part !== '').join(', ');
}

function deductibleText(input: PrintInput): string {
  const { insurance } = printedVersion(input).pricing;
  if (!isInsured(insurance)) return '';
  const rule = insurance.deductibleRule;
  if (rule?.waived === true) return 'Waived';
  if (rule !== undefined && rule.kind !== 'amount') {
    return `${rateText(rule.rate as Rate)} of ${rule.kind === 'acv' ? 'the vehicle’s value' : 'the claim'}`;
  }
  return `$${moneyText(cents(insurance.deductible.amountCents))}`;
}

function estimateFacts(input: PrintInput): readonly Fact[] {
  const { workfile, timeZone, versions } = input;
  const version = printedVersion(input);
  const locked = versions.filter(({ lockedAt }) => lockedAt > 0);
  return [
    ['Estimator', printable(version.estimator || workfile.tracking.estimator)],
    ['Opened', workfile.opened.at === 0 ? '' : dayText(workfile.opened.at, timeZone)],
    ...locked.map(
      ({ label, lockedAt, estimator }): Fact => [
        `${label} locked`,
        printable(`${dayText(lockedAt, timeZone)} ${estimator === '' ? '' : `by ${estimator}`}`),
      ],
    ),
  ];
}
