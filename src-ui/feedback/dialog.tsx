// A question that must be answered first: Enter is the action, Escape the way back.
import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Dialog as FluentDialog,
} from '@fluentui/react-components';
import { type ReactNode, type SubmitEvent, useEffect, useLayoutEffect } from 'react';
import { Button } from '../actions/button.tsx';
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
  readonly action?: DialogAction;
  /** Further buttons, left of the action. */
  readonly extra?: readonly Omit<DialogAction, 'danger'>[];
  readonly closeTitle?: string;
};

export function Dialog(props: DialogProps) {
  return (
    <>
      <FocusKeeper held={props.open} />
      <EscapeKeeper held={props.open} onEscape={props.onClose} />
      <FluentDialog
        open={props.open}
        onOpenChange={(_event, data) => {
          if (!data.open) props.onClose();
        }}
      >
        <DialogSurface className={props.wide ? 'ui-layer ui-dialog ui-dialog-wide' : 'ui-layer ui-dialog'}>
          <DialogForm {...props} />
        </DialogSurface>
      </FluentDialog>
    </>
  );
}

function DialogForm({ title, children, onClose, action, extra = [], closeTitle = 'Cancel' }: DialogProps) {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (action && !action.busy && action.disabledReason === undefined) action.run();
  };
  return (
    <form onSubmit={submit} ref={focusFirst}>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>{children}</DialogContent>
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
              busy={action.busy}
            >
              {action.title}
            </Button>
          )}
          <Button onPress={onClose}>{closeTitle}</Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

function focusFirst(form: HTMLFormElement | null): void {
  const wishes = ['[data-autofocus]', 'input, textarea, select', 'button[type=submit]', 'button'];
  const first = wishes.map((wish) => form?.querySelector<HTMLElement>(wish)).find((found) => found);
  first?.focus();
}

/** Stands before the dialog, so that it sees what had the focus before the dialog took it; gives it back unless something took it since. */
function FocusKeeper({ held }: { readonly held: boolean }) {
  useLayoutEffect(() => {
    if (!held) return;
    const before = document.activeElement;
    return () => {
      const last = document.activeElement;
      requestAnimationFrame(() => {
        const now = document.activeElement;
        if ((now === last || now === document.body) && before instanceof HTMLElement && before.isConnected)
          before.focus();
      });
    };
  }, [held]);
  return null;
}

/** A field that goes while it has the focus leaves it to the page: Escape is the way back all the same. */
function EscapeKeeper({ held, onEscape }: { readonly held: boolean; readonly onEscape: () => void }) {
  useEffect(() => {
    if (!held) return;
    const hear = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && document.activeElement === document.body) onEscape();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [held, onEscape]);
  return null;
}
