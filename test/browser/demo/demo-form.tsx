// Every kind of field, in every state.
import { useState } from 'react';
import { Button } from '../../../src-ui/actions/button.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { NumberField } from '../../../src-ui/fields/number-field.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';

const kinds = ['Insurance Company', 'Internal', 'Warranty', 'Self Pay', 'Fleet', 'Other', 'Not Specified'].map(
  (label) => ({
    value: label.toLowerCase().replaceAll(' ', '-'),
    label,
  }),
);

export function DemoForm() {
  const [date, setDate] = useState('2026-11-21');
  const [payer, setPayer] = useState('insurance-company');
  const [miles, setMiles] = useState<number | undefined>(48213);
  const [agreed, setAgreed] = useState(true);
  const keep = (set: (text: string) => void) => (text: string) => set(text) as undefined;
  return (
    <div style={{ padding: 16, overflow: 'auto' }}>
      <FieldGroup
        title='Identification'
        note={
          <Button icon='search' keys='F4'>
            Decode
          </Button>
        }
      >
        <TextField
          label='VIN'
          value='2T1BURHE0GC123456'
          onCommit={() => undefined}
          upper
          problem='The check digit is wrong. Please compare with the plate.'
          problemTone='warning'
        />
        <TextField label='Plate' value='ABC 1234' onCommit={() => undefined} required />
        <NumberField label='Mileage in' value={miles} onCommit={(value) => setMiles(value) as undefined} suffix='mi' />
        <DateField
          label='Date of loss'
          value={date}
          today='2026-11-21'
          onCommit={keep(setDate)}
          hint='The day it happened'
        />
        <ChoiceField label='Payer' value={payer} choices={kinds} onCommit={keep(setPayer)} />
        <TextField label='Phone' value='(312) 555-0142' onCommit={() => undefined} draft='(312) 555-01' />
        <TextField
          label='Claim number'
          value='Q-99812'
          onCommit={() => undefined}
          problem='Another open workfile has this claim number.'
        />
        <TextField
          label='DMS Repair ID'
          value=''
          onCommit={() => undefined}
          disabledReason='Reserved when the estimate becomes a repair order.'
        />
        <TextField label='Locked estimate' value='E01' onCommit={() => undefined} readOnly />
        <CheckField label='Drivable' value={agreed} onCommit={(value) => setAgreed(value) as undefined} />
      </FieldGroup>
      <FieldGroup title='Notes'>
        <TextField
          label='Prior damage'
          value='Scratch on left rear door, 4 in.'
          onCommit={() => undefined}
          multiline={3}
          wide
        />
      </FieldGroup>
      <Button look='primary'>Save and close</Button> <Button>Compare</Button>{' '}
      <Button look='danger'>Void receipt</Button>{' '}
      <Button disabledReason='Only a manager can do this.'>Lock estimate</Button>
    </div>
  );
}
