// Which vehicle it is: identified by its VIN or by hand, its plate, mileage, paint and condition.
import { useEffect, useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isFrozen } from '../../../src-shared/domain/vehicle/frozen.ts';
import { usualMakes } from '../../../src-shared/domain/vehicle/vehicle.ts';
import { type Choice, choicesNamed } from '../../../src-ui/choice/choice.ts';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { loadModels, useModels } from '../../stores/vin.ts';
import { useCannotEdit } from '../../stores/workfile/closed.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { type RecordFields, tieFields } from '../../stores/workfile/fields.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { month, plate, whole, year } from '../../words/formats.ts';
import { ImpactFields } from './impact-fields.tsx';
import { OptionFields } from './option-fields.tsx';
import { VinField } from './vin-field.tsx';

const makeChoices = usualMakes.map((value) => ({ value, label: value }));
const frozenReason = 'The estimate was locked with this vehicle: the VIN and the vehicle stay as they are.';
const miles = whole(9_999_999, 'miles');

export function VehicleScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const vehicle = useSheet(workfileId, (sheet) => sheet.vehicle);
  const estimate = useSheet(workfileId, (sheet) => sheet.estimate);
  const disabledReason = useCannotEdit(workfileId, 'edit-vehicle');
  const frozen = disabledReason ?? (isFrozen(estimate, vehicle) ? frozenReason : undefined);
  const conflicts = useConflicts(workfileId);
  const modelChoices = useModelChoices(vehicle.identity.make);
  const tie = { workfileId, kind: 'vehicle', record: vehicle, disabledReason, conflicts } as const;
  const fields = tieFields(tie);
  // Make and model typed by hand are not overwritten by a later decoding without a question.
  const byHand = tieFields({ ...tie, disabledReason: frozen, stamp: { source: 'hand' } });
  return (
    <div className='form-screen'>
      <div className='form-columns'>
        <div className='form-stack'>
          <FieldGroup title='Identification'>
            <VinField workfileId={workfileId} vehicle={vehicle} disabledReason={frozen} />
            <ValueField label='Year' inputMode='numeric' {...byHand.value('identity', 'year', year)} />
            <ChoiceField label='Make' free choices={makeChoices} {...byHand.text('identity', 'make')} />
            <ChoiceField label='Model' free choices={modelChoices} {...byHand.text('identity', 'model')} />
            <TextField label='Trim' {...byHand.text('identity', 'trim')} />
            <TextField label='Body' {...byHand.text('identity', 'body')} />
            <TextField label='Engine' {...byHand.text('identity', 'engine')} />
          </FieldGroup>
          <ImpactFields tie={tie} fields={fields} />
        </div>
        <div className='form-stack'>
          <PlateAndMileage fields={fields} />
          <Paint fields={fields} />
          <OptionFields tie={tie} />
        </div>
      </div>
    </div>
  );
}

/** The models of the make, as this PC's vehicle data knows them; any other is taken, too. */
function useModelChoices(make: string): readonly Choice[] {
  useEffect(() => void loadModels(make), [make]);
  const models = useModels(make);
  return useMemo(() => choicesNamed(models), [models]);
}

type Fields = { readonly fields: RecordFields<'vehicle'> };

function PlateAndMileage({ fields: { text, value } }: Fields) {
  return (
    <FieldGroup title='Plate and mileage'>
      <ValueField label='Plate' {...value('plate', 'number', plate)} />
      <TextField label='Plate state' {...text('plate', 'state')} />
      <ValueField label='Mileage in' align='end' inputMode='numeric' {...value('mileageIn', 'miles', miles)} />
      <ValueField label='Mileage out' align='end' inputMode='numeric' {...value('mileageOut', 'miles', miles)} />
    </FieldGroup>
  );
}

function Paint({ fields: { text, value } }: Fields) {
  return (
    <FieldGroup title='Paint and condition'>
      <TextField label='Color' {...text('paint', 'color')} />
      <TextField label='Paint code' {...text('paint', 'code')} />
      <ValueField label='Production date' placeholder='mm/yyyy' {...value('production', 'month', month)} />
      <TextField label='Condition' {...text('condition', 'text')} />
      <TextField label='Prior damage' wide multiline={2} {...text('condition', 'priorDamage')} />
    </FieldGroup>
  );
}
