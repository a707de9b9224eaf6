// Where the vehicle was hit: a diagram seen from above that is a check list, the primary point, and the damage in words.
import {
  type Impact,
  impactName,
  impactNames,
  impactsOf,
  toggleImpact,
  withPrimary,
} from '../../../src-shared/domain/vehicle/impact.ts';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { changeGroup } from '../../stores/workfile/edits.ts';
import type { RecordFields, Tie } from '../../stores/workfile/fields.ts';
import { CarOutline } from './car-outline.tsx';
import './impact.css';

export type ImpactFieldsProps = { readonly tie: Tie<'vehicle'>; readonly fields: RecordFields<'vehicle'> };

/** Row by row as one sees the vehicle from above, the front on top. */
const around = ['11', '12', '01', '10', '25', '02', '09', '27', '03', '08', '26', '04', '07', '06', '05'] as const;
const beside = ['28', '13', '16', '34', '14'] as const;
const nowhere: Impact = { primary: '', secondary: [] };

export function ImpactFields({ tie, fields: { text } }: ImpactFieldsProps) {
  const { workfileId, record, disabledReason } = tie;
  const impact: Impact = record.impact ?? nowhere;
  const write = (next: Impact): void => {
    const value = { primary: next.primary, secondary: [...next.secondary] };
    void changeGroup(workfileId, { kind: 'vehicle', id: record.id, group: 'impact', value });
  };
  const point = (code: string) => (
    <ImpactPoint
      key={code}
      code={code}
      standing={impact.primary === code ? 'primary' : impact.secondary.includes(code) ? 'secondary' : 'none'}
      disabledReason={disabledReason}
      onPress={() => write(toggleImpact(impact, code))}
    />
  );
  const primary = text('impact', 'primary');
  const unknown = impactsOf(impact).filter((code) => !Object.hasOwn(impactNames, code));
  return (
    <FieldGroup title='Damage'>
      <div className='impact' role='group' aria-label='Points of impact'>
        <div className='impact-car'>
          <CarOutline />
          {around.map(point)}
        </div>
        <div className='impact-beside'>{[...beside, ...unknown].map(point)}</div>
      </div>
      <ChoiceField
        {...primary}
        label='Primary impact'
        choices={[
          { value: '', label: 'None' },
          ...[...Object.keys(impactNames), ...unknown].map((value) => ({ value, label: impactName(value) })),
        ]}
        onCommit={(code) => {
          write(withPrimary(impact, code));
          return undefined;
        }}
      />
      <TextField label='Damage' wide multiline={3} {...text('damage', 'text')} />
    </FieldGroup>
  );
}

type ImpactPointProps = {
  readonly code: string;
  readonly standing: 'none' | 'primary' | 'secondary';
  readonly disabledReason: string | undefined;
  readonly onPress: () => void;
};

function ImpactPoint({ code, standing, disabledReason, onPress }: ImpactPointProps) {
  return (
    <label className='impact-point' data-standing={standing} title={disabledReason}>
      <input
        type='checkbox'
        checked={standing !== 'none'}
        aria-disabled={disabledReason === undefined ? undefined : true}
        onChange={() => {
          if (disabledReason === undefined) onPress();
        }}
      />
      <span>{impactName(code)}</span>
      {standing === 'primary' && <span className='impact-first'>primary</span>}
    </label>
  );
}
