// A question that must be answered first: Enter is the action, or says why it cannot be now; Escape is the way back.
import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Dialog as FluentDialog,
} from '@fluentui/react-components';
import { type ReactNode, type RefObject, type SubmitEvent, useCallback, useRef, useState } from 'react';
import { Button } from '../actions/button.tsx';
import { FocusKeeper, focusFirst, KeysOfNobody, useFirstFocus, useFocusInside } from './dialog-focus.tsx';
import './feedback.css';

export type DialogAction = {
  /** Names the act: “Void receipt”, never “Yes”. */
  readonly title: string;
  readonly run: () => void;
  readonly danger?: boolean;
  readonly disabledReason?: string | undefined;
  readonly busy?: boolean;
};

export type DialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** As large as the window, for what has to be looked at. */
  readonly wide?: boolean;
  /** The id of the control that has the focus first, where that is not the first field or the action. */
  readonly first?: string | undefined;
  readonly action?: DialogAction;
  /** Further buttons, left of the action. */
  readonly extra?: readonly Omit<DialogAction, 'danger'>[];
  /** Null where the action is the way back, too. */
  readonly closeTitle?: string | null;
};

export function Dialog(props: DialogProps) {
  const form = useRef<HTMLFormElement>(null);
  useFirstFocus(props.open, form, props.first);
  useFocusInside(props.open, form);
  return (
    <>
      <FocusKeeper held={props.open} />
      <KeysOfNobody held={props.open} onEscape={props.onClose} onEnter={() => form.current?.requestSubmit()} />
      <FluentDialog
        open={props.open}
        onOpenChange={(_event, data) => {
          if (!data.open) props.onClose();
        }}
      >
        <DialogSurface className={props.wide ? 'ui-layer ui-dialog ui-dialog-wide' : 'ui-layer ui-dialog'}>
          <DialogForm {...props} form={form} />
        </DialogSurface>
      </FluentDialog>
    </>
  );
}

type FormProps = DialogProps & { readonly form: RefObject<HTMLFormElement | null> };

function DialogForm({ title, children, onClose, action, extra = [], closeTitle = 'Cancel', form, first }: FormProps) {
  const [isAsked, setAsked] = useState(false);
  const refusal = isAsked ? action?.disabledReason : undefined;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (action === undefined || action.busy) return;
    if (action.disabledReason === undefined) action.run();
    else setAsked(true);
  };
  // Once, when the form comes to stand: what is drawn anew while somebody types leaves the focus where it is.
  const stand = useCallback(
    (element: HTMLFormElement | null) => {
      form.current = element;
      focusFirst(element, first);
    },
    [form, first],
  );
  return (
    <form onSubmit={submit} ref={stand}>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>
          {children}
          {refusal !== undefined && (
            <p role='alert' className='ui-dialog-refusal'>
              {refusal}
            </p>
          )}
        </DialogContent>
        <DialogActions>
          {extra.map((other) => (
            <Button key={other.title} onPress={other.run} disabledReason={other.disabledReason} busy={other.busy}>
              {other.title}
            </Button>
          ))}
          {action && (
            <Button
              look={action.danger ? 'danger' : 'primary'}
              submit
              disabledReason={action.disabledReason}
              onRefused={() => setAsked(true)}
              busy={action.busy}
            >
              {action.title}
            </Button>
          )}
          {closeTitle !== null && <Button onPress={onClose}>{closeTitle}</Button>}
        </DialogActions>
      </DialogBody>
    </form>
  );
}
