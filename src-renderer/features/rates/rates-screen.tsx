// The prices of this workfile: its own copy of labour rates, supplies, tax and discount.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { laborLetters, laborNames, laborTypes } from '../../../src-shared/domain/estimate/labor-type.ts';
import { hasLaborRates } from '../../../src-shared/domain/estimate/usual-rates.ts';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { useDenied } from '../../stores/session.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { type RecordFields, tieFields } from '../../stores/workfile/fields.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { useWorkfileList } from '../../stores/workfile-list.ts';
import { money, moneyOrNone, rate, share } from '../../words/formats.ts';
import './rates.css';

export function RatesScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const rates = useSheet(workfileId, (sheet) => sheet.rates);
  const locked = useSheet(workfileId, (sheet) => isLocked(sheet.estimate));
  const denied = useDenied('edit-rates');
  const disabledReason = denied ?? (locked ? 'The estimate is locked with these rates.' : undefined);
  const conflicts = useConflicts(workfileId);
  const fields = tieFields({ workfileId, kind: 'rates', record: rates, disabledReason, conflicts });
  return (
    <div className='form-screen'>
      <RatesOrigin workfileId={workfileId} />
      <div className='form-columns'>
        <LaborRates fields={fields} />
        <div className='form-stack'>
          <Supplies fields={fields} />
          <Tax fields={fields} />
        </div>
      </div>
    </div>
  );
}

/** Where the rates came from, or how a shop gets rates at all. */
function RatesOrigin({ workfileId }: { readonly workfileId: WorkfileId }) {
  const isEmpty = useSheet(workfileId, ({ rates }) => !hasLaborRates(rates));
  const from = useSheet(workfileId, ({ ratesFrom }) => ratesFrom);
  const head = useWorkfileList(({ rows }) =>
    rows.kind === 'ready' ? [...rows.value.pages.values()].flat().find(({ id }) => id === from) : undefined,
  );
  const name = head === undefined ? 'another workfile of the shop' : `${head.label} ${head.owner}`.trim();
  if (isEmpty) {
    return <p className='rates-origin'>No labor rates yet: enter them once, the next workfile starts with them.</p>;
  }
  return from === undefined ? null : (
    <p className='rates-origin'>
      Labor, supplies and tax started as in {name}. Change what differs; other workfiles keep theirs.
    </p>
  );
}

type Fields = { readonly fields: RecordFields<'rates'> };

function LaborRates({ fields }: Fields) {
  return (
    <FieldGroup title='Labor rates, $ an hour'>
      {laborTypes.map((type) => (
        <ValueField
          key={type}
          label={laborNames[type]}
          align='end'
          suffix={laborLetters[type]}
          inputMode='decimal'
          {...fields.value('labor', type, money)}
        />
      ))}
    </FieldGroup>
  );
}

function Supplies({ fields }: Fields) {
  return (
    <FieldGroup title='Supplies'>
      <ValueField
        label='Paint supplies per hour'
        align='end'
        prefix='$'
        {...fields.value('supplies', 'paintPerHourCents', money)}
      />
      <ValueField
        label='Paint supplies cap'
        align='end'
        prefix='$'
        hint='Empty for no cap'
        {...fields.value<'supplies', number | null>('supplies', 'paintCapCents', moneyOrNone)}
      />
      <ValueField
        label='Body supplies per hour'
        align='end'
        prefix='$'
        {...fields.value('supplies', 'bodyPerHourCents', money)}
      />
    </FieldGroup>
  );
}

function Tax({ fields }: Fields) {
  return (
    <FieldGroup title='Sales tax and discount'>
      <ValueField label='Sales tax' align='end' suffix='%' {...fields.value('tax', 'rate', rate)} />
      <ValueField label='Discount' align='end' suffix='%' {...fields.value('discount', 'rate', share)} />
      <div className='rates-taxed'>
        <CheckField label='Tax on parts' {...fields.flag('tax', 'parts')} />
        <CheckField label='Tax on labor' {...fields.flag('tax', 'labor')} />
        <CheckField label='Tax on supplies' {...fields.flag('tax', 'supplies')} />
        <CheckField label='Tax on miscellaneous' {...fields.flag('tax', 'misc')} />
        <CheckField label='Tax on other charges' {...fields.flag('tax', 'charges')} />
      </div>
    </FieldGroup>
  );
}
