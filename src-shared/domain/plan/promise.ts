// What a promise job needs before it starts, and which of it is missing: so that none is lost without a word.
// The points are those that CCC UpdatePlus asks for before it creates a promise job and its users (KA2425, and its help
// on promises that were never created).

import type { Profile } from '../estimate/profile/profile.ts';
import type { Insurance, Payer } from '../insurance/insurance.ts';
import type { Contact } from '../people/contact.ts';
import { parseEmail } from '../people/email.ts';
import { parsePhone, phoneDigits } from '../people/phone.ts';
import type { Vehicle } from '../vehicle/vehicle.ts';
import { checkVin } from '../vehicle/vin.ts';
import type { Workfile } from '../workfile/workfile.ts';
import { planOf } from './milestone.ts';
import { isReported } from './plan-rules.ts';

export const promiseCodes = [
  'sharing',
  'business-phone',
  'customer-updates',
  'payer-type',
  'estimator',
  'estimator-email',
  'owner-name',
  'preference',
  'cell',
  'email',
  'vin',
  'make',
  'lines',
  'vehicle-in',
  'saved',
] as const;
export type PromiseCode = (typeof promiseCodes)[number];

/** One thing that a promise job needs; `record` and `path` lead to its field, where a workfile has one. */
export type PromisePoint = {
  readonly code: PromiseCode;
  readonly met: boolean;
  readonly record?: string;
  readonly path?: string;
};

/** What the shop has set; what is absent was not set up yet and is not asked for. */
export type PromiseSettings = {
  /** The repair facility's own profile; null where the shop has none. */
  readonly facility?: Pick<Profile, 'phones'> | null;
  readonly sharesWithCustomers?: boolean;
  readonly payerTypes?: readonly Payer[];
  /** Whether UpdatePlus and customer updates are on for an insurance company. */
  readonly updatesInsurer?: (company: string) => boolean;
  /** The e-mail address of an employee, empty without one; undefined where the shop keeps no employees. */
  readonly emailOf?: (estimator: string) => string | undefined;
};

/** A whole workfile, as far as a promise goes. */
export type PromiseFacts = {
  readonly workfile: Workfile;
  readonly contacts: readonly Contact[];
  readonly vehicle: Pick<Vehicle, 'id' | 'identity'>;
  readonly insurance: Pick<Insurance, 'id' | 'payer' | 'company'>;
  readonly estimate: { readonly id: string };
  readonly lines: readonly unknown[];
  /** 0 when nothing waits for a save. */
  readonly unsavedSince: number;
};

/** How the vehicle came in: by Events of an estimate or by the Repair plan of a repair order; null while it did not. */
export function promiseWay(workfile: Workfile): 'events' | 'repair-plan' | null {
  const { vehicleIn } = planOf(workfile);
  if (workfile.stage.stage === 'repair-order') return vehicleIn.complete ? 'repair-plan' : null;
  if (workfile.stage.stage !== 'opportunity') return null;
  return isReported(vehicleIn, workfile.statusUpdate) ? 'events' : null;
}

/** Everything that a promise job of this workfile needs, in the order in which a shop sees to it. */
export const promisePoints = (facts: PromiseFacts, settings: PromiseSettings): readonly PromisePoint[] => [
  ...shopPoints(facts, settings),
  ...ownerPoints(facts.contacts),
  ...workPoints(facts),
];

/** What is missing, by code. */
export const missingForPromise = (facts: PromiseFacts, settings: PromiseSettings): readonly PromiseCode[] =>
  promisePoints(facts, settings).flatMap(({ code, met }) => (met ? [] : [code]));

function shopPoints(facts: PromiseFacts, settings: PromiseSettings): readonly PromisePoint[] {
  const { insurance, workfile } = facts;
  const { facility, sharesWithCustomers, payerTypes, updatesInsurer, emailOf } = settings;
  const { payer } = insurance.payer;
  const { estimator } = workfile.tracking;
  const email = emailOf?.(estimator);
  const ofPayer = { record: insurance.id, path: 'insurance.payer.payer' };
  const ofCompany = { record: insurance.id, path: 'insurance.company.name' };
  const ofEstimator = { record: workfile.id, path: 'workfile.tracking.estimator' };
  const isInsured = payer === 'Insurance Company';
  return [
    ...asked(sharesWithCustomers, (met) => ({ code: 'sharing', met })),
    ...asked(facility, (own) => ({ code: 'business-phone', met: isPhone(own?.phones?.phone ?? '') })),
    ...asked(isInsured ? updatesInsurer : undefined, (updates) => ({
      ...{ code: 'customer-updates', met: updates(insurance.company.name) },
      ...ofCompany,
    })),
    ...asked(payerTypes, (types) => ({ code: 'payer-type', met: types.includes(payer), ...ofPayer })),
    { code: 'estimator', met: estimator.trim() !== '', ...ofEstimator },
    ...asked(email, (address) => ({ code: 'estimator-email', met: isEmail(address), ...ofEstimator })),
  ];
}

/** Text needs a cell phone, Email an address; Call and nothing ask for neither, and start no promise job. */
function ownerPoints(contacts: readonly Contact[]): readonly PromisePoint[] {
  const owner = contacts.find(({ parent }) => parent.role === 'owner');
  const record = owner?.id ?? '';
  const { preference = '' } = owner?.preference ?? {};
  const at = (code: PromiseCode, met: boolean, field: string): PromisePoint => ({
    ...{ code, met, record },
    path: `contact.${field}`,
  });
  return [
    at('owner-name', (owner?.name.first ?? '') !== '' && (owner?.name.last ?? '') !== '', 'name.first'),
    at('preference', preference === 'text' || preference === 'email', 'preference.preference'),
    ...(preference === 'text' ? [at('cell', isPhone(owner?.cell.number ?? ''), 'cell.number')] : []),
    ...(preference === 'email' ? [at('email', isEmail(owner?.email.address ?? ''), 'email.address')] : []),
  ];
}

function workPoints({ workfile, vehicle, estimate, lines, unsavedSince }: PromiseFacts): readonly PromisePoint[] {
  const { vin, make } = vehicle.identity;
  const way = promiseWay(workfile);
  return [
    { code: 'vin', met: checkVin(vin).possible, record: vehicle.id, path: 'vehicle.identity.vin' },
    { code: 'make', met: make !== '', record: vehicle.id, path: 'vehicle.identity.make' },
    { code: 'lines', met: lines.length > 0, record: estimate.id, path: 'estimate.lines.' },
    { code: 'vehicle-in', met: way !== null, record: workfile.id, path: 'workfile.vehicleIn.actualDate' },
    ...(way === null ? [] : [{ code: 'saved' as const, met: unsavedSince === 0 }]),
  ];
}

function asked<T>(setting: T | undefined, point: (setting: T) => PromisePoint): readonly PromisePoint[] {
  return setting === undefined ? [] : [point(setting)];
}

/** A number that can be called: an area code and a number, or another country's. */
function isPhone(text: string): boolean {
  return parsePhone(text, '').ok && phoneDigits(text).length >= 10;
}

const isEmail = (text: string): boolean => text !== '' && parseEmail(text, '').ok;
