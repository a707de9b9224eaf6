// What every field has around its control: label, hint, error, reason; tied together for screen readers.
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { Tip } from '../feedback/tip.tsx';
import { Icon } from '../icons/icon.tsx';
import './fields.css';

export type FieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Why it cannot be changed now; the field stays reachable. */
  readonly disabledReason?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly required?: boolean | undefined;
  /** Text that was typed before and never committed. */
  readonly draft?: string | undefined;
  /** Each change of the typed text; undefined when it was committed or given up. */
  readonly onDraft?: ((text: string | undefined) => void) | undefined;
  /** What is wrong with the committed value. */
  readonly problem?: string | undefined;
  readonly problemTone?: 'error' | 'warning' | undefined;
  /** Two values wait for a choice here: what is said of them, and the way to choose (F8, or a press on the mark). */
  readonly twoValues?: { readonly text: string; readonly onChoose: () => void } | undefined;
  readonly id?: string | undefined;
  /** Takes a whole row of its group. */
  readonly wide?: boolean | undefined;
};

export type ControlAria = {
  readonly id: string;
  readonly readOnly: boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
  readonly 'aria-disabled': true | undefined;
};

export type FieldFrameProps = {
  readonly field: FieldProps;
  readonly error: string | undefined;
  readonly edited: boolean;
  readonly pending: boolean;
  readonly children: (aria: ControlAria) => ReactNode;
};

export function FieldFrame({ field, error, edited, pending, children }: FieldFrameProps) {
  const ownId = useId();
  const id = field.id ?? ownId;
  const message = error ?? field.problem;
  const isError = error !== undefined || (field.problem !== undefined && field.problemTone !== 'warning');
  const note = message ?? field.disabledReason ?? field.hint;
  const control = children({
    id,
    readOnly: field.readOnly === true || field.disabledReason !== undefined,
    'aria-describedby': describedBy(id, note !== undefined, field.twoValues !== undefined),
    'aria-invalid': isError || undefined,
    'aria-required': field.required || undefined,
    'aria-disabled': field.disabledReason !== undefined || undefined,
  });
  const box = (
    <div
      className='ui-field-control'
      data-state={isError ? 'error' : message || field.twoValues ? 'warning' : undefined}
      data-off={field.disabledReason !== undefined || undefined}
      data-read-only={field.readOnly || undefined}
    >
      {control}
      {field.disabledReason !== undefined && (
        <span className='ui-field-affix'>
          <Icon name='lock' size={12} />
        </span>
      )}
    </div>
  );
  return (
    <div
      className='ui-field'
      data-wide={field.wide || undefined}
      data-edited={edited || undefined}
      data-pending={pending || undefined}
      onKeyDown={(event) => chooseByKey(event, field)}
    >
      {field.label === '' ? <span className='ui-field-label' /> : <FieldLabel id={id} field={field} />}
      {field.twoValues && <TwoValuesMark id={id} label={field.label} {...field.twoValues} />}
      <Tip text={field.disabledReason}>{box}</Tip>
      {message !== undefined && (
        <p className={isError ? 'ui-field-error' : 'ui-field-warning'}>
          <Icon name={isError ? 'error' : 'warning'} size={12} />
          <span id={`${id}-note`}>{message}</span>
        </p>
      )}
      {message === undefined && note !== undefined && (
        <p id={`${id}-note`} className={field.hint === note ? 'ui-field-hint' : 'ui-hidden'}>
          {note}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, hasNote: boolean, hasTwoValues: boolean): string | undefined {
  const ids = [...(hasTwoValues ? [`${id}-two`] : []), ...(hasNote ? [`${id}-note`] : [])];
  return ids.length === 0 ? undefined : ids.join(' ');
}

function chooseByKey(event: KeyboardEvent, { twoValues }: FieldProps): void {
  if (event.key !== 'F8' || twoValues === undefined) return;
  event.preventDefault();
  twoValues.onChoose();
}

type TwoValuesProps = NonNullable<FieldProps['twoValues']> & { readonly id: string; readonly label: string };

function TwoValuesMark({ id, label, text, onChoose }: TwoValuesProps) {
  return (
    <>
      <Tip text={text}>
        <button
          type='button'
          className='ui-field-two'
          aria-label={`Choose the value of ${label === '' ? 'this field' : label}`}
          onClick={onChoose}
        >
          <Icon name='warning' size={12} />
          Two values
        </button>
      </Tip>
      <span id={`${id}-two`} className='ui-hidden'>
        {text}
      </span>
    </>
  );
}

function FieldLabel({ id, field }: { readonly id: string; readonly field: FieldProps }) {
  return (
    <label className='ui-field-label' htmlFor={id}>
      {field.label}
      {field.required && (
        <span className='ui-field-required' title='Needed'>
          *
        </span>
      )}
    </label>
  );
}
