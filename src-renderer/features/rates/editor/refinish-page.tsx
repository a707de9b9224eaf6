// The percentages, hours and caps by which automatic refinish rows are computed.
import { FieldGroup } from '../../../../src-ui/fields/field-group.tsx';
import { ValueField } from '../../../../src-ui/fields/value-field.tsx';
import { hours, hoursOrNone, rate } from '../../../words/formats.ts';
import { type Editing, valueField } from './rate-editing.ts';

const percents = {
  'Clear coat': [
    ['clearFirst', 'First panel'],
    ['clearOther', 'Each other panel'],
  ],
  'Three-stage': [
    ['threeStageFirst', 'First panel'],
    ['threeStageOther', 'Each other panel'],
  ],
  'Two-tone': [
    ['twoToneFirst', 'First panel'],
    ['twoToneOther', 'Each other panel'],
  ],
  Blend: [
    ['blend', 'Of the full panel'],
    ['blendThreeStage', 'In three-stage'],
  ],
} as const;
const caps = { 'Clear coat': 'clearCapTenths', 'Three-stage': 'threeStageCapTenths', 'Two-tone': 'twoToneCapTenths' };
const overlaps = [
  ['overlapAdjacentTenths', 'Major panel, adjacent'],
  ['overlapApartTenths', 'Major panel, apart'],
  ['overlapMinorTenths', 'Minor panel'],
] as const;

export function RefinishPage(from: Editing) {
  return (
    <>
      {Object.entries(percents).map(([title, fields]) => (
        <FieldGroup key={title} title={title}>
          {fields.map(([field, label]) => (
            <ValueField
              key={field}
              label={`${title}: ${label.toLowerCase()}`}
              suffix='%'
              {...valueField(from, 'refinish', [field], rate)}
            />
          ))}
          {Object.hasOwn(caps, title) && (
            <ValueField
              label={`${title}: cap`}
              suffix='h'
              {...valueField<number | null>(from, 'refinish', [caps[title as keyof typeof caps]], hoursOrNone)}
            />
          )}
        </FieldGroup>
      ))}
      <FieldGroup title='Overlap, hours taken off'>
        {overlaps.map(([field, label]) => (
          <ValueField key={field} label={label} suffix='h' {...valueField(from, 'refinish', [field], hours)} />
        ))}
      </FieldGroup>
    </>
  );
}
