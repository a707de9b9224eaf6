// Fields that belong together, in as many columns as fit.
import type { ReactNode } from 'react';
import './fields.css';

export type FieldGroupProps = {
  readonly title?: string;
  /** Stands beside the title, e.g. a button. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
};

export function FieldGroup({ title, note, children }: FieldGroupProps) {
  return (
    <fieldset className='ui-group'>
      {title && (
        <legend className='ui-group-head'>
          <span className='ui-group-title'>{title}</span>
          {note}
        </legend>
      )}
      <div className='ui-group-fields'>{children}</div>
    </fieldset>
  );
}
