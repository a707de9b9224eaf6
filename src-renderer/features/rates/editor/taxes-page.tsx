// Sales taxes: one tax for everything, or up to six types, each with tiers and its own exempt categories.
import { useState } from 'react';
import { maxTaxTiers, maxTaxTypes, type TaxType } from '../../../../src-shared/domain/estimate/profile/tax.ts';
import { asTaxType } from '../../../../src-shared/domain/estimate/totals/taxes.ts';
import { Button } from '../../../../src-ui/actions/button.tsx';
import { CheckField } from '../../../../src-ui/fields/check-field.tsx';
import { FieldGroup } from '../../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../../src-ui/fields/value-field.tsx';
import { money, rate, share } from '../../../words/formats.ts';
import { ExemptCategories } from './exempt-categories.tsx';
import { type Editing, flagField, textField, valueField, writeList } from './rate-editing.ts';

export function TaxesPage(from: Editing) {
  const { types } = from.editing.groups.taxes;
  return (
    <>
      <SingleTax {...from} unused={types.length > 0} />
      <div className='form-stack'>
        {types.map((type, i) => (
          <OneTax key={String(i)} {...from} type={type} at={i} />
        ))}
        <AddTax {...from} />
      </div>
    </>
  );
}

function SingleTax({ unused, ...from }: Editing & { readonly unused: boolean }) {
  return (
    <FieldGroup title='One sales tax' note={unused && <span>Not used: the tax types count</span>}>
      <ValueField label='Sales tax' suffix='%' {...valueField(from, 'tax', ['rate'], rate)} />
      <div className='rates-taxed'>
        <CheckField label='Tax on parts' {...flagField(from, 'tax', ['parts'])} />
        <CheckField label='Tax on labor' {...flagField(from, 'tax', ['labor'])} />
        <CheckField label='Tax on supplies' {...flagField(from, 'tax', ['supplies'])} />
        <CheckField label='Tax on miscellaneous' {...flagField(from, 'tax', ['misc'])} />
        <CheckField label='Tax on other charges' {...flagField(from, 'tax', ['charges'])} />
      </div>
    </FieldGroup>
  );
}

type Taxed = Editing & { readonly type: TaxType; readonly at: number };

function OneTax({ type, at, ...from }: Taxed) {
  const { types } = from.editing.groups.taxes;
  const { disabledReason } = from.editing;
  const [open, setOpen] = useState(false);
  const path = ['types', at] as const;
  const full = type.tiers.length >= maxTaxTiers ? `At most ${maxTaxTiers} tiers.` : undefined;
  const addTier = () => writeList(from, 'taxes', [...path, 'tiers'], [...type.tiers, emptyTier]);
  return (
    <FieldGroup title={`Tax ${at + 1}: ${type.name || type.code || 'unnamed'}`}>
      <TextField label='Name on the print' {...textField(from, 'taxes', [...path, 'name'], 40)} />
      <TextField label='Code' hint='LS, ST, GS …' {...textField(from, 'taxes', [...path, 'code'], 4)} />
      {type.tiers.map((_, i) => (
        <div className='rates-row' key={String(i)}>
          <ValueField
            label='From'
            prefix='$'
            {...valueField(from, 'taxes', [...path, 'tiers', i, 'bottomCents'], money)}
          />
          <ValueField label='Rate' suffix='%' {...valueField(from, 'taxes', [...path, 'tiers', i, 'rate'], share)} />
          <ValueField
            label='Surcharge'
            prefix='$'
            {...valueField(from, 'taxes', [...path, 'tiers', i, 'surchargeCents'], money)}
          />
          <Button
            icon='bin'
            look='quiet'
            disabledReason={disabledReason}
            onPress={() => void writeList(from, 'taxes', [...path, 'tiers'], type.tiers.toSpliced(i, 1))}
          >
            Remove
          </Button>
        </div>
      ))}
      <div className='rates-acts'>
        <Button icon='add' disabledReason={disabledReason ?? full} onPress={() => void addTier()}>
          Add tier
        </Button>
        <Button icon='list' pressed={open} onPress={() => setOpen(!open)}>
          {`Exempt: ${type.exempt.length === 0 ? 'nothing' : `${type.exempt.length} categories`}`}
        </Button>
        <Button
          icon='bin'
          look='quiet'
          disabledReason={disabledReason}
          onPress={() => void writeList(from, 'taxes', ['types'], types.toSpliced(at, 1))}
        >
          Remove tax
        </Button>
      </div>
      {open && <ExemptCategories {...from} at={at} exempt={type.exempt} />}
    </FieldGroup>
  );
}

function AddTax(from: Editing) {
  const { tax, taxes } = from.editing.groups;
  const { types } = taxes;
  const next = types.length === 0 ? asTaxType(tax) : emptyTax;
  const full = types.length >= maxTaxTypes ? `At most ${maxTaxTypes} taxes.` : undefined;
  return (
    <div className='rates-acts'>
      <Button
        icon='add'
        disabledReason={from.editing.disabledReason ?? full}
        onPress={() => void writeList(from, 'taxes', ['types'], [...types, next])}
      >
        Add tax type
      </Button>
    </div>
  );
}

const emptyTier = { bottomCents: 0, rate: 0, surchargeCents: 0 };
const emptyTax = { code: 'ST', name: 'Sales tax', tiers: [emptyTier], exempt: [] };
