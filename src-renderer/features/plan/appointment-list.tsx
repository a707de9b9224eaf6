// The appointments of a workfile: what for, when, and a note.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Appointment, appointmentKinds } from '../../../src-shared/domain/plan/appointment.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { useCannotAdd } from '../../stores/workfile/closed.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { useShopTime } from '../../stores/workfile/plan.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { timeOfDay } from '../../words/formats.ts';
import { appointmentLine, appointmentWords } from '../../words/plan/task-words.ts';
import { type PlanActs, usePlanActs } from './use-plan-acts.ts';

const choices = appointmentKinds.map((value) => ({ value, label: appointmentWords[value] }));

export function AppointmentList({ workfileId }: { readonly workfileId: WorkfileId }) {
  const appointments = useSheet(workfileId, (sheet) => sheet.appointments);
  const denied = useCannotAdd(workfileId, 'edit-plan');
  const acts = usePlanActs(workfileId, 'appointment');
  return (
    <FieldGroup
      title='Appointments'
      note={
        <Button look='quiet' icon='add' keys='Ctrl+Shift+M' disabledReason={denied} onPress={() => void acts.add()}>
          New appointment
        </Button>
      }
    >
      {appointments.length === 0 && <p className='plan-faint'>No appointments.</p>}
      <ul className='plan-entries' aria-label='Appointments'>
        {appointments.map((appointment) => (
          <AppointmentRow
            key={appointment.id}
            workfileId={workfileId}
            appointment={appointment}
            denied={denied}
            acts={acts}
          />
        ))}
      </ul>
    </FieldGroup>
  );
}

type RowProps = {
  readonly workfileId: WorkfileId;
  readonly appointment: Appointment;
  readonly denied: string | undefined;
  readonly acts: PlanActs;
};

function AppointmentRow({ workfileId, appointment, denied, acts }: RowProps) {
  const conflicts = useConflicts(workfileId);
  const now = useShopTime();
  const tie = { workfileId, kind: 'appointment', record: appointment, disabledReason: denied, conflicts } as const;
  const { text, value } = tieFields(tie);
  const name = appointmentLine(appointment);
  return (
    <li className='plan-appointment'>
      <ChoiceField label='Kind' choices={choices} {...text('about', 'kind')} />
      <DateField label='Date' today={now.date} {...text('about', 'date')} />
      <ValueField label='Time' placeholder='h:mm' {...value('about', 'time', timeOfDay)} />
      <TextField label='Note' {...text('about', 'note')} />
      <Button look='quiet' icon='bin' disabledReason={denied} onPress={() => void acts.remove(appointment.id, name)}>
        <span className='ui-hidden'>Remove {name}</span>
      </Button>
    </li>
  );
}
