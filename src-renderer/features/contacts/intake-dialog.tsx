// Quick intake: the few things that are asked at the counter, and a workfile at once.
import { useState } from 'react';
import { activeInsurers } from '../../../src-shared/domain/insurance/insurer.ts';
import { readPerson } from '../../../src-shared/domain/people/read-person.ts';
import { choicesNamed } from '../../../src-ui/choice/choice.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useClock } from '../../stores/clock.ts';
import {
  forgetIntake,
  type IntakeText,
  isBegun,
  saveIntake,
  sayIntake,
  textsOf,
  typeIntake,
  useIntake,
} from '../../stores/intake.ts';
import { useEstimators } from '../../stores/library/employees.ts';
import { useInsurers } from '../../stores/library/insurers.ts';
import { useSignedIn } from '../../stores/session.ts';
import { closeOverlay, useShell } from '../../stores/shell.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { timeOf } from '../../words/time-words.ts';
import { IntakePerson } from './intake-person.tsx';
import { IntakeVehicle } from './intake-vehicle.tsx';

export function IntakeDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'intake');
  return isOpen ? <OpenIntakeDialog /> : null;
}

function OpenIntakeDialog() {
  const form = useIntake();
  const usual = useUsualEstimator();
  const [isLeaving, setLeaving] = useState(false);
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  if (isLeaving) return <DiscardDialog onStay={() => setLeaving(false)} />;
  const save = async (): Promise<void> => {
    setBusy(true);
    const failure = await saveIntake(usual);
    setBusy(false);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  return (
    <Dialog
      open
      title='Quick intake'
      action={{ title: 'Save and open the estimate', run: () => void save(), busy, disabledReason: whyNot(form) }}
      onClose={() => (isBegun(form) ? setLeaving(true) : closeOverlay('intake'))}
    >
      <RestoredIntake at={form.restoredAt} />
      <FieldGroup>
        <IntakePerson />
        <IntakeVehicle />
        <PayerFields />
        <EstimatorField usual={usual} />
      </FieldGroup>
    </Dialog>
  );
}

/** What the crash of the program interrupted stands in the fields again. */
function RestoredIntake({ at }: { readonly at: number | undefined }) {
  const timeZone = useClock((clock) => clock.timeZone);
  if (at === undefined) return null;
  return (
    <MessageStrip
      tone='info'
      what={`Restored your text from ${timeOf(at, timeZone)}`}
      safe='It is kept until you save it, or cancel and discard it.'
    />
  );
}

/** Why there is nothing to save yet. */
function whyNot(form: ReturnType<typeof useIntake.getState>): string | undefined {
  const { person, vin } = textsOf(form);
  if (person.trim() === '' && vin.trim() === '') return 'Type who comes, or the VIN.';
  const read = readPerson(form.customerId === null ? person : '');
  return read.ok ? undefined : 'The phone number is not whole.';
}

function DiscardDialog({ onStay }: { readonly onStay: () => void }) {
  const discard = (): void => {
    forgetIntake();
    closeOverlay('intake');
  };
  return (
    <Dialog
      open
      title='Discard this intake?'
      action={{ title: 'Discard', run: discard, danger: true }}
      closeTitle='Go on typing'
      onClose={onStay}
    >
      <p>What you typed is not in a workfile yet.</p>
    </Dialog>
  );
}

/** A field of the intake as it is followed and taken. */
const tied = (part: IntakeText) => ({
  onDraft: (text: string | undefined) => typeIntake(part, text),
  onCommit: (text: string) => {
    sayIntake(part, text);
    return undefined;
  },
});

function PayerFields() {
  const { said, typed } = useIntake();
  const companies = activeInsurers(useInsurers()).map(({ about }) => about.name);
  return (
    <>
      <ChoiceField
        label='Insurance company'
        free
        maxLength={80}
        choices={choicesNamed(companies)}
        value={said.company}
        draft={typed.company}
        {...tied('company')}
      />
      <TextField label='Claim number' maxLength={30} value={said.claim} draft={typed.claim} {...tied('claim')} />
    </>
  );
}

function EstimatorField({ usual }: { readonly usual: string }) {
  const { said, typed } = useIntake();
  return (
    <ChoiceField
      label='Estimator'
      free
      wide
      maxLength={120}
      choices={choicesNamed(useEstimators())}
      value={said.estimator ?? usual}
      draft={typed.estimator}
      {...tied('estimator')}
    />
  );
}

/** The person signed in, if the shop's list or, without one, their role says that they write estimates. */
function useUsualEstimator(): string {
  const user = useSignedIn()?.user;
  const estimators = useEstimators();
  if (user === undefined) return '';
  const writes = estimators.length === 0 ? user.role === 'estimator' : estimators.includes(user.name);
  return writes ? user.name : '';
}
