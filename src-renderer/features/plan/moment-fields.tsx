// A date and a time of the day, side by side.
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import type { MilestoneFields } from './milestone-fields.ts';

export type MomentFieldsProps = {
  /** What the moment is of, as `Vehicle In planned`. */
  readonly name: string;
  readonly today: string;
  readonly moment: ReturnType<MilestoneFields['moment']>;
};

export function MomentFields({ name, today, moment }: MomentFieldsProps) {
  return (
    <div className='plan-moment'>
      <DateField label={`${name} date`} today={today} {...moment.date} />
      <ValueField label={`${name} time`} placeholder='h:mm' {...moment.time} />
    </div>
  );
}
