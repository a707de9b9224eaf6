// The quick intake as it is being filled: kept until it is saved or discarded, whatever one looks at in between.

import { create } from 'zustand';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { CustomerId, WorkfileId } from '../../src-shared/base/ids.ts';
import { readPerson } from '../../src-shared/domain/people/read-person.ts';
import { checkVin, cleanVin } from '../../src-shared/domain/vehicle/vin.ts';
import type { VinDecoding } from '../../src-shared/domain/vehicle/vin-decoding.ts';
import type { Intake } from '../../src-shared/domain/workfile/intake.ts';
import type { WorkfileHead } from '../../src-shared/ipc/shapes.ts';
import { ask } from '../api/bridge.ts';
import { closeOverlay, showTab } from './shell.ts';
import { openWorkfile, showSection } from './workfile/workfiles.ts';

/** The fields as text. The estimator is absent until somebody says who. */
export type IntakeTexts = {
  readonly person: string;
  readonly vin: string;
  readonly company: string;
  readonly claim: string;
  readonly estimator?: string;
};
export type IntakeText = keyof IntakeTexts;

/** What is known of a VIN: the vehicle, or why it could not be read, and the open workfiles it stands in. */
export type KnownVin = {
  readonly vin: string;
  readonly decoding: VinDecoding | Failure;
  readonly others: readonly WorkfileHead[];
};

export type IntakeForm = {
  readonly said: IntakeTexts;
  /** What is being typed over it. */
  readonly typed: Partial<IntakeTexts>;
  readonly customerId: CustomerId | null;
  readonly known: KnownVin | undefined;
  /** When it was kept last, where it comes from before a crash; undefined otherwise. */
  readonly restoredAt: number | undefined;
};

const empty: IntakeForm = {
  said: { person: '', vin: '', company: '', claim: '' },
  typed: {},
  customerId: null,
  known: undefined,
  restoredAt: undefined,
};

export const useIntake = create<IntakeForm>()(() => empty);

/** Takes a field's text as it was left. */
export const sayIntake = (part: IntakeText, text: string): void =>
  useIntake.setState(({ said }) => ({ said: { ...said, [part]: text } }));

/** Follows a field while it is typed in; nothing when that is over. */
export const typeIntake = (part: IntakeText, text: string | undefined): void =>
  useIntake.setState(({ typed: { [part]: _before, ...typed } }) => ({
    typed: text === undefined ? typed : { ...typed, [part]: text },
  }));

/** Says who comes: a text, and the customer it stands for. */
export const namePerson = (person: string, customerId: CustomerId | null = null): void =>
  useIntake.setState(({ said }) => ({ said: { ...said, person }, customerId }));

export const forgetIntake = (): void => useIntake.setState(empty, true);

/** The fields as they stand, typed text before what was left. */
export const textsOf = ({ said, typed }: IntakeForm): IntakeTexts => ({ ...said, ...typed });

/** Whether there is anything to lose. */
export const isBegun = (form: IntakeForm): boolean => Object.values(textsOf(form)).some((text) => text.trim() !== '');

/** Decodes a whole VIN and looks for it among the open workfiles. */
export async function lookAtVin(text: string): Promise<KnownVin | undefined> {
  const { vin, possible } = checkVin(text);
  const before = useIntake.getState().known;
  if (!possible || before?.vin === vin) return before?.vin === vin ? before : undefined;
  const [decoded, others] = await Promise.all([ask('vehicle.decode', { vin }), openWith(vin)]);
  const known = { vin, decoding: decoded.ok ? decoded.value : decoded.failure, others };
  useIntake.setState({ known });
  return known;
}

async function openWith(vin: string): Promise<readonly WorkfileHead[]> {
  const open = { stages: ['opportunity', 'repair-order'] } as const;
  const page = { offset: 0, limit: 20, sort: 'changed', descending: true } as const;
  const reply = await ask('workfile.list', { text: vin, ...page, filter: open });
  return reply.ok ? reply.value.rows.filter((head) => cleanVin(head.vin) === vin) : [];
}

/** Goes to another workfile; what was typed waits for the next intake. */
export function leaveIntakeFor(workfileId: WorkfileId): void {
  closeOverlay('intake');
  showTab(workfileId);
}

/** Makes the workfile and shows it where its estimate is written. */
export async function saveIntake(usualEstimator: string): Promise<Failure | undefined> {
  const intake = await readIntake(usualEstimator);
  if ('kind' in intake) return intake;
  const reply = await ask('workfile.take-in', intake);
  if (!reply.ok) return reply.failure;
  forgetIntake();
  closeOverlay('intake');
  await openWorkfile(reply.value);
  showSection(reply.value, 'estimate');
  showTab(reply.value);
  return undefined;
}

async function readIntake(usualEstimator: string): Promise<Intake | Failure> {
  const form = useIntake.getState();
  const { person, vin, company, claim, estimator = usualEstimator } = textsOf(form);
  const read = readPerson(form.customerId === null ? person : '');
  if (!read.ok) return read.failure;
  const known = await lookAtVin(vin);
  return {
    customerId: form.customerId,
    ...read.value,
    identity: identityOf(cleanVin(vin), known?.decoding),
    company: company.trim(),
    claim: claim.trim(),
    estimator: estimator.trim(),
  };
}

const unknown = { year: 0, make: '', model: '', trim: '', body: '', engine: '', source: '' } as const;

function identityOf(vin: string, decoding: VinDecoding | Failure | undefined): Intake['identity'] {
  if (decoding === undefined || 'kind' in decoding) return { ...unknown, vin };
  const { warnings: _warnings, ...identity } = decoding;
  const says = identity.make !== '' || identity.model !== '' || identity.year !== 0;
  return { ...unknown, ...identity, source: says ? 'vin' : '' };
}
