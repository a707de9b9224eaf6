// What an estimate says beside its lines: the stages of its paint, charges, and what is taken off its total.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { setStages } from '../../stores/workfile/line-edits.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { hoursOrNone, money } from '../../words/formats.ts';

export type EstimateFieldsProps = { readonly workfileId: WorkfileId; readonly disabledReason: string | undefined };

const stageChoices = [
  { value: '1', label: 'Single stage', hint: 'no clear coat' },
  { value: '2', label: 'Two-stage', hint: 'base and clear coat' },
  { value: '3', label: 'Three-stage' },
];

export function EstimateFields({ workfileId, disabledReason }: EstimateFieldsProps) {
  const estimate = useSheet(workfileId, (sheet) => sheet.estimate);
  const isInsured = useSheet(workfileId, (sheet) => sheet.insurance.payer.payer === 'Insurance Company');
  const conflicts = useConflicts(workfileId);
  const { value } = tieFields({ workfileId, kind: 'estimate', record: estimate, disabledReason, conflicts });
  const stages = String(estimate.finish?.stages ?? 2);
  return (
    <>
      <div className='estimate-fields'>
        <ChoiceField
          label='Paint'
          choices={stageChoices}
          value={stages}
          disabledReason={disabledReason}
          onCommit={async (chosen) => {
            const failure = await setStages(workfileId, chosen === '1' ? 1 : chosen === '3' ? 3 : 2);
            return failure && wordBriefly(failure);
          }}
        />
        <ValueField
          label='Clear coat of all'
          align='end'
          placeholder='computed'
          {...value('finish', 'clearCoatTenths', hoursOrNone)}
        />
      </div>
      <div className='estimate-fields'>
        <ValueField label='Towing' align='end' {...value('charges', 'towingCents', money)} />
        <ValueField label='Storage' align='end' {...value('charges', 'storageCents', money)} />
        <ValueField label='Other charges' align='end' {...value('charges', 'otherCents', money)} />
      </div>
      {isInsured && (
        <div className='estimate-fields'>
          <ValueField
            label='Appearance allowance'
            align='end'
            {...value('adjustments', 'appearanceAllowanceCents', money)}
          />
          <ValueField label='Related prior damage' align='end' {...value('adjustments', 'relatedPriorCents', money)} />
          <ValueField
            label='Unrelated prior damage'
            align='end'
            {...value('adjustments', 'unrelatedPriorCents', money)}
          />
        </div>
      )}
    </>
  );
}
