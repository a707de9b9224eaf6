// Where lines come from, as the marks of a print say it.
import { CheckField } from '../../../../src-ui/fields/check-field.tsx';
import { FieldGroup } from '../../../../src-ui/fields/field-group.tsx';
import type { PageProps } from './page-props.ts';

export function OriginPage({ fields: { flag } }: PageProps) {
  return (
    <FieldGroup title='Marks of a print'>
      <CheckField label='# Written by hand' {...flag('marks', 'manual')} />
      <CheckField label='* Changed by judgment' {...flag('marks', 'changed')} />
    </FieldGroup>
  );
}
