// Where lines come from: who wrote them, in which version, and what the file said that they were imported from.
import { sourceOf } from '../../../../src-shared/domain/exchange/vendor.ts';
import { CheckField } from '../../../../src-ui/fields/check-field.tsx';
import { FieldGroup } from '../../../../src-ui/fields/field-group.tsx';
import { originRows, wordSource } from './origin-rows.ts';
import type { PageProps } from './page-props.ts';

export function OriginPage({ fields: { flag }, lines, versionOf }: PageProps) {
  const [only] = lines;
  const versions = [...new Set(lines.map(({ id }) => versionOf(id)))].join(', ');
  const sources = [...new Set(lines.map(wordSource))].join('; ');
  const imported = lines.length === 1 && only?.vendor !== undefined ? sourceOf(only.vendor)?.line : undefined;
  return (
    <>
      <dl className='line-origin'>
        <dt>Source</dt>
        <dd>{sources}</dd>
        <dt>Made or last changed in</dt>
        <dd>{versions || 'Not known yet'}</dd>
      </dl>
      <FieldGroup title='Marks of a print'>
        <CheckField label='# Written by hand' {...flag('marks', 'manual')} />
        <CheckField label='* Changed by judgment' {...flag('marks', 'changed')} />
      </FieldGroup>
      {imported !== undefined && (
        <dl className='line-origin' aria-label='As imported'>
          {originRows(imported).map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
